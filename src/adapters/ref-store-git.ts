import path from "node:path";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import {
  FILE_BYTES_MAX,
  type NewCommit,
  type RefHead,
  type RefStore,
  type RefUpdate,
  type StoredCommit,
} from "../ports/ref-store.ts";
import { runGit } from "./git.ts";
import {
  objectId,
  type ObjectFormat,
  type PackedObject,
  toPack,
  treeContent,
} from "./object-pack.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";

/** Where the refs and objects are. */
export interface GitRefStoreOptions {
  /** The repository's own folder, as `git rev-parse --git-common-dir` names it. */
  readonly gitDir: string;
  readonly signal?: AbortSignal;
  /** How long a lock that another process holds is waited for, each of `SWAPS_MAX` times. */
  readonly lockTimeoutMs?: number;
}

const COMMIT_BYTES_MAX = 64_000;
const TREE_BYTES_MAX = 4_000;
const ENTRIES_MAX = 16;
const TIMEOUT_MS = 60_000;
const SWAPS_MAX = 3;
const LOCK_TIMEOUT_MS = 3_000;

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const HELD_LOCK = /cannot lock|could not lock|unable to create .*\.lock|\.lock': file exists/i;

/** The refs of a real repository. One process writes, one swaps, and one that stays reads. */
export function createGitRefStore(given: GitRefStoreOptions): RefStore {
  const options = { ...given, gitDir: path.resolve(given.gitDir) };
  const read = createObjectReader(options);
  let format: ObjectFormat | undefined;
  return {
    namespace: "refs/kazi/local/",
    list: async (prefix) => await listRefs(options, prefix),
    head: async (ref) => await headOf(options, ref),
    read: async (oid) => await readCommit(read, oid),
    swap: async (updates) => await swap(options, updates),
    async write(commit) {
      format ??= await formatOf(options);
      return await writeCommit(options, commit, format);
    },
  };
}

async function listRefs(options: GitRefStoreOptions, prefix: string): Promise<readonly RefHead[]> {
  // A pattern without wildcards names a folder or one ref; what it names too much is left out below.
  const folder = /^[^*?[\\]*\//.exec(prefix)?.[0].replace(/\/+$/, "") ?? "refs";
  const refs = await refsBelow(options, folder);
  return refs.filter(({ ref }) => ref.startsWith(prefix));
}

async function headOf(options: GitRefStoreOptions, ref: string): Promise<Oid | undefined> {
  return (await refsBelow(options, ref)).find((it) => it.ref === ref)?.oid;
}

async function refsBelow(options: GitRefStoreOptions, pattern: string): Promise<RefHead[]> {
  const format = "--format=%(objectname) %(refname)";
  const printed = await git(options, { args: ["for-each-ref", format, "--", pattern] });
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ ref: line.slice(line.indexOf(" ") + 1), oid: line.split(" ")[0] ?? "" }))
    .toSorted((left, right) => (left.ref < right.ref ? -1 : 1));
}

async function readCommit(read: ObjectReader, oid: Oid): Promise<StoredCommit | undefined> {
  const commit = await readObject(read, { oid, type: "commit", bytesMax: COMMIT_BYTES_MAX });
  if (commit === undefined) return undefined;
  const [header = ""] = commit.toString("latin1").split("\n\n", 1);
  const [, treeOid, parentLines = ""] =
    /^tree ([0-9a-f]+)\n((?:parent [0-9a-f]+\n)*)author /.exec(header) ?? [];
  if (treeOid === undefined) return undefined;
  const tree = await readObject(read, { oid: treeOid, type: "tree", bytesMax: TREE_BYTES_MAX });
  const lines = tree === undefined ? undefined : parseTree(tree, oid.length / 2);
  if (lines === undefined) return undefined;
  const parents = [...parentLines.matchAll(/parent (\S+)/g)].map((match) => match[1] ?? "");
  return {
    oid,
    parents,
    files: await readFiles(
      read,
      lines.filter((line) => line.mode === "100644"),
    ),
    folders: new Map(
      lines.filter((line) => line.mode === "40000").map((line) => [line.name, line.oid]),
    ),
  };
}

interface StoredLine {
  readonly mode: string;
  readonly name: string;
  readonly oid: Oid;
}

/** `undefined` for a tree that the ledger never writes: large, with links, or with odd names. */
function parseTree(tree: Buffer, oidBytes: number): readonly StoredLine[] | undefined {
  const lines: StoredLine[] = [];
  let at = 0;
  while (at < tree.length) {
    const end = tree.indexOf(0, at);
    if (end === -1 || end + 1 + oidBytes > tree.length) return undefined;
    const name = /^(100644|40000) ([\w.-]+)$/.exec(tree.toString("latin1", at, end));
    if (name?.[1] === undefined || name[2] === undefined) return undefined;
    at = end + 1 + oidBytes;
    lines.push({ mode: name[1], name: name[2], oid: tree.toString("hex", end + 1, at) });
  }
  return lines.length > ENTRIES_MAX ? undefined : lines;
}

async function readFiles(
  read: ObjectReader,
  lines: readonly StoredLine[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    lines.map(async ({ name, oid }) => {
      const content = await readObject(read, { oid, type: "blob", bytesMax: FILE_BYTES_MAX });
      const text = content === undefined ? undefined : toText(content);
      return text === undefined ? [] : ([[name, text]] as const);
    }),
  );
  return new Map(texts.flat());
}

/** Bytes that are no text count as damage, like a missing file: replacing them would hide it. */
function toText(content: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

async function readObject(
  read: ObjectReader,
  { oid, type, bytesMax }: { oid: Oid; type: PackedObject["kind"]; bytesMax: number },
): Promise<Buffer | undefined> {
  if (!OID.test(oid)) return undefined;
  const found = await read(oid, bytesMax);
  return found.kind === "found" && found.type === type ? found.content : undefined;
}

async function formatOf(options: GitRefStoreOptions): Promise<ObjectFormat> {
  const printed = await git(options, { args: ["rev-parse", "--show-object-format"] });
  return printed.trim() === "sha256" ? "sha256" : "sha1";
}

async function writeCommit(
  options: GitRefStoreOptions,
  commit: NewCommit,
  format: ObjectFormat,
): Promise<Oid> {
  const files = [...commit.files].map(([name, text]) => {
    const blob: PackedObject = { kind: "blob", content: Buffer.from(text) };
    return { blob, line: { kind: "file", name, oid: objectId(blob, format) } as const };
  });
  const folders = [...commit.folders].map(
    ([name, oid]) => ({ kind: "folder", name, oid }) as const,
  );
  const lines = [...files.map((file) => file.line), ...folders];
  const tree: PackedObject = { kind: "tree", content: treeContent(lines) };
  const content = Buffer.from(commitText(commit, objectId(tree, format)));
  const written: PackedObject = { kind: "commit", content };
  const objects = [...files.map((file) => file.blob), tree, written];
  // `--strict` also refuses parents and folders that are not there.
  await git(options, {
    args: ["unpack-objects", "-q", "--strict"],
    input: toPack(objects, format),
  });
  return objectId(written, format);
}

function commitText({ parents, message, atMs }: NewCommit, tree: Oid): string {
  const who = `kazi <kazi@localhost> ${Math.max(0, Math.floor(atMs / 1_000))} +0000`;
  const header = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return `${header.join("\n")}\n\n${message}\n`;
}

/**
 * git locks refs in the order it is given them, so all callers use one order: no two of them hold a
 * lock that the other waits for. A swap is lost only when a ref is seen elsewhere than `before` says.
 * Where git fails and all stand right, somebody holds a lock: it is tried again, and after that the
 * lock is reported, because calling it lost would send the caller round for ever beside a lock that
 * a crash left.
 */
async function swap(
  options: GitRefStoreOptions,
  updates: readonly RefUpdate[],
): Promise<"moved" | "lost"> {
  const inOrder = updates.toSorted((one, other) => (one.ref < other.ref ? -1 : 1));
  const input = Buffer.from(inOrder.map((update) => swapLine(update)).join(""));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await git(options, { args: ["update-ref", "--no-deref", "--stdin", "-z"], input });
      return "moved";
    } catch (error) {
      if (!(error instanceof KaziError) || error.code !== "git-failed") throw error;
      if (await isElsewhere(options, updates)) return "lost";
      if (!HELD_LOCK.test(error.message)) throw error;
      if (attempt >= SWAPS_MAX) throw locked(error);
    }
  }
}

/** Without a value of its own `before` is all zeros: the ref must not exist, or must go. */
function swapLine({ ref, before, after }: RefUpdate): string {
  if (!/^refs\/[^\0\s]+$/.test(ref)) {
    throw new KaziError({ code: "git-failed", message: "expected the full name of a ref" });
  }
  const none = "0".repeat((before ?? after ?? "").length || 40);
  const isSame = before === undefined && after === undefined;
  if (isSame) return `verify ${ref}\0\0`;
  return after === undefined
    ? `delete ${ref}\0${before ?? none}\0`
    : `update ${ref}\0${after}\0${before ?? none}\0`;
}

async function isElsewhere(
  options: GitRefStoreOptions,
  updates: readonly RefUpdate[],
): Promise<boolean> {
  const heads = await Promise.all(updates.map(async ({ ref }) => await headOf(options, ref)));
  return updates.some(({ before }, index) => heads[index] !== before);
}

interface Call {
  readonly args: readonly string[];
  readonly input?: Buffer;
}

/** Asked for before git starts and never while it runs: a swap that is cut short could be either. */
async function git(options: GitRefStoreOptions, { args, input }: Call): Promise<string> {
  if (options.signal?.aborted === true) {
    throw new KaziError({ code: "interrupted", message: "interrupted by a person" });
  }
  const result = await runGit(args, {
    cwd: path.parse(options.gitDir).root,
    gitDir: options.gitDir,
    env: environment(options.lockTimeoutMs ?? LOCK_TIMEOUT_MS),
    timeoutMs: TIMEOUT_MS,
    ...(input === undefined ? {} : { stdin: input }),
  });
  return result.stdout.toString();
}

function environment(lockTimeoutMs: number): Readonly<Record<string, string>> {
  return {
    GIT_GRAFT_FILE: "/dev/null",
    GIT_NO_LAZY_FETCH: "1",
    GIT_COMMITTER_NAME: "kazi",
    GIT_COMMITTER_EMAIL: "kazi@localhost",
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: "core.filesRefLockTimeout",
    GIT_CONFIG_VALUE_0: `${lockTimeoutMs}`,
    GIT_CONFIG_KEY_1: "core.packedRefsTimeout",
    GIT_CONFIG_VALUE_1: `${lockTimeoutMs}`,
  };
}

function locked(cause: KaziError): KaziError {
  const advice = "another git process is at work, or a crash left this lock: delete it if none is";
  return new KaziError({ code: "git-failed", message: `${cause.message}; ${advice}`, cause });
}
