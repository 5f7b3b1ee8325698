import { lstatSync, readdirSync } from "node:fs";
import type { Oid } from "../model/vector.ts";
import { within } from "./folder-reader.ts";
import { runGit } from "./git.ts";
import { firstLine, personCall, type PersonCheckout } from "./repository-checkout.ts";
import { parentsOf, type PathKey } from "./tree-path.ts";

/** Brings a clean checkout, whose branch was moved from `from` to `to`, after it; loses nothing. */
export async function advanceCheckout(
  checkout: PersonCheckout,
  from: Oid,
  to: Oid,
): Promise<boolean> {
  const call = personCall(checkout);
  const head = await runGit(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], {
    ...call,
    codes: [0, 1, 128],
  });
  if (firstLine(head) !== to) return false;
  await runGit(["update-index", "-q", "--refresh"], { ...call, codes: [0, 1] });
  if (!(await isEqual(checkout, ["diff-files", "--quiet", "--ignore-submodules=dirty"]))) {
    return false;
  }
  if (await hasInIndex(checkout, to)) return true;
  if (!(await hasInIndex(checkout, from))) return false;
  if (await wouldOverwrite(checkout, from, to)) return false;
  const moved = await runGit(["read-tree", "-m", "-u", from, to], { ...call, codes: [0, 1, 128] });
  return moved.code === 0;
}

async function hasInIndex(checkout: PersonCheckout, commit: Oid): Promise<boolean> {
  return await isEqual(checkout, ["diff-index", "--cached", "--quiet", commit]);
}

async function isEqual(checkout: PersonCheckout, args: readonly string[]): Promise<boolean> {
  const compared = await runGit([...args, "--"], { ...personCall(checkout), codes: [0, 1] });
  return compared.code === 0;
}

/** Asked here because git itself takes ignored files for worthless. */
async function wouldOverwrite(checkout: PersonCheckout, from: Oid, to: Oid): Promise<boolean> {
  const options = ["-r", "-z", "--name-status", "--no-renames"];
  const compared = await runGit(["diff-tree", ...options, from, to], personCall(checkout));
  const fields = compared.stdout.toString("latin1").split("\0");
  const added: PathKey[] = [];
  const deleted = new Set<PathKey>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const key = fields[at + 1] ?? "";
    if (fields[at] === "A") added.push(key);
    if (fields[at] === "D") deleted.add(key);
  }
  return added.some((key) => !isFree(checkout.root, key, deleted));
}

function isFree(root: string, key: PathKey, deleted: ReadonlySet<PathKey>): boolean {
  for (const parent of parentsOf(key)) {
    const stands = lstatSync(within(root, parent), { throwIfNoEntry: false });
    if (stands === undefined) return true;
    if (!stands.isDirectory()) return deleted.has(parent);
  }
  const stands = lstatSync(within(root, key), { throwIfNoEntry: false });
  if (stands === undefined) return true;
  return stands.isDirectory() && isGoing(root, key, deleted);
}

/** Whether all that is in a folder is tracked and leaves with this step. */
function isGoing(root: string, folder: PathKey, deleted: ReadonlySet<PathKey>): boolean {
  const options = { encoding: "latin1", withFileTypes: true } as const;
  return readdirSync(within(root, folder), options).every((it) => {
    const key = `${folder}/${it.name}`;
    return it.isDirectory() ? isGoing(root, key, deleted) : deleted.has(key);
  });
}
