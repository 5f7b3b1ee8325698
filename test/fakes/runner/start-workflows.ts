import { z } from "zod";
import type {
  ActionsService,
  RunRequest,
  WorkflowFile,
  WorkflowRun,
} from "../github/actions-seam.ts";
import type { GitHubEvent, Repository, World } from "../github/model.ts";
import { runGit } from "../github/run-git.ts";
import { locateEvent } from "./locate-event.ts";
import type { EventPlace } from "./locate-event.ts";
import { matchesTrigger } from "./matches-trigger.ts";
import { parseWorkflow } from "./parse-workflow.ts";
import type { Trigger } from "./workflow.ts";

/** Words in a commit message that keep `push` and `pull_request` from starting anything. */
const SKIPPING = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/u;
/** The API queues the runs of a dispatch itself, as it answers with their id. */
const QUEUED_ELSEWHERE = "workflow_dispatch";
const GIT_PATHS_MAX = 300;

const Check = z.object({ app: z.object({ slug: z.string() }) });
const CheckPayload = z.object({ check_run: Check.optional(), check_suite: Check.optional() });

/** Queues a run for every workflow file that the event starts. */
export async function startWorkflows(
  world: World,
  actions: ActionsService,
  event: GitHubEvent,
): Promise<readonly WorkflowRun[]> {
  if (!event.startsRuns || event.name === QUEUED_ELSEWHERE || isOfActions(event)) return [];
  const started: WorkflowRun[] = [];
  const places = await locateEvent(world, event);
  for (const place of places) {
    if (await isSkipped(event.repository, place)) continue;
    const files = await actions.listWorkflows(event.repository, place.workflowSha);
    for (const file of files) {
      const run = await startWorkflow(actions, event, place, file);
      if (run !== undefined) started.push(run);
    }
  }
  return started;
}

/** The checks that Actions itself makes start nothing, or every job would start the next. */
function isOfActions({ payload }: GitHubEvent): boolean {
  const check = CheckPayload.safeParse(payload);
  if (!check.success) return false;
  const { check_run: run, check_suite: suite } = check.data;
  return (run ?? suite)?.app.slug === "github-actions";
}

async function isSkipped(repository: Repository, place: EventPlace): Promise<boolean> {
  if (place.event !== "push" && place.event !== "pull_request") return false;
  const message = await runGit(repository, ["log", "-1", "--format=%B", place.headSha]);
  return SKIPPING.test(message);
}

async function startWorkflow(
  actions: ActionsService,
  event: GitHubEvent,
  place: EventPlace,
  file: WorkflowFile,
): Promise<WorkflowRun | undefined> {
  const parsed = await parseWorkflow(file.path, file.text);
  if (parsed.kind === "invalid") {
    // GitHub shows a broken file as a failed run of the push; it fails as it is read once more.
    return place.event === "push"
      ? await actions.queueRun(toRequest(event, place, file))
      : undefined;
  }
  const trigger = parsed.workflow.triggers[place.event];
  if (trigger === undefined) return undefined;
  const changedPaths = await findChangedPaths(event.repository, place, trigger);
  const { branch, tag, workflowName } = place;
  const facts = {
    name: place.event,
    action: event.action,
    branch,
    tag,
    changedPaths,
    workflowName,
  };
  if (!matchesTrigger(trigger, facts)) return undefined;
  return await actions.queueRun(toRequest(event, place, file));
}

async function findChangedPaths(
  repository: Repository,
  { diff }: EventPlace,
  trigger: Trigger,
): Promise<readonly string[] | undefined> {
  const hasFilter = trigger.paths !== undefined || trigger["paths-ignore"] !== undefined;
  if (!hasFilter || diff === undefined) return undefined;
  const listed = await runGit(repository, ["diff", "--name-only", "-z", diff]);
  return listed
    .split("\0")
    .filter((path) => path !== "")
    .slice(0, GIT_PATHS_MAX);
}

function toRequest(event: GitHubEvent, place: EventPlace, { path }: WorkflowFile): RunRequest {
  return {
    repository: event.repository,
    workflowPath: path,
    workflowSha: place.workflowSha,
    workflowRef: place.workflowRef,
    event: place.event,
    eventPayload: event.payload,
    ref: place.ref,
    sha: place.sha,
    actor: event.actor,
    headSha: place.headSha,
    ...(place.headBranch === undefined ? {} : { headBranch: place.headBranch }),
    ...(place.headRepository === undefined ? {} : { headRepository: place.headRepository }),
    pullNumbers: place.pullNumbers,
  };
}
