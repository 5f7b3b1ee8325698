import type { RunState } from "../model/run.ts";
import type { Comment } from "../ports/conversation.ts";
import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import type { Refusal } from "../report/refusal.ts";
import { isMeant } from "./approval-by-comment.ts";
import { openedBy } from "./opened-by.ts";
import { readApproval } from "./read-approval.ts";
import type { Command } from "./read-command.ts";
import type { SeenGoal, SeenPull } from "./view-pull.ts";

/** How many goals one comment started, and why not the others. */
export interface ApproveOutcome {
  readonly started: number;
  readonly refusals: readonly Refusal[];
}

/** What one goal came to. `done` is an approval that this very comment gave before. */
type GoalOutcome = "started" | "done" | Refusal;

/** Starts every goal that the comment approves. The run reads the approval again at its source. */
export async function approveGoals(
  forge: Forge,
  store: RefStore,
  seen: SeenPull,
  asked: {
    readonly comment: Comment;
    readonly command: Extract<Command, { readonly verb: "approve" }>;
  },
): Promise<ApproveOutcome> {
  const { comment, command } = asked;
  if (seen.goals.length === 0) return { started: 0, refusals: [{ kind: "no-goal-file" }] };
  const meant = seen.goals.filter(({ file }) => isMeant(command, file));
  if (meant.length === 0) return { started: 0, refusals: [whyNone(seen, command)] };
  const outcomes: GoalOutcome[] = [];
  for (const goal of meant) outcomes.push(await approveOne(forge, store, goal, comment));
  const started = outcomes.filter((it) => it === "started").length;
  const isDone = outcomes.some((it) => it === "started" || it === "done");
  const refusals = outcomes.filter((it) => typeof it !== "string");
  return {
    started,
    // Whoever approves "all" does not ask again for what runs already.
    refusals: isDone ? refusals.filter((it) => it.kind !== "already-approved") : refusals,
  };
}

function whyNone(
  { goals }: SeenPull,
  { goal, digest }: Extract<Command, { readonly verb: "approve" }>,
): Refusal {
  const [only] = goals;
  const now = only?.file.digest;
  if (goal === undefined && digest !== undefined && goals.length === 1 && now !== undefined) {
    return { kind: "other-digest", id: only?.view.id ?? "", given: digest, now };
  }
  const known = goals.map(({ view }) => view.id);
  return { kind: "unknown-goal", given: goal ?? digest ?? "", known };
}

async function approveOne(
  forge: Forge,
  store: RefStore,
  goal: SeenGoal,
  comment: Comment,
): Promise<GoalOutcome> {
  const before = whyNotNow(goal, comment);
  if (before !== undefined) return before;
  const source = `comment:${comment.id}`;
  // The event may have come twice, or late: one approval opens one generation.
  if ((await openedBy(store, goal.file.path, source)) !== undefined) return "done";
  const approval = await readApproval(forge, source, goal.file.path);
  if (approval.kind === "refused") return approval.refusal;
  const outcome = await forge.runs.dispatch({
    goalPath: goal.file.path,
    ...(goal.isFromPull ? { pull: comment.issue } : {}),
    approval: source,
  });
  if (outcome.kind === "started") return "started";
  return { kind: "blocked", id: goal.view.id, reason: outcome.reason };
}

function whyNotNow({ view, file, run }: SeenGoal, comment: Comment): GoalOutcome | undefined {
  const { id, standing, path } = view;
  if (standing.kind === "elsewhere") return { kind: "elsewhere", id, where: standing.where };
  if (standing.kind === "damaged") return { kind: "damaged", id, reason: standing.reason };
  if (file.loaded.kind === "refused") {
    return { kind: "unreadable", path, issues: file.loaded.issues };
  }
  return run?.status === "running" ? whyRunning(run, { view, file }, comment) : undefined;
}

function whyRunning(
  { approval }: RunState,
  { view, file }: Pick<SeenGoal, "view" | "file">,
  comment: Comment,
): GoalOutcome | undefined {
  const { pointer, by, goalDigest } = approval;
  if (pointer?.kind === "comment" && pointer.commentId === comment.id) return "done";
  const isApproved = goalDigest === file.digest && view.standing.kind !== "withdrawn";
  return isApproved ? { kind: "already-approved", id: view.id, by } : undefined;
}
