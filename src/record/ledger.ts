import type { Entry } from "../model/entry.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid, Vector } from "../model/vector.ts";
import type { RefHead, RefStore, RefUpdate } from "../ports/ref-store.ts";
import { applyEntry } from "./apply-entry.ts";
import { archivedRuns, foldAway } from "./archive.ts";
import { boundEntry } from "./bound-entry.ts";
import { boundVector } from "./bound-vector.ts";
import { parseEntry, parseState, parseVector } from "./codec.ts";
import { isEvidenceOf, type LedgerParts, partsOf, toLedgerCommit } from "./ledger-commit.ts";
import { archiveRef, livePrefix, liveRef } from "./ledger-ref.ts";
import { walkChain } from "./walk-chain.ts";

/** A ledger as it was read or left: every append starts from one. */
export interface LedgerHead {
  readonly ref: string;
  readonly oid: Oid;
  readonly state: RunState;
  /** Evidence of the last settled observation. */
  readonly vector?: Vector;
}

/** What goes with an entry. */
export interface AppendOptions {
  /** Evidence of what a settlement observed. */
  readonly vector?: Vector;
  /** Other refs that move with the ledger, or nothing does. */
  readonly alsoMove?: readonly RefUpdate[];
}

/** One generation, running or ended. */
export interface KnownRun {
  /** The live ref, or the archive's. */
  readonly ref: string;
  readonly oid: Oid;
  readonly archived: boolean;
  readonly state: RunState;
}

/** What stands where a run should be. */
export interface DamagedRun {
  readonly ref: string;
  readonly reason: string;
}

/** All runs that can be read, and what cannot. */
export interface RunList {
  readonly runs: readonly KnownRun[];
  readonly damaged: readonly DamagedRun[];
}

/** One entry and the commit that holds it. */
export interface RecordedEntry {
  readonly oid: Oid;
  readonly entry: Entry;
}

/** The newest checkpoint. `undefined` without a ref; throws `record-forged` when it is none of ours. */
export async function readLedger(store: RefStore, ref: string): Promise<LedgerHead | undefined> {
  const oid = await store.head(ref);
  return oid === undefined ? undefined : await readLedgerAt(store, { ref, oid });
}

/** The checkpoint where a list of refs found it, which saves asking for each of them again. */
export async function readLedgerAt(store: RefStore, { ref, oid }: RefHead): Promise<LedgerHead> {
  const parts = await readParts(store, oid);
  const state = parseState(parts.state);
  if (state.approval.graders !== parts.graders)
    throw forged(oid, "its graders are not the approved ones");
  if (liveRef(store, state.goal) !== ref) throw forged(oid, `it does not belong on ${ref}`);
  const { evidence } = parts;
  return { ref, oid, state, ...(evidence === undefined ? {} : { vector: parseVector(evidence) }) };
}

/**
 * Starts a generation. An ended one on the same ref is folded away in the same swap; throws
 * `goal-busy` when one is going on there.
 */
export async function openLedger(
  store: RefStore,
  entry: Entry,
  alsoMove: readonly RefUpdate[] = [],
): Promise<LedgerHead | "lost"> {
  const opened = boundEntry(entry);
  const state = applyEntry(undefined, opened);
  const ref = liveRef(store, state.goal);
  const ended = await readLedger(store, ref);
  if (ended !== undefined) requireRoom(ended, state);
  const oid = await store.write(toLedgerCommit({ entry: opened, state }, undefined));
  const update = { ref, ...(ended === undefined ? {} : { before: ended.oid }), after: oid };
  const folded = ended === undefined ? [] : await foldAway(store, ended);
  const swapped = await store.swap([update, ...folded, ...alsoMove]);
  return swapped === "lost" ? "lost" : { ref, oid, state };
}

/** Adds one entry to exactly the head that was read; `lost` when somebody else was faster. */
export async function appendEntry(
  store: RefStore,
  head: LedgerHead,
  entry: Entry,
  options: AppendOptions = {},
): Promise<LedgerHead | "lost"> {
  const bounded = boundEntry(entry);
  const state = applyEntry(head.state, bounded);
  const vector =
    options.vector === undefined ? head.vector : evidenceFor(bounded, boundVector(options.vector));
  const content = { state, ...(vector === undefined ? {} : { vector }) };
  const oid = await store.write(toLedgerCommit({ ...content, entry: bounded }, head.oid));
  const update = { ref: head.ref, before: head.oid, after: oid };
  const swapped = await store.swap([update, ...(options.alsoMove ?? [])]);
  return swapped === "lost" ? "lost" : { ref: head.ref, oid, ...content };
}

/** Folds an ended generation into the archive, so that refs are as many as running goals. */
export async function archiveEnded(store: RefStore, head: LedgerHead): Promise<"moved" | "lost"> {
  if (head.state.status === "running") {
    throw busy(`goal ${head.state.goal} is still running; expected an ended run to put away`);
  }
  const folded = await foldAway(store, head);
  return await store.swap([{ ref: head.ref, before: head.oid }, ...folded]);
}

/** Every run that is known: live ones by ref, then ended ones from the newest. */
export async function listRuns(store: RefStore): Promise<RunList> {
  const heads = await store.list(livePrefix(store));
  const found = await Promise.all(heads.map(async (head) => await lookAt(store, head)));
  const live = found.flatMap((it) => ("state" in it ? [it] : []));
  const damaged = found.flatMap((it) => ("reason" in it ? [it] : []));
  const archive = await listArchived(store, new Set(live.map((run) => run.oid)));
  return {
    runs: [...live, ...archive.runs],
    damaged: [...damaged, ...archive.damaged],
  };
}

async function lookAt(store: RefStore, head: RefHead): Promise<KnownRun | DamagedRun> {
  try {
    const { state } = await readLedgerAt(store, head);
    return { ...head, archived: false, state };
  } catch (error) {
    return { ref: head.ref, reason: damageOf(error) };
  }
}

async function listArchived(store: RefStore, live: ReadonlySet<Oid>): Promise<RunList> {
  const runs: KnownRun[] = [];
  try {
    for await (const { oid, state } of archivedRuns(store)) {
      if (!live.has(oid)) runs.push({ ref: archiveRef(store), oid, archived: true, state });
    }
    return { runs, damaged: [] };
  } catch (error) {
    return { runs, damaged: [{ ref: archiveRef(store), reason: damageOf(error) }] };
  }
}

/** The newest generation of a goal, running or ended. */
export async function lastGeneration(
  store: RefStore,
  goalId: string,
): Promise<RunState | undefined> {
  const live = await readLedger(store, liveRef(store, goalId));
  if (live?.state.goal === goalId) return live.state;
  for await (const { state } of archivedRuns(store)) {
    if (state.goal === goalId) return state;
  }
  return undefined;
}

/** The newest `entriesMax` entries from `oid` backwards, newest first. */
export async function readHistory(
  store: RefStore,
  oid: Oid,
  entriesMax: number,
): Promise<readonly RecordedEntry[]> {
  const entries: RecordedEntry[] = [];
  for await (const link of walkChain(store, oid, entriesMax)) {
    if (link.kind === "damaged") throw forged(link.oid, link.reason);
    entries.push({ oid: link.oid, entry: parseEntry(link.parts.entry) });
  }
  return entries;
}

async function readParts(store: RefStore, oid: Oid): Promise<LedgerParts> {
  const commit = await store.read(oid);
  if (commit === undefined) throw forged(oid, "it is missing, damaged or not a commit of kazi");
  return partsOf(commit);
}

function requireRoom(ended: LedgerHead, next: RunState): void {
  const { goal, generation, status } = ended.state;
  if (goal !== next.goal) {
    throw busy(
      `the ledger of goal ${next.goal} is taken by goal ${goal}; give one of them another id`,
    );
  }
  if (status === "running") {
    throw busy(`generation ${generation} of goal ${goal} is going on; expected it to have ended`);
  }
  if (generation >= next.generation) {
    throw busy(
      `generation ${generation} of goal ${goal} exists; expected a number above it, found ${next.generation}`,
    );
  }
}

function evidenceFor(entry: Entry, vector: Vector): Vector {
  if (entry.kind === "settled" && isEvidenceOf(vector, entry.observed)) return vector;
  throw new KaziError({
    code: "record-unwritable",
    message: `expected evidence of exactly what a settlement observed, found another with "${entry.kind}"`,
  });
}

function damageOf(error: unknown): string {
  if (error instanceof KaziError && error.code !== "interrupted") return error.message;
  throw error;
}

function forged(oid: Oid, found: string): KaziError {
  return new KaziError({
    code: "record-forged",
    message: `the ledger is damaged at ${oid}: ${found}. Look at it with git show; kazi never repairs a record`,
  });
}

function busy(message: string): KaziError {
  return new KaziError({ code: "goal-busy", message });
}
