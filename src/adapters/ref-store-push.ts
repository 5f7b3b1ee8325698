import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { RefHead, RefStore, RefUpdate, StoredCommit } from "../ports/ref-store.ts";
import { createGitRefStore } from "./ref-store-git.ts";
import type { PushAnswer, RemoteMirror } from "./remote-mirror.ts";

const ATTEMPTS_MAX = 3;
/** git's own word for all there is. */
const WHOLE_DEPTH = 2_147_483_647;

/** The refs of a remote, moved by atomic pushes. Objects are written here and travel with the push. */
export function createPushRefStore(mirror: RemoteMirror): RefStore {
  const local = createGitRefStore({ gitDir: mirror.gitDir });
  // Where the newest commits came from: what is behind them is fetched when somebody asks.
  const shallow = new Set<string>();
  return {
    namespace: "refs/kazi/",
    list: async (prefix) => await bring(await mirror.heads(`${prefix}*`)),
    head: async (ref) => (await bring(await mirror.heads(ref)))[0]?.oid,
    read,
    write: async (commit) => await local.write(commit),
    swap: async (updates) => await swap(mirror, updates),
  };

  /** A checkpoint is whole, so that the newest commit is enough however long the chain is. */
  async function bring(found: readonly RefHead[]): Promise<readonly RefHead[]> {
    const missing: string[] = [];
    for (const { ref, oid } of found) {
      if (ref.startsWith("refs/kazi/") && !(await mirror.has(oid))) missing.push(ref);
    }
    if (missing.length === 0) return found;
    await mirror.fetch(missing, 1);
    for (const ref of missing) shallow.add(ref);
    return found;
  }

  async function read(oid: Oid): Promise<StoredCommit | undefined> {
    const known = await local.read(oid);
    if (known !== undefined || shallow.size === 0) return known;
    await mirror.fetch([...shallow], WHOLE_DEPTH);
    shallow.clear();
    return await local.read(oid);
  }
}

/** A push that nobody answered may have moved all: a look tells, and a second push does no harm. */
async function swap(
  mirror: RemoteMirror,
  updates: readonly RefUpdate[],
): Promise<"moved" | "lost"> {
  const moves = updates.filter(({ before, after }) => before !== undefined || after !== undefined);
  for (const { after } of moves) if (after !== undefined) await requireHere(mirror, after);
  let answer: PushAnswer = { kind: "moved" };
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const stands = await standOf(mirror, updates);
    if (attempt > 0 && isDone(stands, updates)) return "moved";
    if (updates.some(({ ref, before }) => stands.get(ref) !== before)) return "lost";
    if (moves.length > 0) answer = await mirror.push(moves);
    if (answer.kind === "moved") return "moved";
    if (answer.kind === "stale") return "lost";
  }
  throw notTaken(updates, answer);
}

async function requireHere(mirror: RemoteMirror, oid: Oid): Promise<void> {
  if (await mirror.has(oid)) return;
  throw new KaziError({
    code: "git-failed",
    message: `expected commit ${oid} to have been written before it is pushed, found none`,
  });
}

function notTaken(updates: readonly RefUpdate[], answer: PushAnswer): KaziError {
  const names = updates.map(({ ref }) => ref).join(", ");
  const reason = "reason" in answer ? answer.reason : "no reason given";
  return new KaziError({
    code: answer.kind === "refused" ? "push-refused" : "git-failed",
    message: `expected GitHub to take the push of ${names}, found: ${reason}`,
  });
}

async function standOf(
  mirror: RemoteMirror,
  updates: readonly RefUpdate[],
): Promise<ReadonlyMap<string, Oid>> {
  const found = await mirror.heads(...updates.map(({ ref }) => ref));
  return new Map(found.map(({ ref, oid }) => [ref, oid]));
}

function isDone(stands: ReadonlyMap<string, Oid>, updates: readonly RefUpdate[]): boolean {
  return updates.every(({ ref, after }) => stands.get(ref) === after);
}
