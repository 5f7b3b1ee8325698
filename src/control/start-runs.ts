import { KaziError } from "../model/kazi-error.ts";
import type { Forge } from "../ports/forge.ts";
import type { LedgerHead } from "../record/ledger.ts";
import { wakeGoal } from "./wake-goal.ts";

/** Runs that one pass starts; the next one goes on with the others. */
const STARTS_MAX = 10;

/** What became of goals that nobody worked on. */
export interface WakeReport {
  readonly started: readonly string[];
  /** Goals that a person has to look at, with the reason. */
  readonly blocked: readonly { readonly goal: string; readonly reason: string }[];
}

/** Starts the next run of each goal, as far as its approval holds; the longest quiet ones first. */
export async function startRuns(forge: Forge, heads: readonly LedgerHead[]): Promise<WakeReport> {
  const started: string[] = [];
  const blocked: { readonly goal: string; readonly reason: string }[] = [];
  const quietFirst = heads.toSorted(
    (left, right) => left.state.updatedAtMs - right.state.updatedAtMs,
  );
  for (const { state } of quietFirst) {
    if (started.length >= STARTS_MAX) break;
    const reason = await wakeGoal(forge, state).catch(whyNotNow);
    if (reason === undefined) started.push(state.goal);
    else blocked.push({ goal: state.goal, reason });
  }
  return { started, blocked };
}

/** One goal that GitHub refuses or does not answer for must not keep the others asleep. */
function whyNotNow(error: unknown): string {
  const isGitHub =
    error instanceof KaziError &&
    (error.code === "github-refused" || error.code === "github-unavailable");
  if (isGitHub) return error.message;
  throw error;
}
