import type { RunConclusion } from "../github/actions-seam.ts";
import { claimGroup } from "./claim-group.ts";
import { executeJobs } from "./execute-jobs.ts";
import { githubContext } from "./github-context.ts";
import { loadWorkflow, StartupError } from "./load-workflow.ts";
import type { LoadedWorkflow } from "./load-workflow.ts";
import { mergeResults } from "./merge-results.ts";
import { readConcurrency } from "./read-concurrency.ts";
import type { Concurrency } from "./read-concurrency.ts";
import type { RunExecution, WorkflowScope } from "./run-execution.ts";
import { defaultTokenPermissions } from "./token-permissions.ts";

/** Executes one attempt of a run, from its queue to its conclusion. Throws a `StartupError` when it cannot even start. */
export async function executeRun(execution: RunExecution): Promise<RunConclusion> {
  const { run, actions, machine, groups, line, cancelled } = execution;
  const granted = defaultTokenPermissions(run.repository.settings.defaultWorkflowPermissions);
  const loaded = await line.add(async () => await loadWorkflow(machine.world, run, granted));
  const concurrency = concurrencyOf(execution, loaded);
  const heldGroups = concurrency === undefined ? [] : [concurrency.group];
  const conclusion = await claimGroup(
    {
      groups,
      concurrency,
      signal: cancelled.signal,
      onDisplaced: () => {
        cancelled.abort();
      },
      onWait: () => {
        actions.holdRun(run, "pending");
      },
    },
    async () => {
      actions.startRun(run);
      return await executeWorkflow({ execution, loaded, permissions: granted, heldGroups });
    },
  );
  return conclusion ?? "cancelled";
}

function concurrencyOf(
  { run, machine: { world } }: RunExecution,
  { workflow }: LoadedWorkflow,
): Concurrency | undefined {
  const vars = Object.fromEntries(run.repository.variables);
  const contexts = { github: githubContext({ world, run }), inputs: run.inputs, vars };
  try {
    return readConcurrency(workflow.concurrency, { contexts, functions: {} });
  } catch (error) {
    throw new StartupError(error instanceof Error ? error.message : String(error));
  }
}

async function executeWorkflow(
  scope: Pick<WorkflowScope, "execution" | "loaded" | "permissions" | "heldGroups">,
): Promise<RunConclusion> {
  const { run, cancelled } = scope.execution;
  const results = await executeJobs({
    ...scope,
    keyPrefix: "",
    namePrefix: "",
    inputs: run.inputs,
    secrets: run.isFromFork ? {} : Object.fromEntries(run.repository.secrets),
    areNeedsFresh: false,
    isCalled: false,
    cancelled: cancelled.signal,
  });
  const all = [...results.values()];
  const isCancelled = all.some(({ result }) => result === "cancelled");
  return isCancelled && cancelled.signal.aborted ? "cancelled" : mergeResults(all).result;
}
