import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ActionsService, WorkflowJob, WorkflowRun } from "../github/actions-seam.ts";
import type { Token, World } from "../github/model.ts";
import { executeSteps } from "./execute-steps.ts";
import type { JobEnd } from "./execute-steps.ts";
import { githubContext } from "./github-context.ts";
import { createJobFolders } from "./job-folders.ts";
import type { JobFolders } from "./job-folders.ts";
import { JobLog } from "./job-log.ts";
import type { JobServices, JobVariables } from "./job-services.ts";
import type { JobSession, WorkflowPlace } from "./job-session.ts";
import { killTracked } from "./kill-tracked.ts";
import { Masker } from "./masker.ts";
import type { Graces } from "./run-process.ts";
import type { Json, Template } from "./template.ts";
import type { TokenPermissions } from "./token-permissions.ts";
import type { JobDefinition, RunDefaults } from "./workflow.ts";

/** Everything that the server says to the machine about a job. */
export interface JobOrder {
  readonly run: WorkflowRun;
  readonly job: WorkflowJob;
  readonly definition: JobDefinition;
  readonly permissions: TokenPermissions;
  /** `inputs`, `vars`, `needs`, `strategy` and `matrix`. */
  readonly contexts: Readonly<Record<string, Json>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** `env:` of the workflow, then of the job. */
  readonly env: readonly (Template | undefined)[];
  readonly workflowDefaults: RunDefaults;
  readonly environment: string | undefined;
  readonly place: WorkflowPlace;
  readonly isCalled: boolean;
  readonly cancelled: AbortSignal;
  readonly lost: AbortSignal;
  onStep(name: string): void;
  onLog(text: string): void;
  /** What its steps wrote to GITHUB_STEP_SUMMARY, masked. */
  onSummary(markdown: string): void;
}

export interface Machine {
  readonly world: World;
  readonly actions: ActionsService;
  readonly services: JobServices;
  readonly workFolder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly graces: Graces;
}

/** Executes a job on a fresh disk, from its token to its last orphan. */
export async function executeJob(machine: Machine, order: JobOrder): Promise<JobEnd> {
  const { run, job, definition, permissions, env, environment } = order;
  const { actions, workFolder, services } = machine;
  const root = path.join(workFolder, `${run.id}-${run.attempt}-${job.id}`);
  const trackingId = `github_${randomUUID()}`;
  const token = actions.issueWorkflowToken(run, job, permissions);
  const isAllowed = permissions["id-token"] === "write" && !run.isFromFork;
  const called = order.isCalled ? order.place : undefined;
  const variables = services.open({ run, job, environment, called, isAllowed });
  try {
    const folders = await createJobFolders(root, run.repository.name);
    const session = await openSession(machine, order, { token, folders, variables, trackingId });
    const end = await executeSteps({ actions, session, definition, env });
    if (session.summary !== "") order.onSummary(session.summary);
    return end;
  } finally {
    killTracked(trackingId);
    services.close(job);
    actions.revokeWorkflowToken(token);
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Given {
  readonly token: Token;
  readonly folders: JobFolders;
  readonly variables: JobVariables;
  readonly trackingId: string;
}

async function openSession(
  { world, actions, variables: machine, graces }: Machine,
  order: JobOrder,
  { token, folders, variables, trackingId }: Given,
): Promise<JobSession> {
  const { run, job, definition } = order;
  const eventPath = path.join(folders.temp, "_github_workflow", "event.json");
  await mkdir(path.dirname(eventPath), { recursive: true });
  await writeFile(eventPath, JSON.stringify(run.eventPayload));
  const masker = new Masker();
  const secrets = { ...order.secrets, GITHUB_TOKEN: token.value };
  for (const secret of Object.values(secrets)) masker.add(secret);
  const log = new JobLog(
    masker,
    () => world.nowMs(),
    (text) => {
      actions.appendLog(job, text);
      order.onLog(text);
    },
  );
  const github = githubContext({
    world,
    run,
    job: { ...job, definitionId: definition.id },
    workspace: folders.workspace,
    eventPath,
    token: token.value,
  });
  return {
    world,
    run,
    job,
    place: order.place,
    folders,
    masker,
    log,
    token: token.value,
    defaults: {
      shell: definition.shell.shell ?? order.workflowDefaults.shell,
      workingDirectory:
        definition.shell.workingDirectory ?? order.workflowDefaults.workingDirectory,
    },
    contexts: { ...order.contexts, github, secrets },
    machine: { ...machine, ...variables.all },
    actionVariables: variables.actions,
    env: new Map(),
    paths: [],
    trackingId,
    graces,
    cancelled: order.cancelled,
    lost: order.lost,
    postSteps: [],
    status: "success",
    summary: "",
    onStep: (name) => {
      order.onStep(name);
    },
  };
}
