import { z } from "zod";
import type { WorkflowJob, WorkflowRun } from "../github/actions-seam.ts";
import type { World } from "../github/model.ts";
import type { Json } from "./template.ts";

export interface GitHubContextFacts {
  readonly world: World;
  readonly run: WorkflowRun;
  /** Absent in expressions that are evaluated before a job has a machine. */
  readonly job?: WorkflowJob & { readonly definitionId: string };
  readonly workspace?: string;
  readonly eventPath?: string;
  readonly token?: string;
}

const EventPayload = z.record(z.string(), z.json());
const PullRefs = z.object({
  pull_request: z.object({
    head: z.object({ ref: z.string() }),
    base: z.object({ ref: z.string() }),
  }),
});

/** The `github` context. */
export function githubContext(facts: GitHubContextFacts): { readonly [key: string]: Json } {
  const { run, job } = facts;
  return {
    ...placeOf(facts),
    ...refsOf(run),
    event_name: run.event,
    event: EventPayload.parse(JSON.parse(JSON.stringify(run.eventPayload))),
    event_path: facts.eventPath ?? "",
    actor: run.actor.login,
    actor_id: String(run.actor.id),
    triggering_actor: run.triggeringActor.login,
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: String(run.attempt),
    retention_days: "90",
    workflow: run.workflowName,
    workflow_ref: `${run.repository.fullName}/${run.workflowPath}@${run.workflowRef}`,
    workflow_sha: run.workflowSha,
    workspace: facts.workspace ?? "",
    token: facts.token ?? "",
    job: job?.definitionId ?? "",
    secret_source: run.isFromFork ? "None" : "Actions",
  };
}

function placeOf({ world, run: { repository } }: GitHubContextFacts): Record<string, Json> {
  return {
    server_url: world.url,
    api_url: world.apiUrl,
    graphql_url: `${world.url}/api/graphql`,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.isPrivate ? "private" : "public",
    repositoryUrl: `git://${new URL(world.url).host}/${repository.fullName}.git`,
  };
}

function refsOf(run: WorkflowRun): Record<string, Json> {
  const { ref, sha, repository } = run;
  const pull = PullRefs.safeParse(run.eventPayload);
  const branch = ref.replace(/^refs\/heads\//u, "");
  const isPull = run.event.startsWith("pull_request") && pull.success;
  return {
    sha,
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//u, ""),
    ref_type: ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: ref.startsWith("refs/heads/") && repository.protectedBranches.has(branch),
    head_ref: isPull ? pull.data.pull_request.head.ref : "",
    base_ref: isPull ? pull.data.pull_request.base.ref : "",
  };
}
