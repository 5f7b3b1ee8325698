import { randomUUID } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Oid } from "../model/vector.ts";
import { runGit, type GitCall, type GitResult } from "./git.ts";
import type { PathKey } from "./tree-path.ts";

/** What could make a bare repository look elsewhere or apply rules; ours has none of it. */
const STEERING = [
  "info",
  "hooks",
  "commondir",
  "config.worktree",
  "gitdir",
  "worktrees",
  "modules",
];

/** The repository whose objects are borrowed. */
export interface ObjectSource {
  readonly objects: string;
  readonly format: "sha1" | "sha256";
  /** The text of its `shallow` file. */
  readonly shallow?: string;
  /** Cloned with a filter: objects may be missing that only the person's git could fetch. */
  readonly isPartial: boolean;
}

/** A bare repository of ours: its configuration is what we wrote, at every call. */
export interface ObjectStore {
  readonly path: string;
  readonly format: "sha1" | "sha256";
  git(args: readonly string[], call?: Partial<GitCall>): Promise<GitResult>;
}

/** One line of `ls-tree`. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: Oid;
  readonly key: PathKey;
}

export async function findObjectSource(repository: string): Promise<ObjectSource> {
  const call = { cwd: repository, gitDir: repository };
  const found = await runGit(["rev-parse", "--show-object-format"], call);
  const format = found.stdout.toString().trim() === "sha256" ? "sha256" : "sha1";
  const promisor = await runGit(["config", "--get-regexp", String.raw`^remote\..*\.promisor$`], {
    ...call,
    codes: [0, 1],
  });
  const shallow = path.join(repository, "shallow");
  return {
    objects: path.join(repository, "objects"),
    format,
    isPartial: promisor.code === 0,
    ...(existsSync(shallow) ? { shallow: readFileSync(shallow, "utf8") } : {}),
  };
}

/** Makes the store anew; what stood at the path is gone. */
export async function makeObjectStore(
  folder: string,
  source: ObjectSource,
  borrowed: readonly string[] = [],
): Promise<ObjectStore> {
  rmSync(folder, { recursive: true, force: true });
  await initialise(folder, source, "--bare");
  borrowObjects(folder, source, borrowed);
  const config = readFileSync(path.join(folder, "config"), "utf8");
  return {
    path: folder,
    format: source.format,
    async git(args, call = {}) {
      // Strangers run as the same user: what they may have written here must not steer us.
      for (const name of STEERING) {
        rmSync(path.join(folder, name), { recursive: true, force: true });
      }
      keepFile(path.join(folder, "config"), config);
      borrowObjects(folder, source, borrowed);
      return await runGit(args, { cwd: folder, gitDir: folder, ...call });
    },
  };
}

/** An empty repository without templates. */
export async function initialise(
  folder: string,
  source: ObjectSource,
  ...options: readonly string[]
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const init = ["init", "--quiet", "--template=", `--object-format=${source.format}`, ...options];
  await runGit([...init, "."], { cwd: folder });
}

/** Lets a repository read the objects of others, and know where their history was cut. */
export function borrowObjects(
  gitDir: string,
  source: ObjectSource,
  others: readonly string[],
): void {
  const lenders = [source.objects, ...others.filter((folder) => existsSync(folder))];
  const info = path.join(gitDir, "objects", "info");
  mkdirSync(info, { recursive: true });
  keepFile(path.join(info, "alternates"), lenders.map((it) => `${quote(it)}\n`).join(""));
  if (source.shallow !== undefined) keepFile(path.join(gitDir, "shallow"), source.shallow);
}

/** Other calls read the file at this moment: it is exchanged as a whole, and only when it is not ours any more. */
function keepFile(file: string, text: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  const isSame = found?.isFile() === true && found.size === Buffer.byteLength(text);
  if (isSame && readFileSync(file, "utf8") === text) return;
  if (found?.isDirectory() === true) rmSync(file, { recursive: true, force: true });
  const fresh = `${file}.${randomUUID()}`;
  writeFileSync(fresh, text, { flag: "wx" });
  renameSync(fresh, file);
}

/** Every file, link and submodule of a tree or commit. */
export async function listTree(store: ObjectStore, tree: Oid): Promise<readonly TreeEntry[]> {
  const listed = await store.git(["ls-tree", "-r", "-z", "--full-tree", tree]);
  return parseTree(listed.stdout);
}

export function parseTree(output: Buffer): readonly TreeEntry[] {
  return output
    .toString("latin1")
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", , oid = ""] = line.slice(0, tab).split(" ");
      return { mode, oid, key: line.slice(tab + 1) };
    });
}

/** Sizes of objects; those that are missing are left out. */
export async function sizesOf(
  store: ObjectStore,
  oids: readonly Oid[],
): Promise<ReadonlyMap<Oid, number>> {
  if (oids.length === 0) return new Map();
  const answer = await store.git(["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
    stdin: `${oids.join("\n")}\n`,
  });
  const lines = answer.stdout.toString("latin1").split("\n");
  return new Map(
    lines.flatMap((line) => {
      const found = /^([0-9a-f]+) (\d+)$/.exec(line);
      return found === null ? [] : [[found[1] ?? "", Number(found[2])]];
    }),
  );
}

/** git reads a line of `alternates` that starts with a quote as a C string: a path can hold anything. */
function quote(folder: string): string {
  const escaped = folder
    .replaceAll("\\", String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\n", String.raw`\n`);
  return `"${escaped}"`;
}
