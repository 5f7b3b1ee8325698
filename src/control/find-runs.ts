import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Vector } from "../model/vector.ts";
import type { RefHead, RefStore } from "../ports/ref-store.ts";
import { archivedRuns } from "../record/archive.ts";
import { livePrefix, liveRef } from "../record/ledger-ref.ts";
import { type LedgerHead, readLedgerAt } from "../record/ledger.ts";

/** Ended generations that are looked through for one question. */
const ARCHIVED_MAX = 30;
/** Goals that may be going on at the same time. */
const LIVE_MAX = 200;

/** The newest generation of a goal. */
export interface FoundRun {
  readonly state: RunState;
  /** Evidence of its last observation, while it is not archived. */
  readonly vector?: Vector;
}

/** All ledgers that are not put away, and the refs at which none of ours stands. */
export interface LiveRuns {
  readonly heads: readonly LedgerHead[];
  /** Why, by ref. */
  readonly damaged: ReadonlyMap<string, string>;
}

/** Reads every ledger that is not put away. */
export async function readLiveRuns(store: RefStore): Promise<LiveRuns> {
  const heads: LedgerHead[] = [];
  const damaged = new Map<string, string>();
  for (const found of (await store.list(livePrefix(store))).slice(0, LIVE_MAX)) {
    const head = await readOne(store, found);
    if (typeof head === "string") damaged.set(found.ref, head);
    else heads.push(head);
  }
  return { heads, damaged };
}

/** The newest generation of a goal, live or ended. */
export async function findRun(
  store: RefStore,
  live: LiveRuns,
  goalId: string,
): Promise<FoundRun | undefined> {
  const head = live.heads.find((it) => it.state.goal === goalId);
  if (head !== undefined) return head;
  if (live.damaged.has(liveRef(store, goalId))) return undefined;
  return await findEnded(store, (state) => state.goal === goalId);
}

/** The newest of the ended generations that fits. */
export async function findEnded(
  store: RefStore,
  fits: (state: RunState) => boolean,
): Promise<FoundRun | undefined> {
  let looked = 0;
  try {
    for await (const { state } of archivedRuns(store)) {
      if (fits(state)) return { state };
      looked += 1;
      if (looked >= ARCHIVED_MAX) return undefined;
    }
  } catch (error) {
    damageOf(error);
  }
  return undefined;
}

async function readOne(store: RefStore, found: RefHead): Promise<LedgerHead | string> {
  try {
    return await readLedgerAt(store, found);
  } catch (error) {
    return damageOf(error);
  }
}

/** A damaged record is a finding; anything else means that the world broke. */
function damageOf(error: unknown): string {
  if (error instanceof KaziError && error.code === "record-forged") return error.message;
  throw error;
}
