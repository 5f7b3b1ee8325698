import { callWorkflow } from "./call-workflow.ts";
import { executeInstance } from "./execute-instance.ts";
import type { Instance } from "./execute-instance.ts";
import { expandMatrix } from "./expand-matrix.ts";
import type { Strategy } from "./expand-matrix.ts";
import { evaluateCondition, evaluateTemplate } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { githubContext } from "./github-context.ts";
import { mergeResults } from "./merge-results.ts";
import { nameInstance } from "./name-instance.ts";
import { addFinishedJob } from "./run-execution.ts";
import type { JobResult, WorkflowScope } from "./run-execution.ts";
import { Semaphore } from "./semaphore.ts";
import type { JobDefinition } from "./workflow.ts";

/** Executes the jobs of a workflow file, each as soon as those that it needs are done. */
export async function executeJobs(scope: WorkflowScope): Promise<ReadonlyMap<string, JobResult>> {
  const { jobs } = scope.loaded.workflow;
  const pending = new Map<string, Promise<JobResult>>();
  const resultOf = async (id: string): Promise<JobResult> => {
    const known = pending.get(id);
    if (known !== undefined) return await known;
    const job = jobs.get(id);
    if (job === undefined) throw new Error(`There is no job '${id}'.`);
    const result = executeAfterNeeds(scope, job, resultOf);
    pending.set(id, result);
    return await result;
  };
  const ids = [...jobs.keys()];
  const results = await Promise.all(ids.map(async (id) => await resultOf(id)));
  return new Map(ids.map((id, index) => [id, results[index] ?? NOTHING]));
}

const NOTHING: JobResult = { result: "skipped", outputs: {}, isFresh: false };

async function executeAfterNeeds(
  scope: WorkflowScope,
  job: JobDefinition,
  resultOf: (id: string) => Promise<JobResult>,
): Promise<JobResult> {
  const ancestors = ancestorsOf(scope, job);
  const results = new Map<string, JobResult>();
  for (const id of ancestors) results.set(id, await resultOf(id));
  const instance = toInstance(scope, job, results);
  try {
    const isWanted = evaluateCondition(job.if, instance.scope);
    const isForced = scope.execution.forced.signal.aborted;
    return isWanted && !isForced ? await executeStrategy(instance) : skip(instance);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const finished = addFinishedJob(scope.execution, nameInstance(instance), "failure");
    scope.execution.actions.appendLog(finished, `##[error]${message}\n`);
    return { result: "failure", outputs: {}, isFresh: true };
  }
}

/** A failure or a skip far up the chain counts as much as one in the jobs that are named. */
function ancestorsOf(scope: WorkflowScope, job: JobDefinition): readonly string[] {
  const found = new Set<string>();
  const visit = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      visit(scope.loaded.workflow.jobs.get(id)?.needs ?? []);
    }
  };
  visit(job.needs);
  return [...found];
}

function toInstance(
  workflow: WorkflowScope,
  definition: JobDefinition,
  results: ReadonlyMap<string, JobResult>,
): Instance {
  const { machine, run } = workflow.execution;
  const ancestors = [...results.values()];
  const needs = definition.needs.map((id) => {
    const { result, outputs } = results.get(id) ?? NOTHING;
    return [id, { result, outputs }];
  });
  const contexts = {
    github: githubContext({ world: machine.world, run }),
    inputs: workflow.inputs,
    vars: Object.fromEntries(run.repository.variables),
    needs: Object.fromEntries(needs),
    strategy: {},
    matrix: {},
  };
  return {
    workflow,
    definition,
    scope: { contexts, functions: statusFunctions(ancestors, () => workflow.cancelled.aborted) },
    ancestors,
    areNeedsFresh: workflow.areNeedsFresh || ancestors.some(({ isFresh }) => isFresh),
    abort: new AbortController(),
  };
}

function statusFunctions(
  ancestors: readonly JobResult[],
  isCancelled: () => boolean,
): Scope["functions"] {
  return {
    success: () => !isCancelled() && ancestors.every(({ result }) => result === "success"),
    failure: () => ancestors.some(({ result }) => result === "failure"),
    cancelled: isCancelled,
    always: () => true,
  };
}

/** A job that only the cancellation kept from running is cancelled, and not skipped. */
function skip(instance: Instance): JobResult {
  const { workflow, definition, scope, ancestors, areNeedsFresh } = instance;
  const functions = statusFunctions(ancestors, () => false);
  const isCancelled =
    workflow.cancelled.aborted && evaluateCondition(definition.if, { ...scope, functions });
  const result = isCancelled ? "cancelled" : "skipped";
  addFinishedJob(workflow.execution, nameInstance(instance), result);
  return { result, outputs: {}, isFresh: areNeedsFresh };
}

async function executeStrategy(instance: Instance): Promise<JobResult> {
  const { definition, scope } = instance;
  const strategy = expandMatrix(evaluateTemplate(definition.strategy ?? null, scope));
  const legs = strategy.combinations.map((_, index) => toLeg(instance, strategy, index));
  const slots = new Semaphore(strategy.maxParallel ?? legs.length);
  const executeLeg = async (leg: Instance): Promise<JobResult> => {
    const called = leg.workflow.loaded.calls.get(definition.id);
    const end =
      called === undefined
        ? await executeInstance(leg)
        : await callWorkflow(leg, called, executeJobs);
    if (end.result === "failure" && strategy.failsFast) {
      for (const other of legs) if (other !== leg) other.abort.abort();
    }
    return end;
  };
  const ends = legs.map(async (leg) => await slots.run(async () => await executeLeg(leg)));
  return mergeResults(await Promise.all(ends));
}

function toLeg(instance: Instance, strategy: Strategy, index: number): Instance {
  const { scope } = instance;
  const facts = {
    "fail-fast": strategy.failsFast,
    "job-index": index,
    "job-total": strategy.combinations.length,
    "max-parallel": strategy.maxParallel ?? strategy.combinations.length,
  };
  const matrix = strategy.combinations[index] ?? {};
  const contexts = { ...scope.contexts, matrix, strategy: facts };
  return { ...instance, scope: { ...scope, contexts }, abort: new AbortController() };
}
