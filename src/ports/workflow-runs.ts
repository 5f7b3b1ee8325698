/** The runs of the workflow that does one iteration each. */
export interface WorkflowRuns {
  /** Starts one on the default branch. */
  dispatch(request: DispatchRequest): Promise<DispatchOutcome>;
  /** Whether this attempt of a run is over, by GitHub's word. */
  stateOf(run: { readonly runId: number; readonly attempt: number }): Promise<RunPresence>;
}

/** What a run is told. It believes none of it: it reads the world again. */
export interface DispatchRequest {
  /** Path of the goal-file from the root of the repository. */
  readonly goalPath: string;
  /** The pull request that the goal-file is in; absent on the default branch. */
  readonly pull?: number;
  /** Where the approval stands that opens a generation: `comment:<id>` or `commit:<sha>`; absent to go on. */
  readonly approval?: string;
}

/** `blocked` names what a person has to change. */
export type DispatchOutcome =
  | { readonly kind: "started"; readonly runId?: number }
  | { readonly kind: "blocked"; readonly reason: string };

export type RunPresence = "alive" | "gone" | "unknown";
