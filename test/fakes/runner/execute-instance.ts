import type { JobRequest, WorkflowJob } from "../github/actions-seam.ts";
import { claimGroup } from "./claim-group.ts";
import type { GroupRequest } from "./claim-group.ts";
import { enterEnvironment } from "./enter-environment.ts";
import { executeJob } from "./execute-job.ts";
import type { JobOrder } from "./execute-job.ts";
import type { JobEnd } from "./execute-steps.ts";
import {
  evaluateCondition,
  evaluateTemplate,
  evaluateText,
  isJsonObject,
  isTruthy,
  toText,
} from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { nameInstance } from "./name-instance.ts";
import { readConcurrency } from "./read-concurrency.ts";
import type { Concurrency } from "./read-concurrency.ts";
import { addFinishedJob } from "./run-execution.ts";
import type { JobResult, LiveJob, WorkflowScope } from "./run-execution.ts";
import { applyPermissions } from "./token-permissions.ts";
import type { JobDefinition } from "./workflow.ts";

/** One job with one combination of its matrix. */
export interface Instance {
  readonly workflow: WorkflowScope;
  readonly definition: JobDefinition;
  readonly scope: Scope;
  readonly ancestors: readonly JobResult[];
  readonly areNeedsFresh: boolean;
  /** Ends this one alone: a failed neighbour in its matrix, a newer one in its concurrency group. */
  readonly abort: AbortController;
}

/** What the workflow file says about the job, evaluated before the job exists. */
interface Settings {
  readonly request: JobRequest;
  readonly concurrency: Concurrency | undefined;
  readonly timeoutMinutes: number;
  readonly isForgiving: boolean;
}

const MINUTE_MS = 60_000;
const TIMEOUT_MINUTES = 360;

/** Executes a job that has steps, or takes its result over from an earlier attempt. */
export async function executeInstance(instance: Instance): Promise<JobResult> {
  const earlier = takeOver(instance);
  if (earlier !== undefined) return earlier;
  const settings = readSettings(instance);
  const { actions, run } = instance.workflow.execution;
  const job = actions.addJob(run, settings.request);
  const end = await executeInGroup(instance, job, settings);
  const { conclusion, outputs } = end ?? { conclusion: "cancelled", outputs: {} };
  job.outputs = { ...outputs };
  actions.finishJob(run, job, conclusion);
  const isForgiven = conclusion === "failure" && settings.isForgiving;
  return { result: isForgiven ? "success" : conclusion, outputs, isFresh: true };
}

function readSettings(instance: Instance): Settings {
  const { definition, scope } = instance;
  const minutes = Number(evaluateText(definition.timeoutMinutes ?? TIMEOUT_MINUTES, scope));
  return {
    request: { ...nameInstance(instance), labels: labelsOf(instance) },
    concurrency: readConcurrency(definition.concurrency, scope),
    timeoutMinutes: minutes > 0 ? minutes : TIMEOUT_MINUTES,
    isForgiving: isTruthy(evaluateTemplate(definition.continueOnError ?? null, scope)),
  };
}

async function executeInGroup(
  instance: Instance,
  job: WorkflowJob,
  settings: Settings,
): Promise<JobEnd | undefined> {
  const { abort, workflow } = instance;
  const { groups, slots } = workflow.execution;
  const stopWatching = watchCancellation(instance);
  const request: GroupRequest = {
    groups,
    concurrency: settings.concurrency,
    signal: abort.signal,
    onDisplaced: () => {
      abort.abort();
    },
    onWait: () => {
      job.status = "pending";
    },
  };
  try {
    return await claimGroup(
      request,
      async () => await slots.run(async () => await executeOnMachine(instance, job, settings)),
    );
  } finally {
    stopWatching();
  }
}

function takeOver(instance: Instance): JobResult | undefined {
  const { execution } = instance.workflow;
  const { run } = execution;
  if (run.attempt === 1 || run.rerun.kind === "all" || instance.areNeedsFresh) return undefined;
  const names = nameInstance(instance);
  const earlier = run.jobs.findLast(
    (job) => job.attempt < run.attempt && job.key === names.key && job.name === names.name,
  );
  if (earlier === undefined || isWanted(instance, earlier)) return undefined;
  const job = addFinishedJob(execution, names, earlier.conclusion ?? "skipped");
  job.outputs = { ...earlier.outputs };
  const { conclusion } = earlier;
  const result =
    conclusion === "success" || conclusion === "failure" || conclusion === "cancelled"
      ? conclusion
      : "skipped";
  return { result, outputs: earlier.outputs, isFresh: false };
}

function isWanted({ workflow }: Instance, earlier: WorkflowJob): boolean {
  const { rerun } = workflow.execution.run;
  if (rerun.kind === "job") return earlier.id === rerun.jobId;
  return earlier.conclusion !== "success" && earlier.conclusion !== "skipped";
}

function labelsOf({ definition, scope }: Instance): readonly string[] {
  const value = evaluateTemplate(definition.runsOn ?? null, scope);
  return Array.isArray(value) ? value.map(toText) : [toText(value)];
}

/** On cancellation the `if:` of a job is read again, and one that still holds keeps the job going. */
function watchCancellation({ workflow, definition, scope, abort }: Instance): () => void {
  const onCancel = (): void => {
    if (!evaluateCondition(definition.if, scope)) abort.abort();
  };
  workflow.cancelled.addEventListener("abort", onCancel);
  return () => {
    workflow.cancelled.removeEventListener("abort", onCancel);
  };
}

async function executeOnMachine(
  instance: Instance,
  job: WorkflowJob,
  { timeoutMinutes }: Settings,
): Promise<JobEnd | undefined> {
  const { abort, workflow } = instance;
  const { actions, forced, liveJobs, machine, run } = workflow.execution;
  const isForced = (): boolean => forced.signal.aborted;
  if (abort.signal.aborted || isForced()) return undefined;
  const lost = new AbortController();
  const lose = (): void => {
    lost.abort();
  };
  const live: LiveJob = { run, name: job.name, lose };
  const say = (text: string): void => {
    actions.appendLog(job, `##[error]${text}\n`);
  };
  forced.signal.addEventListener("abort", lose);
  liveJobs.add(live);
  const timer = setTimeout(() => {
    say(`The job has exceeded the maximum execution time of ${timeoutMinutes} minutes.`);
    abort.abort();
  }, timeoutMinutes * MINUTE_MS);
  try {
    const end = await executeJob(machine, toOrder(instance, { job, live, lost }));
    return isForced() ? undefined : end;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { conclusion: "failure", outputs: {} };
  } finally {
    clearTimeout(timer);
    liveJobs.delete(live);
    forced.signal.removeEventListener("abort", lose);
    if (isForced()) say("The operation was canceled.");
    else if (lost.signal.aborted) say("The runner lost communication with the server.");
  }
}

interface Running {
  readonly job: WorkflowJob;
  readonly live: LiveJob;
  readonly lost: AbortController;
}

function toOrder(instance: Instance, { job, live, lost }: Running): JobOrder {
  const { workflow, definition, scope } = instance;
  const { execution, loaded, isCalled } = workflow;
  const environment = enterEnvironment(execution.run, definition.environment, scope);
  const secrets = { ...workflow.secrets, ...environment.secrets };
  const { vars, ...contexts } = scope.contexts;
  let step = "";
  return {
    run: execution.run,
    job,
    definition,
    permissions: applyPermissions(
      applyPermissions(workflow.permissions, loaded.workflow.permissions),
      definition.permissions,
    ),
    contexts: {
      ...contexts,
      vars: { ...(isJsonObject(vars) ? vars : {}), ...environment.variables },
    },
    secrets: execution.run.isFromFork ? {} : secrets,
    env: [loaded.workflow.env, definition.env],
    workflowDefaults: loaded.workflow.shell,
    environment: environment.name,
    place: {
      ref: loaded.address,
      sha: loaded.sha,
      repository: loaded.repository.fullName,
      path: loaded.workflow.path,
    },
    isCalled,
    cancelled: instance.abort.signal,
    lost: lost.signal,
    onStep: (name) => {
      step = name;
      if (execution.shouldKill(job.name, { step })) live.lose();
    },
    onSummary: (markdown) => {
      execution.showSummary(job.name, markdown);
    },
    onLog: (line) => {
      if (execution.shouldKill(job.name, { step, line })) live.lose();
    },
  };
}
