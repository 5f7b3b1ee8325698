import type { RunState } from "../model/run.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { LedgerHead } from "../record/ledger.ts";
import { conversationOf } from "./conversation-of.ts";
import { readLiveRuns } from "./find-runs.ts";
import { isRunOf } from "./goal-standing.ts";
import { readGoalFile } from "./read-goals.ts";
import { refreshPull } from "./refresh-pull.ts";
import { stopRun } from "./stop-run.ts";
import { tellEnd } from "./tell-end.ts";
import { wakeGoal } from "./wake-goal.ts";

/** A pull request changed: ends what it does not hold any more, has a moved head looked at, shows it. */
export async function handlePull(
  forge: Forge,
  store: RefStore,
  number: number,
  nowMs: number,
): Promise<void> {
  const pull = await forge.pulls.get(number);
  if (pull === undefined) return;
  const { heads } = await readLiveRuns(store);
  const ended: RunState[] = [];
  for (const head of heads) {
    if (head.state.status !== "running" || !isRunOf(head.state, pull)) continue;
    const reason = await whyOver(forge, pull, head.state);
    if (reason === undefined) await wakeWhenMoved(forge, pull, head.state);
    else ended.push(...(await stopHere(store, head, { reason, nowMs })));
  }
  await refreshPull(forge, store, number);
  const talk = await conversationOf(forge.conversation, number);
  for (const run of ended) await tellEnd(forge, talk, { run, digest: undefined });
}

/** Why a run that belongs here cannot go on, as a person made it. */
async function whyOver(
  forge: Forge,
  pull: PullRequest,
  run: RunState,
): Promise<string | undefined> {
  const isOwn = run.target?.pull === pull.number;
  switch (pull.state) {
    case "closed":
      return (await isNewest(forge, pull)) ? `pull request ${pull.number} was closed` : undefined;
    case "merged":
      return isOwn && !hasPassed(run, pull)
        ? `pull request ${pull.number} was merged before everything passed`
        : undefined;
    case "open":
      return isOwn ? await whyDeleted(forge, pull, run.approval.goalPath) : undefined;
  }
}

/** Whether exactly what was merged was found to pass. */
function hasPassed({ head, landing, next }: RunState, { headSha }: PullRequest): boolean {
  return landing?.revision === head || (next.kind === "integrate" && head === headSha);
}

/** An event of an old pull request says nothing about a newer one on the same branch. */
async function isNewest(forge: Forge, { number, headBranch }: PullRequest): Promise<boolean> {
  const newest = await forge.pulls.findByBranch(headBranch);
  return newest === undefined || newest.number === number;
}

async function whyDeleted(
  forge: Forge,
  { headSha }: PullRequest,
  path: string,
): Promise<string | undefined> {
  const { digest } = await readGoalFile(forge, headSha, path);
  return digest === undefined ? `${path} was deleted` : undefined;
}

async function stopHere(
  store: RefStore,
  { ref, state }: LedgerHead,
  why: { readonly reason: string; readonly nowMs: number },
): Promise<readonly RunState[]> {
  const next = "Bring the goal-file back in an open pull request and approve it again.";
  const { generation } = state;
  const outcome = await stopRun(store, { ref, generation, reason: why.reason, next }, why.nowMs);
  return outcome.kind === "stopped" ? [outcome.state] : [];
}

/** A person's commit is observed first, and a merge is what a run waited for; one that is at work finds it by itself. */
async function wakeWhenMoved(forge: Forge, pull: PullRequest, state: RunState): Promise<void> {
  if (state.claim !== undefined) return;
  const isNews =
    pull.state === "merged" ? state.next.kind === "integrate" : state.head !== pull.headSha;
  if (isNews && pull.state !== "closed") await wakeGoal(forge, state);
}
