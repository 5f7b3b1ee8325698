import { afterEach, beforeEach, expect, test } from "vitest";
import { givenHub, type Hub, REPO } from "../given-hub.ts";
import type { App } from "../model.ts";
import { pressButton } from "./press-button.ts";

let hub: Hub;
let app: App;
let octokit: Hub["octokit"];
let sha: string;

beforeEach(async () => {
  hub = await givenHub();
  ({ app, octokit } = await hub.asApp("checker", { checks: "write" }));
  sha = await hub.headOf("main");
});

afterEach(async () => {
  await hub.close();
});

const ANNOTATION = {
  path: "README.md",
  start_line: 1,
  end_line: 1,
  annotation_level: "failure",
  message: "Too short.",
} as const;

type Output = NonNullable<Parameters<typeof octokit.rest.checks.create>[0]>["output"];

async function create(output?: Output, client = octokit): Promise<number> {
  const made = await client.rest.checks.create({
    ...REPO,
    name: "lint",
    head_sha: sha,
    status: "in_progress",
    ...(output === undefined ? {} : { output }),
  });
  return made.data.id;
}

test("a check-run lives: created, updated, completed, listed at its commit", async () => {
  const id = await create();
  const done = await octokit.rest.checks.update({
    ...REPO,
    check_run_id: id,
    conclusion: "failure",
    output: { title: "1 problem", summary: "See below.", annotations: [ANNOTATION] },
  });
  const listed = await octokit.rest.checks.listForRef({ ...REPO, ref: "main" });
  expect(done.data).toMatchObject({
    status: "completed",
    conclusion: "failure",
    app: { slug: "checker" },
    output: { title: "1 problem", annotations_count: 1 },
  });
  expect(listed.data.check_runs.map((run) => run.id)).toEqual([id]);
  expect(hub.events).toEqual(["check_run.created", "check_run.completed", "check_suite.completed"]);
});

test("annotations come fifty at a time and add up", async () => {
  const annotations = Array.from({ length: 50 }, () => ANNOTATION);
  const output = { title: "Many", summary: "Many.", annotations };
  const id = await create(output);
  await octokit.rest.checks.update({ ...REPO, check_run_id: id, output });
  const all = await octokit.paginate(octokit.rest.checks.listAnnotations, {
    ...REPO,
    check_run_id: id,
    per_page: 100,
  });
  expect(all).toHaveLength(100);
});

test.each([
  [
    "51 annotations",
    { title: "t", summary: "s", annotations: Array.from({ length: 51 }, () => ANNOTATION) },
    "No more than 50 items are allowed; 51 were supplied.",
  ],
  [
    "a summary of 65,536 characters",
    { title: "t", summary: "x".repeat(65_536) },
    "Only 65535 characters are allowed; 65536 were supplied.",
  ],
  [
    "a text of 65,536 characters",
    { title: "t", summary: "s", text: "x".repeat(65_536) },
    "Only 65535 characters are allowed; 65536 were supplied.",
  ],
  [
    "a summary of more than 65,535 bytes",
    { title: "t", summary: "é".repeat(40_000) },
    "summary exceeds a maximum bytesize of 65535",
  ],
] satisfies [string, Output, string][])("refuses %s", async (_name, output, message) => {
  await expect(create(output)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining(message),
  });
  expect(hub.repository.checkRuns).toEqual([]);
});

test("a summary of exactly 65,535 characters is taken", async () => {
  await expect(create({ title: "t", summary: "x".repeat(65_535) })).resolves.toBeGreaterThan(0);
});

test("refuses a commit that is not there", async () => {
  sha = "1".repeat(40);
  await expect(create()).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining("No commit found for SHA"),
  });
});

test("checks are written by Apps: not by people, not without the permission, not those of others", async () => {
  const id = await create();
  const reader = await hub.asApp("reader", { checks: "read" });
  const other = await hub.asApp("other", { checks: "write" });
  await expect(create(undefined, hub.octokit)).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining("You must authenticate via a GitHub App."),
  });
  await expect(create(undefined, reader.octokit)).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining("Resource not accessible by integration"),
  });
  const byOther = other.octokit.rest.checks.update({
    ...REPO,
    check_run_id: id,
    conclusion: "success",
  });
  await expect(byOther).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining(`Invalid app_id \`${app.id}\``),
  });
});

test("a push gives each App its suite, and all its runs there share it", async () => {
  sha = await hub.commitTo("work", { a: "a" });
  const suites = await octokit.rest.checks.listSuitesForRef({ ...REPO, ref: sha, app_id: app.id });
  const [suite] = suites.data.check_suites;
  const id = await create();
  const run = await octokit.rest.checks.get({ ...REPO, check_run_id: id });
  expect(suites.data.total_count).toBe(1);
  expect(suite).toMatchObject({ head_branch: "work", status: "queued" });
  expect(run.data.check_suite?.id).toBe(suite?.id);
});

test("a newer run of the same name stands for the older one", async () => {
  const [first, second] = [await create(), await create()];
  const list = async (filter: "latest" | "all"): Promise<readonly number[]> => {
    const listed = await octokit.rest.checks.listForRef({ ...REPO, ref: sha, filter });
    return listed.data.check_runs.map((run) => run.id);
  };
  expect(await list("latest")).toEqual([second]);
  expect(await list("all")).toEqual([second, first]);
});

test("a rerequest and a button are told and change nothing by themselves", async () => {
  const made = await octokit.rest.checks.create({
    ...REPO,
    name: "lint",
    head_sha: sha,
    conclusion: "action_required",
    actions: [{ label: "Fix", description: "Fixes it.", identifier: "fix" }],
  });
  const id = made.data.id;
  await hub.octokit.rest.checks.rerequestRun({ ...REPO, check_run_id: id });
  const press = { repository: hub.repository, checkRunId: id, identifier: "fix" };
  const user = hub.repository.owner;
  await pressButton(hub.github.world, { ...press, user });
  const run = await octokit.rest.checks.get({ ...REPO, check_run_id: id });
  expect(run.data.conclusion).toBe("action_required");
  expect(hub.events.slice(-2)).toEqual(["check_run.rerequested", "check_run.requested_action"]);
});

test("refuses more than three buttons and long labels", async () => {
  const withActions = async (labels: readonly string[]): Promise<unknown> =>
    await octokit.rest.checks.create({
      ...REPO,
      name: "lint",
      head_sha: sha,
      actions: labels.map((label) => ({ label, description: "d", identifier: "i" })),
    });
  await expect(withActions(["a", "b", "c", "d"])).rejects.toMatchObject({ status: 422 });
  await expect(withActions(["x".repeat(21)])).rejects.toMatchObject({ status: 422 });
});
