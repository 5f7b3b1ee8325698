import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { workflowFiles } from "../../src/plan/workflow-files.ts";
import {
  ADDRESS,
  parseActionFile,
  parseWorkflowText,
  REQUESTS,
  SHA,
  WORKFLOW_PATH,
  type WorkflowJob,
  workflowText,
} from "./given-workflows.ts";

const TRUSTED: readonly string[] = ["control", "claim", "land"];
const WORK: ReadonlySet<string> = new Set(["dispatch", "observe"]);
const action = parseActionFile(readFileSync("action.yml", "utf8"));

describe.each(Object.entries(REQUESTS))("workflowFiles(): %s", (_name, request) => {
  const text = workflowText(request);
  const workflow = parseWorkflowText(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test("grants nothing to the workflow and to each job what it needs", () => {
    expect(workflow.permissions).toEqual({});
    for (const [id, { permissions }] of jobs) {
      const isWork = WORK.has(id);
      const levels = new Set(Object.values(permissions));
      expect([id, isWork ? permissions : levels]).toEqual([
        id,
        isWork ? { contents: "read" } : new Set(["write"]),
      ]);
    }
  });

  test("lets no job prove its identity to strangers", () => {
    expect(jobs.filter(([, job]) => "id-token" in job.permissions)).toEqual([]);
  });

  test("pins each action by commit, and takes no others but of the checked-out default branch", () => {
    const all = [...steps, ...jobs.map(([, job]) => job)].flatMap(({ uses }) => uses ?? []);
    expect(all.length).toBeGreaterThan(0);
    const local = request.form === "reusable" ? ["./.kazi-action"] : [];
    const loose = all.filter(
      (uses) =>
        !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses) &&
        !["./.github/actions/kazi-setup", ...local].includes(uses),
    );
    expect(loose).toEqual([]);
  });

  test("leaves no credential behind a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  test("has nothing of the repository where a write token is", () => {
    for (const id of TRUSTED) {
      const used = (workflow.jobs[id]?.steps ?? []).map(({ uses = "", with: given }) => ({
        isForeign:
          uses.startsWith("actions/") ||
          uses.startsWith(`${ADDRESS}@`) ||
          uses === "./.kazi-action",
        repository: given?.["repository"],
      }));
      for (const step of used) expect(step.isForeign).toBe(true);
      const checkouts = used.filter((step) => step.repository !== undefined);
      expect(checkouts.length).toBe(request.form === "reusable" && used.length > 0 ? 1 : 0);
    }
  });

  test("runs no shell, and shows secrets to one step", () => {
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    const called = request.form === "caller" ? jobs : [];
    const knowing = steps.filter((step) => JSON.stringify(step).includes("secrets."));
    expect(knowing.length + called.length).toBe(1);
    for (const step of knowing) expect(step.with).toMatchObject({ phase: "dispatch" });
  });

  test("conditions of jobs read outputs of claim only", () => {
    const read = jobs.flatMap(([, job]) => [...(job.if ?? "").matchAll(/needs\.(\w+)\.outputs/g)]);
    expect(new Set(read.map((match) => match[1]))).toEqual(
      new Set(request.form === "caller" ? [] : ["claim"]),
    );
  });

  test("gives the Action inputs that it has, and reads outputs that it has", () => {
    const given = steps
      .filter((step) => step["id"] === "kazi")
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
    const read = [...text.matchAll(/steps\.kazi\.outputs\.([\w-]+)/g)].map(([, name = ""]) => name);
    expect(read.filter((name) => !(name in action.outputs))).toEqual([]);
  });
});

describe("workflowFiles()", () => {
  function jobs(name: string): Readonly<Record<string, WorkflowJob>> {
    const request = REQUESTS[name];
    return request === undefined ? {} : parseWorkflowText(workflowText(request)).jobs;
  }

  test("starts nothing but dispatches with an App, which hears the rest", () => {
    expect(Object.keys(jobs("files with an App"))).toEqual([
      "claim",
      "dispatch",
      "observe",
      "land",
    ]);
    expect(Object.keys(jobs("files without an App"))).toContain("control");
  });

  test("puts only the work jobs where and as the repository wants them", () => {
    const chosen = jobs("files with all that can be chosen");
    const places = Object.entries(chosen).map(([id, job]) => [
      id,
      job["runs-on"],
      job.container,
      job["timeout-minutes"],
      job.environment,
    ]);
    expect(places).toEqual([
      ["control", "ubuntu-24.04", undefined, 10, undefined],
      ["claim", "ubuntu-24.04", undefined, 15, undefined],
      ["dispatch", ["self-hosted", "linux"], "node:24", 60, "kazi"],
      ["observe", ["self-hosted", "linux"], "node:24", 60, undefined],
      ["land", "ubuntu-24.04", undefined, 15, undefined],
    ]);
  });

  test("the trial fits into twenty lines", () => {
    const caller = REQUESTS["caller"];
    const lines = caller === undefined ? [] : workflowText(caller).trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(20);
  });

  test.each([
    [{ address: "octo-org", sha: SHA }, /owner\/repo/],
    [{ address: "octo org/kazi", sha: SHA }, /owner\/repo/],
    [{ address: ADDRESS, sha: "v1" }, /40 hexadecimal/],
  ])("refuses %o", (given, message) => {
    expect(() => workflowFiles({ ...given, form: "files" })).toThrow(message);
  });

  test("the workflow that our repository offers is made from this source", () => {
    expect(existsSync(WORKFLOW_PATH)).toBe(true);
    const made = workflowText({ address: ADDRESS, sha: SHA, form: "reusable" });
    expect(readFileSync(WORKFLOW_PATH, "utf8")).toBe(made);
  });
});
