import { describe, expect, test } from "vitest";
import type { HttpProbe } from "../../src/model/goal.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { HttpAnswer } from "../../src/ports/http-client.ts";
import { givenContext, givenPredicate, type World } from "./given-context.ts";

async function observe(change: Partial<HttpProbe>, world: World): Promise<PredicateResult> {
  const check: HttpProbe = {
    provider: "http_probe",
    url: "https://example.test/health",
    method: "get",
    headers: {},
    bodyMatch: "contains",
    samples: 1,
    intervalMs: 0,
    ...change,
  };
  return await evaluate(givenPredicate(check), givenContext(world));
}

function response(status: number, body = ""): Extract<HttpAnswer, { kind: "response" }> {
  return { kind: "response", status, body, truncated: false };
}

const refused: HttpAnswer = { kind: "failure", reason: "nothing listens there", permanent: false };

describe("evaluate(): http_probe", () => {
  test.each<readonly [string, Partial<HttpProbe>, HttpAnswer, string, string]>([
    ["any 2xx", {}, response(204), "pass", "answered as stated: any 2xx (no expect_status)"],
    [
      "500 without expectations",
      {},
      response(500),
      "fail",
      "expected any 2xx (no expect_status), found 500",
    ],
    ["the status", { expectStatus: 404 }, response(404), "pass", "status 404"],
    [
      "another status",
      { expectStatus: 200 },
      response(503),
      "fail",
      "expected status 200, found 503",
    ],
    [
      "a redirect",
      {},
      { ...response(301), location: "/login" },
      "fail",
      "found 301; redirects are not followed, this one names /login",
    ],
    ["a body", { expectBody: "up" }, response(200, "is up."), "pass", "and the body"],
    ["a body on an error page", { expectBody: "up" }, response(500, "up"), "fail", "found 500"],
    [
      "another body",
      { expectBody: "up" },
      response(200, "down"),
      "fail",
      'expected the body to contain "up"',
    ],
    ["exact", { expectBody: "up", bodyMatch: "exact" }, response(200, "up"), "pass", ""],
    [
      "not exact",
      { expectBody: "up", bodyMatch: "exact" },
      response(200, "up\n"),
      "fail",
      "to be exactly",
    ],
    [
      "exact but cut",
      { expectBody: "up", bodyMatch: "exact" },
      { ...response(200, "up"), truncated: true },
      "fail",
      "",
    ],
    ["down", {}, refused, "error", "could not be asked: nothing listens there"],
  ])("%s", async (_case, change, answer, status, message) => {
    const result = await observe(change, { answers: [answer] });
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test("a question that cannot be asked is an error for good", async () => {
    const result = await observe({}, { answers: [{ ...refused, permanent: true }] });
    expect(result).toMatchObject({ status: "error", permanent: true });
  });

  test("samples must hold one after the other, with the interval between them", async () => {
    const result = await observe({ samples: 3, intervalMs: 500 }, { answers: [response(200)] });
    expect(result).toMatchObject({ status: "pass", score: 1, evidence: { durationMs: 1000 } });
  });

  test("the first sample that does not hold ends it", async () => {
    const answers = [response(200), response(503), refused];
    const result = await observe({ samples: 4, intervalMs: 500 }, { answers });
    expect(result).toMatchObject({ status: "fail", score: 0.25, evidence: { durationMs: 500 } });
    expect(result.evidence.message).toContain("found 503 (sample 2 of 4)");
  });

  test("the body is shown in part, and no header that was sent", async () => {
    const headers = { Authorization: "Custom topsecretvalue", "X-Word": "harmless-word" };
    const body = `you sent topsecretvalue and harmless-word ${"x".repeat(50_000)}`;
    const { evidence } = await observe({ headers }, { answers: [response(500, body)] });
    expect(evidence.excerpt).toContain("you sent [REDACTED] and harmless-word");
    expect(evidence.excerpt?.length).toBeLessThan(2100);
  });
});
