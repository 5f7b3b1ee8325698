import type { GoalIssue } from "../model/goal-issue.ts";

/** An issue whose place is still a path into the values. */
export interface Problem {
  readonly severity: GoalIssue["severity"];
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly path: TomlPath;
  /** Which side of the `=` is meant. */
  readonly at: "key" | "value";
}

export type TomlPath = readonly (string | number)[];

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A problem of the text itself: there are no values, so it knows its place. */
export interface TextProblem {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly place: Place;
}
