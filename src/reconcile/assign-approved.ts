import { approvalDigest, goalDigest } from "../goalfile/approval-digest.ts";
import type { Goal } from "../model/goal.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";
import { assign } from "./assign.ts";
import type { Assignment, Host } from "./host.ts";
import { workBranch } from "./work-branch.ts";

/** Bytes of a goal-file that are read at all. */
export const GOAL_BYTES_MAX = 262_144;

/**
 * What a generation's approval says yes to, read again from the commit that it was given on: of the
 * record only what these bytes confirm is believed.
 */
export async function assignApproved(host: Host, state: RunState): Promise<Assignment> {
  const { approval, target } = state;
  const goalBytes = await readGoal(host, state);
  const { goalPath, harness, model } = approval;
  const assigned = await assign({
    goalPath,
    shownPath: goalPath,
    goalBytes,
    harness,
    ...(model === undefined ? {} : { model }),
    standing: false,
    inPlace: target?.inPlace ?? false,
    environment: host.environment,
    readFile: async (path) => await readBeside(host, approval.commit, path),
  });
  if (assigned.kind === "refused") throw forged(state, `${goalPath} does not load`);
  const { assignment } = assigned;
  const now = { goalBytes, harness: assignment.harness, graders: approval.graders };
  if (approvalDigest(now) !== approval.digest) {
    throw forged(state, "the harness is set up otherwise than it was approved");
  }
  return { ...assignment, baseBranch: baseOf(assignment.goal, state), goalFile: goalPath };
}

/** A file of the commit that a goal-file was approved at. */
export async function readBeside(
  { repository }: Host,
  commit: Oid,
  path: string,
): Promise<Uint8Array | undefined> {
  const text = await repository.text(commit, path, GOAL_BYTES_MAX);
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** Whoever wrote the record could send the work anywhere, so the branch is what the goal-file says. */
function baseOf(goal: Goal, state: RunState): string {
  const { target, branch } = state;
  if (target?.inPlace === false && branch !== workBranch(goal)) {
    throw forged(state, `its work goes to ${branch}, where this goal-file does not send it`);
  }
  return goal.integration.base ?? target?.baseBranch ?? branch;
}

async function readGoal(host: Host, state: RunState): Promise<Uint8Array> {
  const { goalPath, commit, goalDigest: approved } = state.approval;
  const text = await host.repository.text(commit, goalPath, GOAL_BYTES_MAX);
  const bytes = new TextEncoder().encode(text ?? "");
  if (text !== undefined && goalDigest(bytes) === approved) return bytes;
  throw forged(state, `${goalPath} at ${commit.slice(0, 12)} is not what it names`);
}

function forged({ goal, generation }: RunState, found: string): KaziError {
  return new KaziError({
    code: "approval-void",
    message: `expected generation ${generation} of goal ${goal} to name what was approved, found that ${found}. Approve it again`,
  });
}
