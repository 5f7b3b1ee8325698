import type { Oid } from "../model/vector.ts";
import type { AddedLines, ChangedPath, TreeDiff } from "../ports/tree-diff.ts";
import type { ObjectStore } from "./object-store.ts";
import { parsePatch } from "./parse-patch.ts";
import { toBytes } from "./tree-path.ts";

const MESSAGES_MAX = 200;
const MESSAGES_BYTES_MAX = 1024 * 1024;
/** A tree without files, known to every git: no `.gitattributes` may say that a source is binary. */
const NO_ATTRIBUTES = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
} as const;

/** Which commits, and the store that holds both. */
export interface TreeDiffOptions {
  readonly store: Pick<ObjectStore, "git" | "format">;
  readonly base: Oid;
  readonly commit: Oid;
  readonly since: string;
}

/** Compares what is committed: nothing that only lies in a folder takes part. */
export function createTreeDiff(options: TreeDiffOptions): TreeDiff {
  return {
    since: options.since,
    changedPaths: async () => await listChanged(options),
    addedLines: async (bytesMax) => await readAdded(options, bytesMax),
    messages: async () => await readMessages(options),
  };
}

async function listChanged({
  store,
  base,
  commit,
}: TreeDiffOptions): Promise<readonly ChangedPath[]> {
  const options = ["-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none"];
  const compared = await store.git(["diff-tree", ...options, base, commit, "--"]);
  const fields = compared.stdout.toString("latin1").split("\0");
  const changed: ChangedPath[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const path = toBytes(fields[at + 1] ?? "").toString("utf8");
    changed.push({ path, kind: kindOf(fields[at] ?? "") });
  }
  return changed.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function kindOf(raw: string): ChangedPath["kind"] {
  const [oldMode, newMode] = raw.slice(1).split(" ");
  if (oldMode === "000000") return "added";
  return newMode === "000000" ? "deleted" : "modified";
}

async function readAdded(
  { store, base, commit }: TreeDiffOptions,
  bytesMax: number,
): Promise<AddedLines> {
  const quiet = ["--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
  const shape = ["-r", "-p", "--unified=0", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/"];
  const patch = await store.git(["diff-tree", ...shape, ...quiet, base, commit, "--"], {
    cutBytes: bytesMax,
    env: { GIT_ATTR_SOURCE: NO_ATTRIBUTES[store.format] },
  });
  const text = patch.stdout.toString("latin1");
  // What was cut may be the middle of a line.
  const whole = patch.cut ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
  const added = parsePatch(whole);
  return { ...added, isComplete: added.isComplete && !patch.cut };
}

async function readMessages({ store, base, commit }: TreeDiffOptions): Promise<readonly string[]> {
  const options = ["-z", "--format=%B", "--no-color", "--no-show-signature"];
  const limit = `--max-count=${MESSAGES_MAX}`;
  const log = await store.git(["log", ...options, limit, `${base}..${commit}`, "--"], {
    cutBytes: MESSAGES_BYTES_MAX,
  });
  return log.stdout
    .toString("utf8")
    .split("\0")
    .map((message) => message.trim())
    .filter((message) => message !== "");
}
