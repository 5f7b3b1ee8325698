import type { Repository, Token, User, WorkflowToken } from "./model.ts";

/** `pending` waits for its concurrency group, `waiting` for an environment's approval. */
export type RunStatus = "queued" | "in_progress" | "completed" | "waiting" | "pending";

export type RunConclusion =
  | "success"
  | "failure"
  | "neutral"
  | "cancelled"
  | "skipped"
  | "timed_out"
  | "action_required"
  | "startup_failure"
  | "stale";

export interface WorkflowStep {
  number: number;
  name: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: RunConclusion | undefined;
  startedAtMs: number | undefined;
  completedAtMs: number | undefined;
}

export interface WorkflowJob {
  /** The id in the API; the same number is the id of the job's check-run. */
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  /** The key of the job in its workflow file, with the callers' keys in front: `call / build`. */
  readonly key: string;
  /** What people see, with the matrix values: `build (20)`. */
  readonly name: string;
  readonly labels: readonly string[];
  readonly createdAtMs: number;
  status: RunStatus;
  conclusion: RunConclusion | undefined;
  startedAtMs: number | undefined;
  completedAtMs: number | undefined;
  runnerName: string | undefined;
  steps: WorkflowStep[];
  log: string;
  /** What a re-run of only the failed jobs must carry over; written by the runner. */
  outputs: Record<string, string>;
}

export interface WorkflowRun {
  readonly id: number;
  readonly repository: Repository;
  readonly workflowId: number;
  readonly workflowName: string;
  /** `.github/workflows/ci.yml`. */
  readonly workflowPath: string;
  /** The commit that the workflow file was read from. */
  readonly workflowSha: string;
  /** The ref that the workflow file was read from: `refs/heads/main`. */
  readonly workflowRef: string;
  readonly event: string;
  readonly eventPayload: Record<string, unknown>;
  /** GITHUB_REF: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  /** GITHUB_SHA: what a checkout without arguments gets. */
  readonly sha: string;
  /** The commit that the run is shown on: the head of a pull request, otherwise `sha`. */
  readonly headSha: string;
  readonly headBranch: string | undefined;
  readonly headRepository: Repository;
  readonly pullNumbers: readonly number[];
  /** Text for strings, and `true`/`false` or numbers where the workflow declares such an input. */
  readonly inputs: Readonly<Record<string, string | boolean | number>>;
  readonly actor: User;
  readonly runNumber: number;
  readonly checkSuiteId: number;
  readonly createdAtMs: number;
  /** A pull request of a fork: its token only reads and there are no secrets. */
  readonly isFromFork: boolean;
  displayTitle: string;
  triggeringActor: User;
  attempt: number;
  /** What the present attempt executes; a re-run of some jobs keeps the results of the others. */
  rerun: RerunScope;
  status: RunStatus;
  conclusion: RunConclusion | undefined;
  /** Those of the attempts before, the first at 0. */
  readonly pastConclusions: (RunConclusion | undefined)[];
  isCancelRequested: boolean;
  runStartedAtMs: number;
  updatedAtMs: number;
  /** Jobs of every attempt; those of the present one have `attempt` equal to the run's. */
  readonly jobs: WorkflowJob[];
}

export type RerunScope =
  | { readonly kind: "all" }
  | { readonly kind: "failed" }
  | { readonly kind: "job"; readonly jobId: number };

export interface Artifact {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly repositoryId: number;
  readonly name: string;
  /** The zip file, as it is downloaded. */
  readonly bytes: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
  /** `sha256:` and the sum of `bytes`. */
  readonly digest: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  isDeleted: boolean;
}

export interface WorkflowFile {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly createdAtMs: number;
}

/** What is to run; the ids, numbers and times are the service's to give. */
export interface RunRequest {
  readonly repository: Repository;
  readonly workflowPath: string;
  readonly workflowSha: string;
  readonly workflowRef: string;
  readonly event: string;
  readonly eventPayload: Record<string, unknown>;
  readonly ref: string;
  readonly sha: string;
  readonly actor: User;
  /** Only where they differ from `sha`, the branch of `ref` and the repository. */
  readonly headSha?: string;
  readonly headBranch?: string;
  readonly headRepository?: Repository;
  readonly pullNumbers?: readonly number[];
  readonly inputs?: Readonly<Record<string, string | boolean | number>>;
  readonly displayTitle?: string;
}

export interface JobRequest {
  readonly key: string;
  readonly name: string;
  readonly labels: readonly string[];
}

export interface StartedJob {
  readonly runnerName: string;
  readonly stepNames: readonly string[];
}

export interface IdTokenRequest {
  readonly audience?: string;
  readonly environment?: string;
  /** `owner/repo/.github/workflows/x.yml@ref` and its commit, where a reusable workflow asks. */
  readonly jobWorkflowRef?: string;
  readonly jobWorkflowSha?: string;
}

/**
 * GitHub Actions without its machines. The service keeps runs, answers the API about them and sends their webhooks;
 * a runner subscribes, decides which workflow files an event starts, and executes.
 *
 * A `workflow_dispatch` run is queued by the service itself, because the API answers with its id: on that event
 * the runner starts nothing of its own and waits for `onQueued`. A re-run comes through `onQueued` as well, with the
 * same run and a higher `attempt`.
 */
export interface ActionsService {
  /** Every listener function answers with the one that ends the subscription. */
  onQueued(listener: (run: WorkflowRun) => void): () => void;
  onCancelled(listener: (run: WorkflowRun, isForced: boolean) => void): () => void;
  /** The workflow files on the default branch, or at another commit. */
  listWorkflows(repository: Repository, sha?: string): Promise<readonly WorkflowFile[]>;
  queueRun(request: RunRequest): Promise<WorkflowRun>;
  /** The next attempt of a completed run, as the API and the buttons ask for it. */
  rerun(run: WorkflowRun, scope: RerunScope, actor: User): Promise<void>;
  /** Tells the runner; it is the runner that finishes the run. */
  cancelRun(run: WorkflowRun, isForced: boolean): void;
  /** `pending` when the concurrency group is taken, `queued` when it is free again. */
  holdRun(run: WorkflowRun, status: "queued" | "pending" | "waiting"): void;
  startRun(run: WorkflowRun): void;
  addJob(run: WorkflowRun, request: JobRequest): WorkflowJob;
  startJob(run: WorkflowRun, job: WorkflowJob, started: StartedJob): void;
  startStep(run: WorkflowRun, job: WorkflowJob, stepNumber: number): void;
  finishStep(job: WorkflowJob, stepNumber: number, conclusion: RunConclusion): void;
  finishJob(run: WorkflowRun, job: WorkflowJob, conclusion: RunConclusion): void;
  finishRun(run: WorkflowRun, conclusion: RunConclusion): void;
  appendLog(job: WorkflowJob, text: string): void;
  /** Files by their path in the artifact. Refused when the attempt already has one of that name. */
  saveArtifact(run: WorkflowRun, artifact: NewArtifact): Artifact;
  /** The newest of that name that was not deleted. */
  readArtifact(run: WorkflowRun, name: string): ReadonlyMap<string, Buffer> | undefined;
  listArtifacts(run: WorkflowRun): readonly Artifact[];
  /** Lowered to what the repository and the event allow; dies with `revokeWorkflowToken`. */
  issueWorkflowToken(
    run: WorkflowRun,
    job: WorkflowJob,
    permissions: Readonly<Record<string, "read" | "write" | "none">>,
  ): WorkflowToken;
  revokeWorkflowToken(token: Token): void;
  /** Signed with the keys that `<url>/_oidc` shows. The runner gives it to the job that asks. */
  issueIdToken(run: WorkflowRun, job: WorkflowJob, request: IdTokenRequest): Promise<string>;
}

export interface NewArtifact {
  readonly name: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly retentionDays?: number;
  readonly isOverwriting?: boolean;
}
