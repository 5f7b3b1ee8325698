import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { Repository, RepositoryFile } from "../ports/repository.ts";
import { isBranchName } from "./branch-name.ts";
import { runGit, type GitCall } from "./git.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import { findObjectSource, makeObjectStore, parseTree, type TreeEntry } from "./object-store.ts";
import { firstLine } from "./repository-checkout.ts";
import { parentsOf, readTreePath, toBytes } from "./tree-path.ts";

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** What can be done with objects and refs alone, without a checkout. */
export type RepositoryObjects = Pick<
  Repository,
  "branch" | "isAncestor" | "treeOf" | "files" | "text" | "subtree" | "adopt"
>;

/** `gitDir` is asked for at the first use; see `receivedStore` for `received`. */
export function createRepositoryObjects(
  gitDir: () => Promise<string>,
  received?: string,
): RepositoryObjects {
  let reader: ObjectReader | undefined;
  return {
    branch: async (name) => await readBranch(await objects(), name),
    isAncestor: async (older, newer) => await isAncestor(await objects(), older, newer),
    treeOf: async (commit) => await treeOf(await objects(), commit),
    files: async (commit) => (await listEntries(await objects(), commit)).map(toFile),
    text: async (commit, file, bytesMax) => {
      const call = await objects();
      reader ??= createObjectReader({ gitDir: call.cwd });
      return await readText({ call, reader, bytesMax }, commit, file);
    },
    subtree: async (commit, paths) => await subtree(await objects(), commit, paths),
    adopt: async (commit) => await adopt(await objects(), commit, received),
  };

  /** Without the person's configuration: what is read here must be the same for everybody. */
  async function objects(): Promise<GitCall & { readonly gitDir: string }> {
    const place = await gitDir();
    return { cwd: place, gitDir: place };
  }
}

async function readBranch(call: GitCall, name: string): Promise<Oid | undefined> {
  if (!isBranchName(name)) return undefined;
  const args = ["rev-parse", "--verify", "--quiet", `refs/heads/${name}^{commit}`];
  const found = await runGit(args, { ...call, codes: [0, 1] });
  return found.code === 0 ? firstLine(found) : undefined;
}

async function isAncestor(call: GitCall, older: Oid, newer: Oid): Promise<boolean> {
  checkOids(older, newer);
  const args = ["merge-base", "--is-ancestor", older, newer];
  return (await runGit(args, { ...call, codes: [0, 1] })).code === 0;
}

async function treeOf(call: GitCall, commit: Oid): Promise<Oid> {
  checkOids(commit);
  return firstLine(await runGit(["rev-parse", "--verify", `${commit}^{tree}`], call));
}

async function listEntries(call: GitCall, commit: Oid): Promise<readonly TreeEntry[]> {
  checkOids(commit);
  const listed = await runGit(["ls-tree", "-r", "-z", "--full-tree", commit], call);
  return parseTree(listed.stdout);
}

function toFile({ mode, oid, key }: TreeEntry): RepositoryFile {
  return { path: readTreePath(key).path, mode, oid };
}

async function readText(
  from: { readonly call: GitCall; readonly reader: ObjectReader; readonly bytesMax: number },
  commit: Oid,
  file: string,
): Promise<string | undefined> {
  checkOids(commit);
  if (file.includes("\0")) return undefined;
  const args = ["rev-parse", "--verify", "--quiet", `${commit}:${file}`];
  const found = await runGit(args, { ...from.call, codes: [0, 1, 128] });
  if (found.code !== 0) return undefined;
  const stored = await from.reader(firstLine(found), from.bytesMax);
  return stored.kind === "found" && stored.type === "blob" ? decodeText(stored.content) : undefined;
}

function decodeText(content: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

async function subtree(call: GitCall, commit: Oid, paths: readonly string[]): Promise<Oid> {
  const wanted = new Set(paths);
  const entries = await listEntries(call, commit);
  const kept = entries.filter(
    ({ key }) =>
      wanted.has(readTreePath(key).path) ||
      parentsOf(key).some((parent) => wanted.has(readTreePath(parent).path)),
  );
  const place = mkdtempSync(path.join(tmpdir(), "kazi-index-"));
  const withIndex = { ...call, index: path.join(place, "index") };
  try {
    await runGit(["read-tree", "--empty"], withIndex);
    const lines = kept.map(({ mode, oid, key }) => `${mode} ${oid}\t${key}\0`).join("");
    await runGit(["update-index", "-z", "--index-info"], { ...withIndex, stdin: toBytes(lines) });
    return firstLine(await runGit(["write-tree"], withIndex));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Copies what the commit adds to its parent; git checks every object on the way in. */
async function adopt(call: GitCall, commit: Oid, received: string | undefined): Promise<void> {
  checkOids(commit);
  const known = await runGit(["cat-file", "-e", `${commit}^{tree}`], {
    ...call,
    codes: [0, 1, 128],
  });
  if (known.code === 0) return;
  if (received === undefined || !existsSync(received)) throw notReceived(commit);
  const place = mkdtempSync(path.join(tmpdir(), "kazi-adopt-"));
  try {
    // Strangers may have run since it was received: its objects are read, its configuration is not.
    const source = await findObjectSource(call.cwd);
    const lent = [path.join(received, "objects")];
    const store = await makeObjectStore(path.join(place, "adopt.git"), source, lent);
    const parent = firstLine(await store.git(["rev-parse", "--verify", `${commit}^`]));
    const pack = await store.git(["pack-objects", "--quiet", "--revs", "--stdout"], {
      stdin: `${commit}\n^${parent}\n`,
    });
    await runGit(["unpack-objects", "-q", "--strict"], { ...call, stdin: pack.stdout });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function notReceived(commit: Oid): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `expected commit ${commit} to have been received, found none; receive it first`,
  });
}

export function checkOids(...oids: readonly Oid[]): void {
  const wrong = oids.find((oid) => !OID.test(oid));
  if (wrong === undefined) return;
  throw new KaziError({
    code: "git-failed",
    message: `expected an object id of 40 or 64 hex digits, found ${JSON.stringify(wrong.slice(0, 100))}`,
  });
}
