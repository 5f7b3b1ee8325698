import type { Target } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { liveRef } from "../record/ledger-ref.ts";
import { readLedger } from "../record/ledger.ts";
import { refusalWords } from "../report/refusal-words.ts";
import type { ReadApproval } from "./approval.ts";
import { placeOf } from "./goal-standing.ts";
import { goalIdOf, readGoalFile } from "./read-goals.ts";

/**
 * Why an approved goal cannot begin: a goal of its id is going on in another place. Two approvals may
 * cross, and a run can be started by hand, so this is looked at where a generation is opened.
 */
export async function whyElsewhere(
  forge: Forge,
  store: RefStore,
  approved: Pick<ReadApproval, "commit" | "target"> & { readonly goalPath: string },
): Promise<string | undefined> {
  const id = goalIdOf(await readGoalFile(forge, approved.commit, approved.goalPath));
  const run = (await readLedger(store, liveRef(store, id)))?.state;
  if (run?.status !== "running" || isSamePlace(run.target, approved.target)) return undefined;
  if (await isOver(forge, run.target)) return undefined;
  return refusalWords({ kind: "elsewhere", id, where: placeOf(run) });
}

function isSamePlace(one: Target | undefined, other: Target): boolean {
  return one?.inPlace === other.inPlace && one.pull === other.pull;
}

/** A run in a pull request that is not open any more only waits for its end to be written down. */
async function isOver(forge: Forge, target: Target | undefined): Promise<boolean> {
  if (target?.inPlace !== true || target.pull === undefined) return false;
  return (await forge.pulls.get(target.pull))?.state !== "open";
}
