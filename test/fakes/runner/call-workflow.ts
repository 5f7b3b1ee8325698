import { claimGroup } from "./claim-group.ts";
import type { GroupRequest } from "./claim-group.ts";
import type { Instance } from "./execute-instance.ts";
import { evaluateMap, evaluateTemplate, isJsonObject } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import type { LoadedWorkflow } from "./load-workflow.ts";
import { mergeResults } from "./merge-results.ts";
import { nameInstance } from "./name-instance.ts";
import { readConcurrency } from "./read-concurrency.ts";
import type { Concurrency } from "./read-concurrency.ts";
import type { JobResult, WorkflowScope } from "./run-execution.ts";
import type { Json } from "./template.ts";
import { applyPermissions } from "./token-permissions.ts";
import type { Trigger } from "./workflow.ts";

type ExecuteJobs = (scope: WorkflowScope) => Promise<ReadonlyMap<string, JobResult>>;

/** Executes a job that is the call of a reusable workflow. */
export async function callWorkflow(
  instance: Instance,
  called: LoadedWorkflow,
  executeJobs: ExecuteJobs,
): Promise<JobResult> {
  const { workflow, definition, scope, abort } = instance;
  const signal = AbortSignal.any([workflow.cancelled, abort.signal]);
  const inputs = inputsOf(instance, called.workflow.triggers["workflow_call"] ?? {});
  const inner: Scope = { ...scope, contexts: { ...scope.contexts, inputs } };
  // Both the calling job and the called file may ask for a group, each with its own inputs.
  const outerGroup = readConcurrency(definition.concurrency, scope);
  const innerGroup = readConcurrency(called.workflow.concurrency, inner);
  const heldGroups = checkGroups(workflow.heldGroups, [outerGroup, innerGroup]);
  const callee = { ...calledScope(instance, called, signal), inputs, heldGroups };
  const within = (concurrency: Concurrency | undefined): GroupRequest => ({
    groups: workflow.execution.groups,
    concurrency,
    signal,
    onDisplaced: () => {
      abort.abort();
    },
    onWait: () => {
      // The jobs of the called workflow do not exist yet.
    },
  });
  const results = await claimGroup(
    within(outerGroup),
    async () => await claimGroup(within(innerGroup), async () => await executeJobs(callee)),
  );
  if (results === undefined) return { result: "cancelled", outputs: {}, isFresh: true };
  const { result, isFresh } = mergeResults([...results.values()]);
  return { result, isFresh, outputs: outputsOf(inner, called, results) };
}

/** A call that waits for a group which its own caller is in would wait for ever; GitHub ends it. */
function checkGroups(
  held: readonly string[],
  wanted: readonly (Concurrency | undefined)[],
): readonly string[] {
  const all = [...held];
  for (const concurrency of wanted) {
    if (concurrency === undefined) continue;
    const { group } = concurrency;
    if (all.some((one) => one.toLowerCase() === group.toLowerCase())) {
      throw new Error(
        `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and the called one`,
      );
    }
    all.push(group);
  }
  return all;
}

function calledScope(
  instance: Instance,
  called: LoadedWorkflow,
  cancelled: AbortSignal,
): Omit<WorkflowScope, "inputs" | "heldGroups"> {
  const { workflow, definition, areNeedsFresh } = instance;
  const { key, name } = nameInstance(instance);
  return {
    execution: workflow.execution,
    loaded: called,
    keyPrefix: `${key} / `,
    namePrefix: `${name} / `,
    secrets: secretsOf(instance, called),
    permissions: applyPermissions(
      applyPermissions(workflow.permissions, workflow.loaded.workflow.permissions),
      definition.permissions,
    ),
    areNeedsFresh,
    isCalled: true,
    cancelled,
  };
}

function inputsOf({ definition, scope }: Instance, trigger: Trigger): Record<string, Json> {
  const given = evaluateTemplate(definition.call?.with ?? null, scope);
  const values = isJsonObject(given) ? given : {};
  const declared = Object.entries(trigger.inputs ?? {});
  return Object.fromEntries(
    declared.map(([name, input]) => {
      const fallback = evaluateTemplate(input.default ?? zeroOf(input.type), scope);
      return [name, values[name] ?? fallback];
    }),
  );
}

function zeroOf(type: string): string | number | boolean {
  if (type === "boolean") return false;
  return type === "number" ? 0 : "";
}

function secretsOf(instance: Instance, called: LoadedWorkflow): Readonly<Record<string, string>> {
  const { definition, workflow, scope } = instance;
  const { secrets } = definition.call ?? {};
  if (secrets === "inherit") {
    const isSameOwner = called.repository.owner === workflow.loaded.repository.owner;
    return isSameOwner ? workflow.secrets : {};
  }
  const contexts = { ...scope.contexts, secrets: workflow.secrets };
  return evaluateMap(secrets, { ...scope, contexts });
}

function outputsOf(
  scope: Scope,
  called: LoadedWorkflow,
  results: ReadonlyMap<string, JobResult>,
): Readonly<Record<string, string>> {
  const pairs = [...results].map(([id, { result, outputs }]) => [id, { result, outputs }]);
  const contexts = { ...scope.contexts, jobs: Object.fromEntries(pairs) };
  const outputs = called.workflow.triggers["workflow_call"]?.outputs;
  return evaluateMap(outputs, { ...scope, contexts });
}
