import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { RefHead, RefStore } from "../ports/ref-store.ts";
import { livePrefix } from "../record/ledger-ref.ts";
import { type LedgerHead, readLedgerAt } from "../record/ledger.ts";
import type { Host } from "./host.ts";

/** Which goal-file is meant: pull requests may have different ones at the same path. */
export interface GoalPlace {
  readonly goalPath: string;
  /** The pull request that it is in; absent for one on the default branch. */
  readonly pull?: number;
}

/**
 * The run of a goal-file whose generation is not put away. One that goes on comes before one that ended:
 * a file that got another id leaves the ended run of the old one behind.
 */
export async function findLive(
  { store }: Pick<Host, "store">,
  place: GoalPlace,
): Promise<LedgerHead | undefined> {
  const found: LedgerHead[] = [];
  for (const head of await store.list(livePrefix(store))) {
    const ledger = await readWhole(store, head);
    if (ledger !== undefined && isAt(ledger.state, place)) found.push(ledger);
  }
  return found.toSorted((one, other) => rank(other.state) - rank(one.state))[0];
}

function isAt({ approval, target }: RunState, { goalPath, pull }: GoalPlace): boolean {
  const own = target?.inPlace === true ? target.pull : undefined;
  return approval.goalPath === goalPath && own === pull;
}

function rank({ status, updatedAtMs }: RunState): number {
  return status === "running" ? Number.MAX_SAFE_INTEGER : updatedAtMs;
}

/** A damaged record is nobody's run, and must not stand in the way of the others. */
async function readWhole(store: RefStore, head: RefHead): Promise<LedgerHead | undefined> {
  try {
    return await readLedgerAt(store, head);
  } catch (error) {
    if (error instanceof KaziError && error.code === "record-forged") return undefined;
    throw error;
  }
}
