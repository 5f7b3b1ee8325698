import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Handover, HandoverName } from "../ports/handover.ts";

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/** Documents as files of one folder that other processes can write to. */
export function createHandover(folder: string): Handover {
  // A document of ours is read back as it was written; one of another job has no digest here.
  const written = new Map<HandoverName, string>();
  return {
    write: async (name, text) => {
      await write(folder, name, text);
      written.set(name, digestOf(text));
    },
    read: async (name, bytesMax) => {
      const text = await read(folder, name, bytesMax);
      const digest = written.get(name);
      if (digest === undefined || (text !== undefined && digestOf(text) === digest)) return text;
      throw invalid(name, "expected it as this process wrote it, found it changed or removed");
    },
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whole or not at all: a reader never sees half a document, and a link in its place is replaced. */
async function write(folder: string, name: HandoverName, text: string): Promise<void> {
  const temporary = path.join(folder, `.${name}.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { flag: "wx", mode: 0o600 });
    await rename(temporary, fileOf(folder, name));
  } catch (cause) {
    await rm(temporary, { force: true });
    throw invalid(name, `expected to write it to ${folder}, and could not`, cause);
  }
}

async function read(
  folder: string,
  name: HandoverName,
  bytesMax: number,
): Promise<string | undefined> {
  const file = await openFile(folder, name);
  if (file === undefined) return undefined;
  try {
    return toText(name, await readBounded(file, name, bytesMax));
  } finally {
    await file.close();
  }
}

/** Never through a link, and never waiting for the other end of a pipe. */
async function openFile(folder: string, name: HandoverName): Promise<FileHandle | undefined> {
  try {
    return await open(fileOf(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw invalid(name, "expected a file, found something else", cause);
  }
}

async function readBounded(
  file: FileHandle,
  name: HandoverName,
  bytesMax: number,
): Promise<Buffer> {
  const stat = await file.stat();
  if (!stat.isFile()) throw invalid(name, "expected a file, found something else");
  if (stat.size > bytesMax) throw tooLarge(name, bytesMax);
  // One byte more than was measured: whoever writes while this reads is found out.
  const buffer = Buffer.alloc(Math.min(stat.size, bytesMax) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (length > stat.size) throw tooLarge(name, stat.size);
    if (bytesRead === 0) return buffer.subarray(0, length);
  }
}

function toText(name: HandoverName, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw invalid(name, "expected UTF-8", cause);
  }
}

function fileOf(folder: string, name: HandoverName): string {
  return path.join(folder, `${name}.json`);
}

function tooLarge(name: HandoverName, bytesMax: number): KaziError {
  return invalid(name, `expected at most ${bytesMax} bytes, found more`);
}

function invalid(name: HandoverName, found: string, cause?: unknown): KaziError {
  return new KaziError({
    code: "handover-invalid",
    message: `document "${name}": ${found}`,
    cause,
  });
}
