import type { RunState } from "../model/run.ts";
import type { Clock } from "../ports/clock.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { RunLiveness } from "../ports/run-liveness.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { type DamagedRun, type KnownRun, listRuns, readHistory } from "../record/ledger.ts";
import { verifyLedger } from "../record/verify-ledger.ts";
import type { LedgerLine } from "../report/render-ledger.ts";
import type { RunView } from "../report/render-status.ts";

/** Entries of one ledger that are shown. */
const SHOWN_MAX = 500;

/** Where runs are looked up. */
export interface RunsSource {
  readonly store: RefStore;
  readonly liveness: RunLiveness;
  readonly clock: Clock;
}

/** Every run of the repository, the latest change first, and what cannot be read. */
export async function readRuns(
  source: RunsSource,
): Promise<{ readonly views: readonly RunView[]; readonly damaged: readonly DamagedRun[] }> {
  const { runs, damaged } = await listRuns(source.store);
  const states = runs
    .map((run) => run.state)
    .toSorted((left, right) => right.updatedAtMs - left.updatedAtMs);
  const views = await Promise.all(states.map(async (state) => await toView(source, state)));
  return { views, damaged };
}

/** The newest generation of one goal. */
export async function readRun(source: RunsSource, goal: string): Promise<RunView | undefined> {
  const run = await newestRun(source.store, goal);
  return run === undefined ? undefined : await toView(source, run.state);
}

/** The newest entries of the newest generation, oldest first. */
export async function readEntries(
  store: RefStore,
  goal: string,
): Promise<readonly LedgerLine[] | undefined> {
  const run = await newestRun(store, goal);
  if (run === undefined) return undefined;
  return (await readHistory(store, run.oid, SHOWN_MAX)).toReversed();
}

/** What checking one ledger came to. */
export interface Verified {
  readonly goal: string;
  readonly generation: number;
  readonly ok: boolean;
  readonly text: string;
}

/** Replays every ledger, or that of one goal. */
export async function verifyRuns(
  store: RefStore,
  goal: string | undefined,
): Promise<readonly Verified[]> {
  const { runs, damaged } = await listRuns(store);
  const wanted = goal === undefined ? runs : runs.filter((run) => run.state.goal === goal);
  const verified: Verified[] = damaged
    .filter(({ ref }) => goal === undefined || ref === liveRef(store, goal))
    .map(({ ref, reason }) => ({ goal: ref, generation: 0, ok: false, text: reason }));
  for (const run of wanted) {
    const report = await verifyLedger(store, run.oid);
    const text = report.ok
      ? `${report.entries} entries, each follows from the one before`
      : `${report.reason} (at ${report.at.slice(0, 12)})`;
    const { goal: id, generation } = run.state;
    verified.push({ goal: id, generation, ok: report.ok, text });
  }
  return verified;
}

async function newestRun(store: RefStore, goal: string): Promise<KnownRun | undefined> {
  const { runs } = await listRuns(store);
  return runs
    .filter((run) => run.state.goal === goal)
    .toSorted((left, right) => right.state.generation - left.state.generation)[0];
}

async function toView({ liveness, clock }: RunsSource, state: RunState): Promise<RunView> {
  const holder = state.claim === undefined ? "none" : await liveness.stateOf(state.claim.holder);
  return { state, holder, nowMs: clock.now() };
}
