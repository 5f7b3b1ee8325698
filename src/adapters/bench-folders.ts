import { mkdir, readdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { RunLiveness } from "../ports/run-liveness.ts";
import { removeFolder } from "./folder-copy.ts";

/** Who works in a folder stands in it, so that what a dead run left can be told from what is in use. */
const HOLDER_FILE = "holder.json";
/** A folder without a holder was left between its making and the writing of that file. */
const ORPHAN_AGE_MS = 10 * 60_000;
const NAME = /^kazi-[0-9a-f]{32}$/;
const Holder = z.strictObject({
  kind: z.literal("process"),
  host: z.string(),
  boot: z.string(),
  pid: z.int(),
  startedAt: z.string(),
});

/** The folders that claims of this machine work in, one each, named by the claim's nonce. */
export interface BenchFolders {
  make(nonce: string): Promise<string>;
  remove(nonce: string): Promise<void>;
  /** Removes whatever runs that are gone have left. */
  sweep(nowMs: number): Promise<void>;
}

export function createBenchFolders(liveness: RunLiveness): BenchFolders {
  return {
    make: async (nonce) => {
      const folder = await folderOf(nonce);
      try {
        await mkdir(folder, { mode: 0o700 });
        await writeFile(path.join(folder, HOLDER_FILE), JSON.stringify(liveness.self()));
      } catch (error) {
        throw unwritable(error);
      }
      return folder;
    },
    remove: async (nonce) => await removeFolder(await folderOf(nonce)),
    sweep: async (nowMs) => {
      const root = await temporaryFolder();
      const names = (await readdir(root)).filter((name) => NAME.test(name));
      for (const name of names) {
        const folder = path.join(root, name);
        if (await isLeft(folder, liveness, nowMs)) await removeFolder(folder);
      }
    },
  };
}

async function folderOf(nonce: string): Promise<string> {
  return path.join(await temporaryFolder(), `kazi-${nonce}`);
}

async function temporaryFolder(): Promise<string> {
  try {
    return await realpath(tmpdir());
  } catch (error) {
    throw unwritable(error);
  }
}

function unwritable(cause: unknown): KaziError {
  const why = cause instanceof Error ? cause.message : "no reason given";
  return new KaziError({
    code: "workspace-unusable",
    message: `the temporary folder ${tmpdir()} cannot be worked in (${why}); expected a writable folder. Set TMPDIR to one`,
    cause,
  });
}

/** Only our own: another user's folder is neither readable nor ours to remove. */
async function isLeft(folder: string, liveness: RunLiveness, nowMs: number): Promise<boolean> {
  try {
    const { uid, mtimeMs } = await stat(folder);
    if (uid !== process.getuid?.()) return false;
    const text = await readFile(path.join(folder, HOLDER_FILE), "utf8").catch(() => "");
    const holder = Holder.safeParse(parseJson(text));
    if (!holder.success) return nowMs - mtimeMs > ORPHAN_AGE_MS;
    return (await liveness.stateOf(holder.data)) === "gone";
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
