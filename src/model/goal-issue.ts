/** One located problem of a goal-file. Lines and columns count from 1. */
export interface GoalIssue {
  readonly severity: "error" | "warning";
  /** A stable kebab-case name for programs. */
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was expected and what was found, one sentence. */
  readonly message: string;
  /** What to do, or the name that was probably meant. */
  readonly suggestion?: string;
}
