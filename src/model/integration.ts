/** How far the result has to travel before the goal counts as landed. */
export interface Integration {
  /** Absent means that the host chooses. */
  readonly mode?: IntegrationLevel;
  readonly branch?: string;
  readonly branchPrefix?: string;
  readonly base?: string;
  /** Read for people; kazi words its commits itself. */
  readonly commitStyle?: string;
}

/** The steps on the way from a commit to a merge, in order. */
export type IntegrationLevel = "none" | "commit" | "branch" | "pr" | "merge";
