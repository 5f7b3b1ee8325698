import type {
  ActionsService,
  RunConclusion,
  WorkflowJob,
  WorkflowRun,
} from "../github/actions-seam.ts";
import type { ConcurrencyGroups } from "./concurrency-groups.ts";
import type { Machine } from "./execute-job.ts";
import type { LoadedWorkflow } from "./load-workflow.ts";
import type { QueueInOrder } from "./queue-in-order.ts";
import type { Semaphore } from "./semaphore.ts";
import type { Json } from "./template.ts";
import type { TokenPermissions } from "./token-permissions.ts";

/** A run while it is executed. */
export interface RunExecution {
  readonly run: WorkflowRun;
  readonly actions: ActionsService;
  readonly machine: Machine;
  readonly groups: ConcurrencyGroups;
  /** Runs claim their groups in the order in which they were queued, however long their files take to read. */
  readonly line: QueueInOrder;
  readonly slots: Semaphore;
  /** Somebody cancelled it. */
  readonly cancelled: AbortController;
  /** Somebody cancelled it by force: not even `always()` helps. */
  readonly forced: AbortController;
  readonly liveJobs: Set<LiveJob>;
  /** Asked at each step and at each line of the log; true kills the job's machine. */
  shouldKill(jobName: string, moment: JobMoment): boolean;
  showSummary(jobName: string, markdown: string): void;
}

/** A job that has a machine. */
export interface LiveJob {
  readonly run: WorkflowRun;
  readonly name: string;
  /** Kills the machine. */
  lose(): void;
}

export interface JobMoment {
  readonly step: string;
  /** Absent at the very start of the step. */
  readonly line?: string;
}

/** One workflow file in execution: the run's own or one that it calls. */
export interface WorkflowScope {
  readonly execution: RunExecution;
  readonly loaded: LoadedWorkflow;
  /** Of the calling jobs, `call / `, empty for the run's own file. */
  readonly keyPrefix: string;
  readonly namePrefix: string;
  readonly inputs: { readonly [key: string]: Json };
  readonly secrets: Readonly<Record<string, string>>;
  /** What its jobs have where nothing in it says otherwise. */
  readonly permissions: TokenPermissions;
  /** The calling job is executed anew, and so are all of these, in a re-run as well. */
  readonly areNeedsFresh: boolean;
  readonly isCalled: boolean;
  /** The concurrency groups that the run and the calling jobs are in already. */
  readonly heldGroups: readonly string[];
  /** Ends together with the calling job. */
  readonly cancelled: AbortSignal;
}

/** What other jobs see of a job. */
export interface JobResult {
  readonly result: "success" | "failure" | "cancelled" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  /** False when a re-run took the result over from an earlier attempt. */
  readonly isFresh: boolean;
}

/** A job as the API shows it, from its beginning to its end. */
export function addFinishedJob(
  { run, actions }: RunExecution,
  names: Pick<WorkflowJob, "key" | "name">,
  conclusion: RunConclusion,
): WorkflowJob {
  const job = actions.addJob(run, { ...names, labels: [] });
  actions.finishJob(run, job, conclusion);
  return job;
}
