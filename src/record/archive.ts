import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import type { RefStore, RefUpdate } from "../ports/ref-store.ts";
import { encode, parseState } from "./codec.ts";
import { archiveRef, ledgerKey } from "./ledger-ref.ts";

/** Ended generations that are looked through; older ones stay in the chain. */
const WALK_MAX = 10_000;

/** One ended generation as the archive holds it. */
export interface ArchivedRun {
  /** The commit of the archive. */
  readonly at: Oid;
  /** The last commit of the generation's own chain. */
  readonly oid: Oid;
  readonly state: RunState;
}

/** The end of a generation that is to be folded away. */
export interface EndedRun {
  readonly oid: Oid;
  readonly state: RunState;
}

/**
 * Writes the archive's next commit and returns the update that shows it. Each commit holds one
 * generation and has its chain as last parent: the cost stays the same however many there are.
 */
export async function foldAway(store: RefStore, ended: EndedRun): Promise<readonly RefUpdate[]> {
  const { state, oid } = ended;
  const before = await store.head(archiveRef(store));
  // A machine may have stopped between the two halves of an earlier swap.
  if (before !== undefined && (await parentsOf(store, before)).at(-1) === oid) return [];
  const after = await store.write({
    parents: before === undefined ? [oid] : [before, oid],
    message: `kazi: archived generation ${state.generation} of ${keyOf(state)}, ${state.status}`,
    files: new Map([[fileOf(state), encode(state)]]),
    folders: new Map(),
    atMs: state.updatedAtMs,
  });
  return [{ ref: archiveRef(store), ...(before === undefined ? {} : { before }), after }];
}

// Ended generations, newest first; throws `record-forged` at the first one that is none.
export async function* archivedRuns(store: RefStore): AsyncGenerator<ArchivedRun> {
  let at = await store.head(archiveRef(store));
  for (let walked = 0; at !== undefined && walked < WALK_MAX; walked += 1) {
    const run = await readArchived(store, at);
    yield run;
    at = run.older;
  }
}

async function parentsOf(store: RefStore, at: Oid): Promise<readonly Oid[]> {
  return (await store.read(at))?.parents ?? [];
}

async function readArchived(
  store: RefStore,
  at: Oid,
): Promise<ArchivedRun & { readonly older: Oid | undefined }> {
  const commit = await store.read(at);
  if (commit === undefined) throw damaged(store, at, "it is missing or not a commit of kazi");
  const [older, oid] =
    commit.parents.length === 2 ? commit.parents : [undefined, ...commit.parents];
  const [file, ...more] = commit.files;
  if (file === undefined || more.length > 0 || oid === undefined || commit.parents.length > 2) {
    throw damaged(store, at, "expected one ended generation and its chain");
  }
  const [name, text] = file;
  const state = parseState(text);
  if (fileOf(state) !== name || state.status === "running") {
    throw damaged(store, at, "its name, its goal and its end do not belong together");
  }
  return { at, oid, state, older };
}

function fileOf(state: RunState): string {
  return `${keyOf(state)}.${state.generation}.json`;
}

function keyOf(state: RunState): string {
  return ledgerKey(state.goal);
}

function damaged(store: RefStore, at: Oid, found: string): KaziError {
  const ref = archiveRef(store);
  return new KaziError({
    code: "record-forged",
    message: `${ref} is damaged at ${at}: ${found}. Look at it with git log; git update-ref -d ${ref} forgets all ended runs`,
  });
}
