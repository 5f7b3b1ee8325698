import { createPublicKey, verify } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { ActionsService, RerunScope, WorkflowRun } from "../actions-seam.ts";
import { givenHub, type Hub, REPO } from "../given-hub.ts";

const WORKFLOW = `
name: Kept
on:
  push:
  workflow_dispatch:
    inputs:
      goal: { required: true }
      mode: { type: choice, options: [fast, slow], default: fast }
      dry: { type: boolean, default: false }
      count: { type: number, default: 3 }
jobs: {}
`;

const DAY_MS = 86_400_000;
let hub: Hub;
let actions: ActionsService;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 31, 12);
  hub = await givenHub({ ".github/workflows/kept.yml": WORKFLOW }, () => nowMs);
  const service = hub.github.world.actions;
  if (service === undefined) throw new Error("This world has no Actions.");
  actions = service;
});

afterEach(async () => {
  await hub.close();
});

const KEPT = { ...REPO, workflow_id: "kept.yml" } as const;

async function dispatch(inputs: Record<string, unknown>, ref = "main"): Promise<WorkflowRun> {
  const runs: WorkflowRun[] = [];
  const stop = actions.onQueued((run) => runs.push(run));
  await hub.octokit.rest.actions.createWorkflowDispatch({ ...KEPT, ref, inputs });
  stop();
  const [run] = runs;
  if (run === undefined) throw new Error("No run was queued.");
  return run;
}

test("the workflows are those of the default branch, by name", async () => {
  await hub.commitTo("work", { ".github/workflows/new.yml": WORKFLOW });
  const listed = await hub.octokit.rest.actions.listRepoWorkflows(REPO);
  const kept = await hub.octokit.rest.actions.getWorkflow(KEPT);
  expect(listed.data.workflows.map((it) => [it.path, it.name])).toEqual([
    [".github/workflows/ci.yml", "CI"],
    [".github/workflows/kept.yml", "Kept"],
  ]);
  expect(listed.data.workflows[1]?.id).toBe(kept.data.id);
});

test("a dispatch queues a run of the file at the ref, with typed inputs", async () => {
  const sha = await hub.commitTo("work", { a: "a" });
  const run = await dispatch({ goal: "green", dry: "true" }, "work");
  expect(run).toMatchObject({
    event: "workflow_dispatch",
    ref: "refs/heads/work",
    sha,
    headBranch: "work",
    workflowSha: sha,
    inputs: { goal: "green", mode: "fast", dry: true, count: 3 },
    status: "queued",
    runNumber: 1,
    attempt: 1,
  });
  expect(run.eventPayload["inputs"]).toEqual({
    goal: "green",
    mode: "fast",
    dry: "true",
    count: "3",
  });
  expect(hub.events.slice(-3)).toEqual([
    "workflow_dispatch",
    "check_suite.requested",
    "workflow_run.requested",
  ]);
});

test("a dispatch answers with the run when it is asked to", async () => {
  const dispatched = await hub.octokit.request(
    "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
    { ...KEPT, ref: "main", inputs: { goal: "green" }, return_run_details: true },
  );
  const runs = await hub.octokit.rest.actions.listWorkflowRuns(KEPT);
  expect(dispatched.status).toBe(200);
  expect(dispatched.data).toMatchObject({ workflow_run_id: runs.data.workflow_runs[0]?.id });
});

const MANY = Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`i${at}`, "x"]));

test.each([
  ["a missing input", {}, "main", "Required input 'goal' not provided"],
  ["an unknown input", { goal: "g", foo: "x" }, "main", 'Unexpected inputs provided: ["foo"]'],
  ["a choice that is none", { goal: "g", mode: "no" }, "main", "not in the list of allowed values"],
  ["26 inputs", MANY, "main", "No more than 25 properties are allowed; 26 were supplied."],
  ["too much text", { goal: "x".repeat(65_536) }, "main", "inputs are too large."],
  ["a ref that is not there", { goal: "g" }, "nowhere", "No ref found for: nowhere"],
  ["a commit as the ref", { goal: "g" }, "0123456789abcdef", "No ref found for"],
])("a dispatch refuses %s", async (_name, inputs, ref, message) => {
  await expect(dispatch(inputs, ref)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining(message),
  });
  expect(hub.repository.workflowRuns).toEqual([]);
});

test("a dispatch refuses a workflow without the trigger, one that is nowhere, and who may not", async () => {
  const start = async (workflow: string, client = hub.octokit): Promise<unknown> =>
    await client.rest.actions.createWorkflowDispatch({
      ...REPO,
      workflow_id: workflow,
      ref: "main",
      inputs: { goal: "g" },
    });
  const app = await hub.asApp("reader", { actions: "read" });
  await expect(start("ci.yml")).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining("does not have 'workflow_dispatch' trigger"),
  });
  await expect(start("none.yml")).rejects.toMatchObject({ status: 404 });
  await expect(start("kept.yml", app.octokit)).rejects.toMatchObject({ status: 403 });
});

test("a workflow's own token starts runs by a dispatch, and by nothing else", async () => {
  const job = await hub.asJob("push", { actions: "write", contents: "write", issues: "write" });
  const starts: string[] = [];
  hub.github.world.eventListeners.add((event) => {
    if (event.startsRuns) starts.push(event.name);
  });
  await job.octokit.rest.actions.createWorkflowDispatch({
    ...KEPT,
    ref: "main",
    inputs: { goal: "g" },
  });
  await job.octokit.rest.repos.createDispatchEvent({ ...REPO, event_type: "again" });
  await job.octokit.rest.issues.create({ ...REPO, title: "Nothing" });
  const sha = await hub.headOf("main");
  await job.octokit.rest.git.createRef({ ...REPO, ref: "refs/heads/new", sha });
  expect(starts.filter((it) => !/^(?:check_|workflow_(?:run|job)$)/.test(it))).toEqual([
    "workflow_dispatch",
    "repository_dispatch",
  ]);
});

test("a run goes through its jobs and steps, and is told of in that order", async () => {
  const run = await dispatch({ goal: "g" });
  actions.startRun(run);
  const job = actions.addJob(run, { key: "build", name: "build", labels: ["ubuntu-latest"] });
  actions.startJob(run, job, { runnerName: "local", stepNames: ["Set up job", "Run make"] });
  actions.startStep(run, job, 1);
  actions.finishStep(job, 1, "success");
  actions.appendLog(job, "made\n");
  actions.finishJob(run, job, "failure");
  actions.finishRun(run, "failure");
  await hub.github.idle();
  const at = { ...REPO, run_id: run.id };
  const shown = await hub.octokit.rest.actions.getWorkflowRun(at);
  const jobs = await hub.octokit.rest.actions.listJobsForWorkflowRun(at);
  const check = await hub.octokit.rest.checks.get({ ...REPO, check_run_id: job.id });
  const log = await hub.octokit.rest.actions.downloadJobLogsForWorkflowRun({
    ...REPO,
    job_id: job.id,
  });
  expect(shown.data).toMatchObject({ status: "completed", conclusion: "failure", run_attempt: 1 });
  expect(jobs.data.jobs[0]?.steps?.map((step) => step.conclusion)).toEqual(["success", null]);
  expect(check.data).toMatchObject({ name: "build", conclusion: "failure" });
  expect(check.data.app?.slug).toBe("github-actions");
  expect(log.data).toBe("made\n");
  expect(hub.events.filter((it) => it.startsWith("workflow_"))).toEqual([
    "workflow_dispatch",
    "workflow_run.requested",
    "workflow_run.in_progress",
    "workflow_job.queued",
    "workflow_job.in_progress",
    "workflow_job.completed",
    "workflow_run.completed",
  ]);
});

test("a run is listed by branch, event, status and head", async () => {
  const run = await dispatch({ goal: "g" });
  const count = async (query: object): Promise<number> =>
    (await hub.octokit.rest.actions.listWorkflowRunsForRepo({ ...REPO, ...query })).data
      .total_count;
  expect(await count({ branch: "main", event: "workflow_dispatch" })).toBe(1);
  expect(await count({ head_sha: run.sha, status: "queued" })).toBe(1);
  expect(await count({ status: "completed" })).toBe(0);
});

test("cancelling asks the runner, and a run that is over is not cancelled", async () => {
  const run = await dispatch({ goal: "g" });
  const at = { ...REPO, run_id: run.id };
  const asked: boolean[] = [];
  actions.onCancelled((_run, isForced) => asked.push(isForced));
  await hub.octokit.rest.actions.cancelWorkflowRun(at);
  await hub.octokit.rest.actions.forceCancelWorkflowRun(at);
  expect([asked, run.isCancelRequested, run.status]).toEqual([[false, true], true, "queued"]);
  actions.finishRun(run, "cancelled");
  await expect(hub.octokit.rest.actions.cancelWorkflowRun(at)).rejects.toMatchObject({
    status: 409,
  });
});

test("a re-run is the next attempt of the same run, with its first inputs", async () => {
  const run = await dispatch({ goal: "g" });
  const at = { ...REPO, run_id: run.id };
  const again = async (): Promise<unknown> => await hub.octokit.rest.actions.reRunWorkflow(at);
  await expect(again()).rejects.toMatchObject({ status: 403 });
  actions.finishRun(run, "failure");
  const scopes: RerunScope[] = [];
  actions.onQueued((queued) => scopes.push(queued.rerun));
  await again();
  actions.finishRun(run, "success");
  await hub.octokit.rest.actions.reRunWorkflowFailedJobs(at);
  expect(run).toMatchObject({ attempt: 3, status: "queued", inputs: { goal: "g" } });
  expect(scopes).toEqual([{ kind: "all" }, { kind: "failed" }]);
  const attempt = async (number: number): Promise<string | null> => {
    const asked = { ...at, attempt_number: number };
    return (await hub.octokit.rest.actions.getWorkflowRunAttempt(asked)).data.conclusion;
  };
  expect([await attempt(1), await attempt(2), await attempt(3)]).toEqual([
    "failure",
    "success",
    null,
  ]);
  actions.finishRun(run, "success");
  nowMs += 31 * DAY_MS;
  await expect(again()).rejects.toMatchObject({ status: 403 });
});

test("an artifact is kept, listed, downloaded as a zip, replaced on request, and expires", async () => {
  const run = await dispatch({ goal: "g" });
  const save = (text: string, isOverwriting = false): number =>
    actions.saveArtifact(run, {
      name: "bundle",
      files: new Map([["a/b.txt", Buffer.from(text)]]),
      retentionDays: 1,
      isOverwriting,
    }).id;
  save("one");
  expect(() => save("two")).toThrow("(409) Conflict");
  const id = save("two", true);
  const at = { ...REPO, artifact_id: id };
  const download = async (client = hub.octokit): Promise<Buffer> => {
    const zip = await client.rest.actions.downloadArtifact({ ...at, archive_format: "zip" });
    return Buffer.from(z.instanceof(ArrayBuffer).parse(zip.data));
  };
  const listed = await hub.octokit.rest.actions.listWorkflowRunArtifacts({
    ...REPO,
    run_id: run.id,
  });
  expect(listed.data.artifacts.map((it) => it.id)).toEqual([id]);
  expect(listed.data.artifacts[0]?.size_in_bytes).toBe((await download()).length);
  expect((await download()).subarray(0, 2).toString()).toBe("PK");
  expect(actions.readArtifact(run, "bundle")?.get("a/b.txt")?.toString()).toBe("two");
  nowMs += DAY_MS;
  await expect(download()).rejects.toMatchObject({ status: 410 });
  await hub.octokit.rest.actions.deleteArtifact(at);
  await expect(download()).rejects.toMatchObject({ status: 404 });
});

test("a job's token dies with the job and never writes workflows", async () => {
  const { token, octokit } = await hub.asJob("push", { issues: "write", workflows: "write" });
  const create = async (): Promise<unknown> =>
    await octokit.rest.issues.create({ ...REPO, title: "Hello" });
  expect(token.permissions).toEqual({ metadata: "read", issues: "write" });
  expect(token.actor.login).toBe("github-actions[bot]");
  await create();
  actions.revokeWorkflowToken(token);
  await expect(create()).rejects.toMatchObject({ status: 401 });
});

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) });

test("an id token has GitHub's claims and is signed with the published key", async () => {
  const { run, job } = await hub.asJob("push", {});
  const token = await actions.issueIdToken(run, job, { audience: "kiln" });
  const [header = "", payload = "", signature = ""] = token.split(".");
  const discovery = await fetch(`${hub.github.url}/_oidc/.well-known/openid-configuration`);
  const { jwks_uri: jwksUri } = z.object({ jwks_uri: z.string() }).parse(await discovery.json());
  const { keys } = Keys.parse(await (await fetch(jwksUri)).json());
  const key = createPublicKey({ key: keys[0] ?? {}, format: "jwk" });
  const isGenuine = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${payload}`),
    key,
    Buffer.from(signature, "base64url"),
  );
  expect(isGenuine).toBe(true);
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
    iss: `${hub.github.url}/_oidc`,
    aud: "kiln",
    sub: "repo:octocat/hello-world:ref:refs/heads/main",
    repository: "octocat/hello-world",
    event_name: "push",
    run_id: String(run.id),
    run_attempt: "1",
    check_run_id: String(job.id),
    job_workflow_ref: "octocat/hello-world/.github/workflows/ci.yml@refs/heads/main",
    exp: Math.floor(nowMs / 1000) + 300,
  });
});

test("variables and the default permissions are read and set", async () => {
  hub.repository.variables.set("MODE", "slow");
  const variable = await hub.octokit.rest.actions.getRepoVariable({ ...REPO, name: "MODE" });
  await hub.octokit.rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
    ...REPO,
    default_workflow_permissions: "write",
  });
  const permissions =
    await hub.octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(REPO);
  expect(variable.data.value).toBe("slow");
  expect(permissions.data).toEqual({
    default_workflow_permissions: "write",
    can_approve_pull_request_reviews: false,
  });
});
