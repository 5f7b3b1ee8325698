import nock from "nock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGitHubClient } from "../../src/adapters/github-client.ts";
import { createCheckRunGate } from "../../src/adapters/github-gate-check-run.ts";
import type { Gate, GateAnnotation, GateReport, GateVerdict } from "../../src/ports/gate.ts";
import type { CheckRun } from "../fakes/github/model.ts";
import { type GitHubUnderTest, githubUnderTest } from "./github-under-test.ts";

function annotations(count: number, message = "broken"): readonly GateAnnotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: "src/a.ts",
    line: index + 1,
    level: "failure",
    message,
  }));
}

describe("by a local GitHub", () => {
  let it: GitHubUnderTest;
  let gate: Gate;
  let sha: string;
  let count = 0;

  beforeAll(async () => {
    it = await githubUnderTest();
    gate = createCheckRunGate(it.repository, it.app.id);
  });
  afterAll(async () => await it.close());
  beforeEach(async () => {
    count += 1;
    sha = await it.commit(`check/${count}`, "x.txt", `${count}`);
  });

  function report(more: Partial<GateReport> = {}): GateReport {
    const text = { title: "1 of 2 pass", summary: "| a | b |" };
    return { sha, verdict: "running", ...text, annotations: [], ...more };
  }

  function checks(): readonly CheckRun[] {
    return it.model.checkRuns.filter((one) => one.headSha === sha);
  }

  test("isShown() tells whether any verdict stands there", async () => {
    expect(await gate.isShown(sha)).toBe(false);
    await gate.report(report());
    expect(await gate.isShown(sha)).toBe(true);
  });

  const STATES: readonly (readonly [GateVerdict, string, string | undefined])[] = [
    ["success", "completed", "success"],
    ["neutral", "completed", "neutral"],
    ["failure", "completed", "failure"],
    ["action-required", "completed", "action_required"],
    ["running", "in_progress", undefined],
  ];

  test.each(STATES)("report() shows %s as %s %s", async (verdict, status, conclusion) => {
    await gate.report(report({ verdict, detailsUrl: "https://example.test/1" }));
    expect(checks()).toMatchObject([
      {
        name: "kazi",
        status,
        conclusion,
        title: "1 of 2 pass",
        summary: "| a | b |",
        detailsUrl: "https://example.test/1",
      },
    ]);
  });

  test("report() changes the one that stands there, and nothing when it is equal", async () => {
    await gate.report(report());
    await gate.report(report({ verdict: "success", title: "2 of 2 pass" }));
    const writes = writesOf(it);
    await gate.report(report({ verdict: "success", title: "2 of 2 pass" }));
    expect(writesOf(it)).toBe(writes);
    expect(checks()).toMatchObject([{ conclusion: "success", title: "2 of 2 pass" }]);
  });

  test("report() puts a new one in the place of one that ended", async () => {
    await gate.report(report({ verdict: "action-required" }));
    await gate.report(report());
    expect(checks().at(-1)).toMatchObject({ status: "in_progress" });
    await gate.report(report({ verdict: "success" }));
    expect(checks().at(-1)).toMatchObject({ conclusion: "success" });
    const writes = writesOf(it);
    await gate.report(report({ verdict: "success" }));
    expect(writesOf(it)).toBe(writes);
  });

  test.each([1, 50, 51, 120])("report() brings all of %i annotations, once", async (number) => {
    const whole = report({ verdict: "failure", annotations: annotations(number) });
    await gate.report(whole);
    await gate.report(whole);
    await gate.report({ ...whole, title: "other" });
    expect(checks()).toHaveLength(1);
    expect(checks()[0]?.annotations.map(({ startLine }) => startLine)).toEqual(
      Array.from({ length: number }, (_, index) => index + 1),
    );
  });

  test("report() shows no annotation that no longer holds", async () => {
    await gate.report(report({ verdict: "failure", annotations: annotations(2) }));
    await gate.report(report({ verdict: "failure", annotations: annotations(1, "still broken") }));
    expect(
      checks()
        .at(-1)
        ?.annotations.map(({ message }) => message),
    ).toEqual(["still broken"]);
    await gate.report(report({ verdict: "success" }));
    expect(checks().at(-1)).toMatchObject({ conclusion: "success", annotations: [] });
  });

  test("report() does without the number of its App", async () => {
    const anonymous = createCheckRunGate(it.repository);
    await anonymous.report(report());
    await anonymous.report(report({ verdict: "success" }));
    expect(checks()).toMatchObject([{ conclusion: "success" }]);
  });

  test("report() repairs one that was cut short between two batches", async () => {
    const whole = report({ verdict: "failure", annotations: annotations(60) });
    it.github.world.faults.answer = (method) =>
      method === "PATCH"
        ? {
            status: 422,
            body: { message: "cut short", documentation_url: "https://docs.github.com" },
          }
        : undefined;
    await expect(gate.report(whole)).rejects.toMatchObject({ code: "github-refused" });
    it.github.world.faults.answer = undefined;
    await gate.report(whole);
    expect(checks().at(-1)?.annotations).toHaveLength(60);
  });

  test("report() cuts long texts in the middle", async () => {
    const summary = `head${"x".repeat(70_000)}tail`;
    await gate.report(report({ summary, annotations: annotations(1, summary) }));
    const [check] = checks();
    expect(check?.summary).toMatch(/^head[^]*characters left out[^]*tail$/);
    expect(check?.summary?.length).toBeLessThanOrEqual(65_535);
    expect(check?.annotations[0]?.message.length).toBeLessThanOrEqual(16_000);
  });

  test("report() leaves alone what another App calls kazi", async () => {
    const other = createCheckRunGate(
      await it.asToken(it.workflowToken({ checks: "write", contents: "read" })),
      it.github.world.actionsApp.id,
    );
    await other.report(report({ verdict: "failure", title: "not mine" }));
    await gate.report(report({ verdict: "success" }));
    expect(checks().map(({ conclusion, suite }) => [conclusion, suite.app.slug])).toEqual([
      ["failure", it.github.world.actionsApp.slug],
      ["success", "kazi"],
    ]);
  });
});

function writesOf(it: GitHubUnderTest): number {
  return [...it.client.calls]
    .filter(([name]) => /^(?:POST|PATCH) .*check-runs/.test(name))
    .reduce((sum, [, number]) => sum + number, 0);
}

test("report() replaces a check-run that GitHub does not change any more", async () => {
  const api = "https://api.github.com";
  const client = createGitHubClient({ apiUrl: api, token: "t" });
  const repository = { client, id: 1, nodeId: "R", owner: "o", name: "r", defaultBranch: "main" };
  const standing = {
    id: 5,
    status: "completed",
    conclusion: "failure",
    external_id: "",
    app: { id: 9 },
    output: { annotations_count: 0 },
  };
  nock.disableNetConnect();
  nock(api)
    .get(/\/check-runs\?/)
    .reply(200, { check_runs: [{ ...standing, id: 4 }, standing] })
    .patch("/repos/o/r/check-runs/5")
    .reply(200, standing)
    .post("/repos/o/r/check-runs")
    .reply(201, { ...standing, id: 6, conclusion: "success" });
  const report = { verdict: "success", title: "t", summary: "s", annotations: [] } as const;
  await createCheckRunGate(repository, 9).report({ sha: "abc", ...report });
  expect(nock.isDone()).toBe(true);
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});
