import type { GoalIssue } from "../model/goal-issue.ts";
import type { Goal } from "../model/goal.ts";
import type { RunState } from "../model/run.ts";

/** One goal as a pull request shows it. */
export interface GoalView {
  /** Of the goal, or the path of a goal-file that does not load. */
  readonly id: string;
  readonly path: string;
  /** Of the bytes that stand there now; absent when nothing stands there. */
  readonly digest?: string;
  /** Absent when the goal-file does not load. */
  readonly goal?: Goal;
  readonly issues: readonly GoalIssue[];
  readonly standing: Standing;
  /** The newest generation, when it belongs to this pull request. */
  readonly run?: RunState;
}

/** What is the case with a goal at one head of a pull request. */
export type Standing =
  /** Everything that can be true before the landing passes at exactly this head. */
  | { readonly kind: "passing" }
  | { readonly kind: "running" }
  | { readonly kind: "unapproved" }
  /** What was approved is not what stands there now. */
  | { readonly kind: "void"; readonly by: string }
  /** What it rests on does not hold any more at its source. */
  | { readonly kind: "withdrawn"; readonly reason: string }
  /** It converged, but at another commit than this head. */
  | { readonly kind: "passed-elsewhere" }
  | { readonly kind: "ended" }
  /** Another generation of the same id is going on. */
  | { readonly kind: "elsewhere"; readonly where: string }
  | { readonly kind: "fork" }
  | { readonly kind: "unreadable" }
  /** The goal-file is gone, or too large to be read. */
  | { readonly kind: "missing" }
  /** Its record is none of kazi's. */
  | { readonly kind: "damaged"; readonly reason: string };

/** One pull request and all goals that apply to its head. */
export interface PullView {
  readonly head: string;
  readonly isOpen: boolean;
  readonly goals: readonly GoalView[];
}
