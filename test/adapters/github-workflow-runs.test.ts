import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createGitHubClient } from "../../src/adapters/github-client.ts";
import { createGitHubWorkflowRuns } from "../../src/adapters/github-workflow-runs.ts";
import type { WorkflowRuns } from "../../src/ports/workflow-runs.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

const REQUEST = { goalPath: ".kazi/goals/one.toml", pull: 12, approval: "comment:34" };

describe("by a local GitHub", () => {
  let it: GitHubUnderTest;
  let runs: WorkflowRuns;
  beforeAll(async () => {
    it = await githubUnderTest({ ".github/workflows/other.yml": "on: push\njobs: {}\n" });
    runs = createGitHubWorkflowRuns(it.repository, "kazi.yml");
  });
  afterAll(async () => await it.close());

  async function start(): Promise<number> {
    const started = await runs.dispatch(REQUEST);
    if (started.kind !== "started" || started.runId === undefined) throw new Error("not started");
    return started.runId;
  }

  test("dispatch() starts a run on the default branch with what it is told", async () => {
    const runId = await start();
    expect(it.model.workflowRuns.find(({ id }) => id === runId)).toMatchObject({
      event: "workflow_dispatch",
      ref: "refs/heads/main",
      inputs: { goal: ".kazi/goals/one.toml", pull: "12", approval: "comment:34" },
    });
  });

  test("dispatch() works with a workflow's own token", async () => {
    const token = it.workflowToken({ actions: "write", contents: "read" });
    const own = createGitHubWorkflowRuns(await it.asToken(token), "kazi.yml");
    expect(await own.dispatch({ goalPath: "x.toml" })).toMatchObject({ kind: "started" });
  });

  test("dispatch() is blocked with a sentence that says what to change", async () => {
    const reader = await it.asToken(it.installationToken({ actions: "read", contents: "read" }));
    expect(await createGitHubWorkflowRuns(reader, "kazi.yml").dispatch(REQUEST)).toEqual({
      kind: "blocked",
      reason: expect.stringMatching(/actions: write.*GitHub said: 403 Resource not accessible/),
    });
    expect(await createGitHubWorkflowRuns(it.repository, "none.yml").dispatch(REQUEST)).toEqual({
      kind: "blocked",
      reason: expect.stringMatching(/no workflow \.github\/workflows\/none\.yml on main.*404/),
    });
    expect(await createGitHubWorkflowRuns(it.repository, "other.yml").dispatch(REQUEST)).toEqual({
      kind: "blocked",
      reason: expect.stringMatching(/has to have workflow_dispatch.*422/),
    });
  });

  test("stateOf() is what GitHub says of that attempt", async () => {
    const runId = await start();
    const run = it.model.workflowRuns.find(({ id }) => id === runId);
    const actions = it.github.world.actions;
    if (run === undefined || actions === undefined) throw new Error("no run");
    expect(await runs.stateOf({ runId, attempt: 1 })).toBe("alive");
    actions.startRun(run);
    expect(await runs.stateOf({ runId, attempt: 1 })).toBe("alive");
    actions.finishRun(run, "failure");
    expect(await runs.stateOf({ runId, attempt: 1 })).toBe("gone");
    const route = "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun";
    await it.as("alice").request(route, { owner: "team", repo: "project", run_id: runId });
    expect(await runs.stateOf({ runId, attempt: 1 })).toBe("gone");
    expect(await runs.stateOf({ runId, attempt: 2 })).toBe("alive");
  });

  test("stateOf() of a run that never was is gone", async () => {
    expect(await runs.stateOf({ runId: 999_999, attempt: 1 })).toBe("gone");
  });
});

describe("by a played GitHub", () => {
  const api = "https://api.github.com";
  const client = createGitHubClient({ apiUrl: api, token: "t", pause: () => Promise.resolve() });
  const repository = { client, id: 1, nodeId: "R", owner: "o", name: "r", defaultBranch: "main" };
  const runs = createGitHubWorkflowRuns(repository, "kazi.yml");
  const DISPATCHES = "/repos/o/r/actions/workflows/kazi.yml/dispatches";
  const ATTEMPT = "/repos/o/r/actions/runs/7/attempts/2";
  beforeAll(() => nock.disableNetConnect());
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });

  test.each([
    ["422", 422, 'Invalid request.\n\n"return_run_details" is not a permitted key.'],
    ["400", 400, "unknown field return_run_details"],
  ])(
    "dispatch() does without run details on an older server: %s",
    async (_name, status, message) => {
      nock(api)
        .post(DISPATCHES, { ref: "main", inputs: { goal: "g" }, return_run_details: true })
        .reply(status, { message })
        .post(DISPATCHES, { ref: "main", inputs: { goal: "g" } })
        .reply(204);
      expect(await runs.dispatch({ goalPath: "g" })).toEqual({ kind: "started" });
    },
  );

  test("dispatch() does not start a second run when the first may have started", async () => {
    nock(api).post(DISPATCHES).reply(502, "");
    await expect(runs.dispatch({ goalPath: "g" })).rejects.toMatchObject({
      code: "github-unavailable",
    });
  });

  test("stateOf() is unknown while GitHub does not answer", async () => {
    nock(api).get(ATTEMPT).times(4).reply(503, "");
    expect(await runs.stateOf({ runId: 7, attempt: 2 })).toBe("unknown");
  });

  test.each([
    ["an attempt that is not there yet", 1, "unknown"],
    ["an attempt whose record is gone", 3, "gone"],
  ])("stateOf() of %s", async (_name, newest, presence) => {
    nock(api)
      .get(ATTEMPT)
      .reply(404, { message: "Not Found" })
      .get("/repos/o/r/actions/runs/7")
      .reply(200, { run_attempt: newest });
    expect(await runs.stateOf({ runId: 7, attempt: 2 })).toBe(presence);
  });

  test("stateOf() is unknown where the token may not look", async () => {
    nock(api).get(ATTEMPT).reply(403, { message: "Resource not accessible by integration" });
    expect(await runs.stateOf({ runId: 7, attempt: 2 })).toBe("unknown");
  });
});
