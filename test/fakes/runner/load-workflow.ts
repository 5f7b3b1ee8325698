import type { WorkflowRun } from "../github/actions-seam.ts";
import type { Repository, World } from "../github/model.ts";
import { tryGit } from "../github/run-git.ts";
import { findUsableRepository, resolveVersion } from "./fetch-action.ts";
import { parseWorkflow } from "./parse-workflow.ts";
import { applyPermissions, findExcess } from "./token-permissions.ts";
import type { TokenPermissions } from "./token-permissions.ts";
import type { CallDefinition, JobDefinition, Trigger, Workflow } from "./workflow.ts";

/** A workflow together with all that it calls, checked as GitHub checks it before a run starts. */
export interface LoadedWorkflow {
  readonly workflow: Workflow;
  readonly repository: Repository;
  readonly sha: string;
  /** `owner/repo/.github/workflows/x.yml@ref`. */
  readonly address: string;
  /** By the id of the calling job. */
  readonly calls: ReadonlyMap<string, LoadedWorkflow>;
}

/** Why a run does not start at all: `startup_failure`. */
export class StartupError extends Error {}

/** Workflows that call each other, the first one included. */
const LEVELS_MAX = 10;

interface Place {
  readonly repository: Repository;
  readonly sha: string;
  readonly path: string;
  readonly address: string;
  readonly level: number;
}

export async function loadWorkflow(
  world: World,
  run: WorkflowRun,
  granted: TokenPermissions,
): Promise<LoadedWorkflow> {
  const { repository, workflowSha: sha, workflowPath: path, workflowRef } = run;
  const address = `${repository.fullName}/${path}@${workflowRef}`;
  return await load({ repository, sha, path, address, level: 1 }, granted, { world, run });
}

async function load(
  place: Place,
  granted: TokenPermissions,
  context: { readonly world: World; readonly run: WorkflowRun },
): Promise<LoadedWorkflow> {
  const workflow = await readWorkflow(place);
  const calls = new Map<string, LoadedWorkflow>();
  for (const job of workflow.jobs.values()) {
    const above = applyPermissions(granted, workflow.permissions);
    const permissions = applyPermissions(above, job.permissions);
    if (place.level > 1) checkCeiling(place, job, permissions, granted);
    if (job.call === undefined) continue;
    if (place.level >= LEVELS_MAX) {
      throw new StartupError(`Workflows may call each other ${LEVELS_MAX} levels deep.`);
    }
    const called = await load(await placeOf(place, job.call, context), permissions, context);
    checkCall(job.call, called, place.repository);
    calls.set(job.id, called);
  }
  const { repository, sha, address } = place;
  return { workflow, repository, sha, address, calls };
}

async function readWorkflow({ repository, sha, path, address }: Place): Promise<Workflow> {
  const file = await tryGit(repository, ["cat-file", "blob", `${sha}:${path}`]);
  if (file.code !== 0) throw new StartupError(`workflow was not found: ${address}`);
  const parsed = await parseWorkflow(path, file.stdout.toString("utf8"));
  if (parsed.kind === "workflow") return parsed.workflow;
  throw new StartupError(`Invalid workflow file: ${path}\n${parsed.errors.join("\n")}`);
}

async function placeOf(
  caller: Place,
  { uses }: CallDefinition,
  context: { readonly world: World; readonly run: WorkflowRun },
): Promise<Place> {
  const level = caller.level + 1;
  if (uses.startsWith("./")) {
    const path = uses.slice("./".length);
    const address = `${caller.repository.fullName}/${path}@${caller.sha}`;
    return { repository: caller.repository, sha: caller.sha, path, address, level };
  }
  const [address = "", ref = ""] = uses.split("@");
  const [owner = "", name = "", ...folders] = address.split("/");
  const repository = findUsableRepository(context, `${owner}/${name}`);
  const sha = repository === undefined ? undefined : await resolveVersion(repository, ref);
  if (repository === undefined || sha === undefined) {
    throw new StartupError(`error parsing called workflow "${uses}": workflow was not found.`);
  }
  return { repository, sha, path: folders.join("/"), address: uses, level };
}

function checkCeiling(
  place: Place,
  job: JobDefinition,
  wanted: TokenPermissions,
  granted: TokenPermissions,
): void {
  const excess = findExcess(wanted, granted);
  if (excess === undefined) return;
  throw new StartupError(
    `Error calling workflow '${place.address}'. The nested job '${job.id}' ${excess}.`,
  );
}

function checkCall(call: CallDefinition, called: LoadedWorkflow, caller: Repository): void {
  const trigger = called.workflow.triggers["workflow_call"];
  if (trigger === undefined) {
    throw new StartupError(
      `workflow is not reusable as it is missing a \`on.workflow_call\` trigger`,
    );
  }
  const inputs = Object.entries(trigger.inputs ?? {});
  const required = inputs.filter(([, input]) => input.required).map(([name]) => name);
  checkNames("Input", namesOf(call.with), Object.keys(trigger.inputs ?? {}), required);
  checkSecrets(call, trigger, called.repository.owner === caller.owner);
}

/** `secrets: inherit` ends at the owner's border: a stranger's workflow gets nothing by it. */
function checkSecrets({ secrets }: CallDefinition, trigger: Trigger, isSameOwner: boolean): void {
  if (secrets === "inherit" && isSameOwner) return;
  const declared = Object.entries(trigger.secrets ?? {});
  const required = declared.filter(([, secret]) => secret.required).map(([name]) => name);
  checkNames("Secret", namesOf(secrets), Object.keys(trigger.secrets ?? {}), required);
}

function checkNames(
  kind: string,
  given: readonly string[],
  declared: readonly string[],
  required: readonly string[],
): void {
  const unknown = given.find((name) => !declared.includes(name));
  if (unknown !== undefined) {
    throw new StartupError(
      `Invalid ${kind.toLowerCase()}, ${unknown} is not defined in the referenced workflow.`,
    );
  }
  const missing = required.find((name) => !given.includes(name));
  if (missing !== undefined) {
    throw new StartupError(`${kind} ${missing} is required, but not provided while calling.`);
  }
}

function namesOf(template: CallDefinition["with"]): readonly string[] {
  return typeof template === "object" && template !== null ? Object.keys(template) : [];
}
