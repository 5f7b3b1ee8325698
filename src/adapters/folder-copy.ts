import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, opendirSync, renameSync, rmSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import { markOf } from "./folder-memory.ts";
import { checkRealFolder, within } from "./folder-reader.ts";
import type { PathKey } from "./tree-path.ts";

const TIMEOUT_MS = 600_000;
const ENTRIES_MAX = 2_000_000;

/** Sets a folder aside; the seal tells later whether somebody has touched it. */
export async function freezeFolder(folder: string, aside: string): Promise<string> {
  checkRealFolder(folder);
  removeSockets(folder);
  if (isLinkedElsewhere(folder)) {
    await copyFolder(folder, aside);
    await removeFolder(folder);
  } else renameSync(folder, aside);
  return sealOf(aside);
}

/** Brings back what was set aside, as a copy with times and modes, at the same path. */
export async function renewFolder(folder: string, aside: string, seal: string): Promise<void> {
  checkSeal(folder, aside, seal);
  await removeFolder(folder);
  await copyFolder(aside, folder);
}

/** Throws when what was set aside is not what it was. */
export function checkSeal(folder: string, aside: string, seal: string): void {
  if (!existsSync(aside) || sealOf(aside) !== seal) throw touched(folder);
}

async function copyFolder(from: string, to: string): Promise<void> {
  for (const options of copyOptions()) {
    const copied = await runTool("cp", [...options, "--", from, to]);
    if (copied === undefined) return;
    await removeFolder(to);
  }
  const last = await runTool("cp", ["-a", "--", from, to]);
  if (last !== undefined) throw failed(`copy ${from}`, last);
}

/** Removes a stranger's folder, also what is read-only or deeper than a path can say; follows no link. */
export async function removeFolder(folder: string): Promise<void> {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
  if ((await runTool("rm", ["-rf", "--", folder])) === undefined) return;
  await runTool("chmod", ["-R", "u+rwX", "--", folder]);
  const problem = await runTool("rm", ["-rf", "--", folder]);
  if (problem !== undefined || existsSync(folder)) {
    throw failed(`remove ${folder}`, problem ?? "it is still there");
  }
}

/** Copies share blocks where the file system can, which makes them nearly free. */
function copyOptions(): readonly (readonly string[])[] {
  return process.platform === "darwin" ? [["-a", "-c"]] : [["-a", "--reflink=auto"]];
}

function sealOf(folder: string): string {
  const digest = createHash("sha256");
  // Its own mark as well: another folder that stood in its place for a while leaves no other trace.
  digest.update(`${markOf(lstatSync(folder, { bigint: true }))}\0`);
  walk(folder, (key, stat) => digest.update(`${key}\0${stat.mode}:${markOf(stat)}\0`));
  return digest.digest("hex");
}

/**
 * Package stores share files by hard links. Whoever may write to the store would write into the folder,
 * and whoever links a file once more moves its ctime, which the seal counts on.
 */
function isLinkedElsewhere(folder: string): boolean {
  const missing = new Map<string, bigint>();
  walk(folder, (_key, stat) => {
    if (stat.isDirectory() || stat.nlink === 1n) return;
    const file = `${stat.dev}:${stat.ino}`;
    missing.set(file, (missing.get(file) ?? stat.nlink) - 1n);
  });
  return [...missing.values()].some((links) => links > 0n);
}

/** A socket is dead without the process that listened, and not every `cp` can copy one. */
function removeSockets(folder: string): void {
  walk(folder, (key, stat) => {
    if (stat.isSocket()) rmSync(within(folder, key));
  });
}

function walk(folder: string, visit: (key: PathKey, stat: BigIntStats) => void): void {
  try {
    walkInto(folder, visit);
  } catch (error) {
    throw failed(`read ${folder}`, error instanceof Error ? error.message : "no reason given");
  }
}

function walkInto(folder: string, visit: (key: PathKey, stat: BigIntStats) => void): void {
  const waiting: PathKey[] = [""];
  let count = 0;
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const name of namesIn(within(folder, parent))) {
      const key = parent === "" ? name : `${parent}/${name}`;
      const stat = lstatSync(within(folder, key), { bigint: true });
      visit(key, stat);
      if (stat.isDirectory()) waiting.push(key);
      count += 1;
      if (count > ENTRIES_MAX) throw new Error(`more than ${ENTRIES_MAX} entries`);
    }
  }
}

function namesIn(folder: Buffer): readonly string[] {
  const names: string[] = [];
  const directory = openReadable(folder);
  try {
    for (let it = directory.readSync(); it !== null; it = directory.readSync()) names.push(it.name);
  } finally {
    directory.closeSync();
  }
  return names.toSorted();
}

function openReadable(folder: Buffer) {
  try {
    return opendirSync(folder, { encoding: "latin1" });
  } catch {
    chmodSync(folder, 0o700);
    return opendirSync(folder, { encoding: "latin1" });
  }
}

/** `undefined` when it went well, otherwise what the tool said. */
function runTool(tool: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env["PATH"] ?? "", LC_ALL: "C" };
    const child = spawn(tool, args, {
      env,
      stdio: ["ignore", "ignore", "pipe"],
      // A person's Ctrl-C is for kazi: half a copy would look like a check's doing.
      detached: true,
      timeout: TIMEOUT_MS,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 1_000) said += chunk.toString("latin1");
    });
    child.once("error", reject);
    child.once("close", (code) =>
      resolve(code === 0 ? undefined : toOneLine(`${tool}: ${said}`, 300)),
    );
  });
}

function touched(folder: string): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `expected the frozen copy of ${folder} as it was set aside, found it changed; a predicate's command reached outside its folder`,
  });
}

function failed(what: string, why: string): KaziError {
  return new KaziError({ code: "setup-failed", message: `expected to ${what}, found: ${why}` });
}
