import type { RefMove, Repository, Token, World } from "../model.ts";
import { resolveOid, runGit, tryGit } from "../run-git.ts";
import { announceMoves } from "./announce-moves.ts";
import { findRefusals, type Refusal } from "./receive-rules.ts";
import { ZERO_OID } from "./zero-oid.ts";

export interface RefChange {
  /** The whole name: `refs/heads/main`. */
  readonly ref: string;
  /** What the ref must be now, zeros for "must not exist"; `undefined` takes whatever is there. */
  readonly before: string | undefined;
  /** Zeros delete. */
  readonly after: string;
  /** Whether a branch may lose commits. */
  readonly isForced: boolean;
}

interface MoveOptions {
  /** For what GitHub itself does after its own checks: a merge, the head of a pull request. */
  readonly isUnchecked?: boolean;
}

export type MoveOutcome =
  | { readonly kind: "moved"; readonly moves: readonly RefMove[] }
  | { readonly kind: "stale" | "missing-object" | "not-fast-forward"; readonly ref: string }
  /** Not a name for a ref, or another ref is in its way: `a` and `a/b` cannot both be. */
  | { readonly kind: "unwritable"; readonly ref: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Moves all of the refs or none, and tells everybody who must hear of it. */
export async function moveRefs(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  changes: readonly RefChange[],
  options: MoveOptions = {},
): Promise<MoveOutcome> {
  const { repository, token } = place;
  const outcome = await alone(repository, async () => await move(world, place, changes, options));
  if (outcome.kind === "moved") {
    await announceMoves(world, { repository, token }, outcome.moves);
  }
  return outcome;
}

/** One after the other: two that read the same ref before either writes would both think they are right. */
const queues = new WeakMap<Repository, Promise<unknown>>();

async function alone<T>(repository: Repository, work: () => Promise<T>): Promise<T> {
  const before = queues.get(repository) ?? Promise.resolve();
  const result = before.then(work, work);
  queues.set(repository, result);
  return await result;
}

async function move(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  changes: readonly RefChange[],
  options: MoveOptions,
): Promise<MoveOutcome> {
  const moves: RefMove[] = [];
  for (const change of changes) {
    const before = (await resolveOid(place.repository, change.ref)) ?? ZERO_OID;
    const problem = await findProblem(place.repository, change, before);
    if (problem !== undefined) {
      return { kind: problem, ref: change.ref };
    }
    moves.push({ ref: change.ref, before, after: change.after });
  }
  const [refusal] =
    options.isUnchecked === true ? [] : await findRefusals(world, { ...place, moves });
  if (refusal !== undefined) {
    return { kind: "refused", refusal };
  }
  return await write(place.repository, moves);
}

async function findProblem(
  repository: Repository,
  change: RefChange,
  before: string,
): Promise<"stale" | "missing-object" | "not-fast-forward" | undefined> {
  if (change.before !== undefined && change.before !== before) {
    return "stale";
  }
  if (change.after === ZERO_OID) {
    return before === ZERO_OID ? "missing-object" : undefined;
  }
  if (!(await isThere(repository, change))) {
    return "missing-object";
  }
  const mayLose = change.isForced || before === ZERO_OID || before === change.after;
  return mayLose || (await isAncestor(repository, before, change.after))
    ? undefined
    : "not-fast-forward";
}

/** A branch points at a commit, other refs at any object. */
async function isThere(repository: Repository, change: RefChange): Promise<boolean> {
  const kind = change.ref.startsWith("refs/heads/") ? "^{commit}" : "^{}";
  return (await resolveOid(repository, `${change.after}${kind}`)) !== undefined;
}

export async function isAncestor(
  repository: Repository,
  older: string,
  newer: string,
): Promise<boolean> {
  return (await tryGit(repository, ["merge-base", "--is-ancestor", older, newer])).code === 0;
}

async function write(repository: Repository, moves: readonly RefMove[]): Promise<MoveOutcome> {
  const updates = moves.map((it) => `update ${it.ref}\0${it.after}\0${it.before}\0`);
  const result = await tryGit(repository, ["update-ref", "--no-deref", "--stdin", "-z"], {
    input: `start\0${updates.join("")}prepare\0commit\0`,
  });
  if (result.code === 0) {
    return { kind: "moved", moves: moves.filter((it) => it.before !== it.after) };
  }
  // A push by git may have been quicker than this transaction.
  const moved = await firstMoved(repository, moves);
  return moved === undefined
    ? { kind: "unwritable", ref: moves[0]?.ref ?? "" }
    : { kind: "stale", ref: moved.ref };
}

async function firstMoved(
  repository: Repository,
  moves: readonly RefMove[],
): Promise<RefMove | undefined> {
  const listed = await runGit(repository, ["for-each-ref", "--format=%(objectname) %(refname)"]);
  const present = new Map(
    listed.split("\n").map((line) => [line.slice(41), line.slice(0, 40)] as const),
  );
  return moves.find((it) => (present.get(it.ref) ?? ZERO_OID) !== it.before);
}
