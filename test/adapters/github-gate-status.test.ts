import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createStatusGate } from "../../src/adapters/github-gate-status.ts";
import type { Gate, GateReport, GateVerdict } from "../../src/ports/gate.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

let it: GitHubUnderTest;
let gate: Gate;
let sha: string;
let count = 0;

beforeAll(async () => {
  it = await githubUnderTest();
  const token = it.workflowToken({ statuses: "write", contents: "write" });
  gate = createStatusGate(await it.asToken(token));
});
afterAll(async () => await it.close());
beforeEach(async () => {
  count += 1;
  sha = await it.commit(`status/${count}`, "x.txt", `${count}`);
});

function report(more: Partial<GateReport> = {}): GateReport {
  return { sha, verdict: "success", title: "All pass", summary: "", annotations: [], ...more };
}

function statuses(): readonly unknown[] {
  return it.model.statuses
    .filter((one) => one.sha === sha)
    .map(({ context, state, description, targetUrl }) => [context, state, description, targetUrl]);
}

const STATES: readonly (readonly [GateVerdict, string])[] = [
  ["success", "success"],
  ["neutral", "success"],
  ["failure", "failure"],
  ["running", "pending"],
  ["action-required", "pending"],
];

test.each(STATES)("report() shows %s as %s", async (verdict, state) => {
  await gate.report(report({ verdict }));
  expect(statuses()).toEqual([["kazi", state, "All pass", undefined]]);
});

test("report() says nothing when it stands there like this already", async () => {
  const detailsUrl = "https://example.test/run";
  await gate.report(report({ detailsUrl }));
  await gate.report(report({ detailsUrl }));
  expect(statuses()).toEqual([["kazi", "success", "All pass", detailsUrl]]);
  await gate.report(report({ detailsUrl, title: "One fails", verdict: "failure" }));
  expect(statuses()).toHaveLength(2);
});

test("isShown() tells whether any verdict stands there", async () => {
  expect(await gate.isShown(sha)).toBe(false);
  await gate.report(report({ verdict: "running" }));
  expect(await gate.isShown(sha)).toBe(true);
});

test("report() keeps to one line of 140 characters", async () => {
  await gate.report(report({ title: `one\ntwo ${"x".repeat(200)}` }));
  const status = it.model.statuses.find((one) => one.sha === sha);
  expect(status?.description).toHaveLength(140);
  expect(status?.description).toMatch(/^one two x+…$/);
});

test("report() says what the token lacks", async () => {
  const reader = createStatusGate(await it.asToken(it.workflowToken({ statuses: "read" })));
  await expect(reader.report(report())).rejects.toMatchObject({
    code: "github-refused",
    message: expect.stringContaining("the token may not do it"),
  });
});
