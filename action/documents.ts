import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { chmod, mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { KaziError } from "../src/model/kazi-error.ts";
import type { HandoverName } from "../src/ports/handover.ts";
import type { Digests } from "./inputs.ts";

const NAMES: readonly HandoverName[] = ["claim", "dispatch", "observation"];
/** As much of a document as any job reads. */
const BYTES_MAX = 10_000_000;
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/** A document that cannot be used, in a sentence. */
export interface Damage {
  readonly name: HandoverName;
  readonly problem: string;
}

/**
 * Any job of a run can replace what another one uploaded. Only outputs of jobs are out of its reach, and
 * they say what each document is. What is not exactly that is removed and named; what nobody vouches
 * for is removed.
 */
export async function checkDocuments(folder: string, digests: Digests): Promise<readonly Damage[]> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  const damage: Damage[] = [];
  for (const name of NAMES) {
    const problem = await problemOf(folder, name, digests[name]);
    if (problem === undefined) continue;
    await rm(fileOf(folder, name), { recursive: true, force: true });
    if (problem !== "") damage.push({ name, problem });
  }
  if (digests.dispatch === undefined) {
    await rm(path.join(folder, "candidate.bundle"), { recursive: true, force: true });
  }
  return damage;
}

/** What the next jobs are told about the document that this one left. */
export async function digestOf(folder: string, name: HandoverName): Promise<string> {
  const bytes = await readDocument(folder, name);
  if (bytes === undefined) throw invalid(name, "expected it to be there, found nothing");
  return sha256(bytes);
}

/** `undefined` when it is what it must be, and the empty string when it is only not wanted. */
async function problemOf(
  folder: string,
  name: HandoverName,
  expected: string | undefined,
): Promise<string | undefined> {
  if (expected === undefined) return "";
  const bytes = await readDocument(folder, name).catch(() => undefined);
  if (bytes === undefined) return `document "${name}" is not there or cannot be read`;
  const found = sha256(bytes);
  if (found === expected) return undefined;
  return `document "${name}" is not the one that its job wrote: expected ${expected.slice(0, 12)}, found ${found.slice(0, 12)}; another job of this run replaced it`;
}

/** Never through a link, and never waiting for the other end of a pipe. */
async function readDocument(folder: string, name: HandoverName): Promise<Buffer | undefined> {
  try {
    const file = await open(fileOf(folder, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const { size } = await file.stat();
      if (size > BYTES_MAX) throw invalid(name, `expected at most ${BYTES_MAX} bytes, found more`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof KaziError) throw cause;
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw invalid(name, "expected a file, found something else", cause);
  }
}

function fileOf(folder: string, name: HandoverName): string {
  return path.join(folder, `${name}.json`);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function invalid(name: HandoverName, found: string, cause?: unknown): KaziError {
  return new KaziError({
    code: "handover-invalid",
    message: `document "${name}": ${found}`,
    cause,
  });
}
