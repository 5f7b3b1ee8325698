import { describe, expect, test } from "vitest";
import type { Metrics, MetricsQuestion } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { HttpAnswer, HttpQuestion } from "../../src/ports/http-client.ts";
import { givenContext, givenPredicate, type World } from "./given-context.ts";

type Labels = Readonly<Record<string, string>>;

const SCALAR = {
  kind: "scalar",
  query: "errors",
  aggregate: "every",
  passWhen: { operator: "<=", number: 0.5 },
  direction: "lower_better",
} satisfies MetricsQuestion;
const QUANTILE = {
  kind: "quantile",
  query: "buckets",
  quantile: 0.9,
  passWhen: { operator: "<", number: 0.3 },
  direction: "lower_better",
} satisfies MetricsQuestion;

function given(question: MetricsQuestion, change: Partial<Metrics> = {}): Metrics {
  return {
    provider: "metrics",
    queryUrl: "https://metrics.invalid/prom/?tenant=a",
    question,
    headers: {},
    tls: "verify",
    allowHosts: [],
    ...change,
  };
}

async function observe(question: MetricsQuestion, ...answers: readonly HttpAnswer[]) {
  return await evaluate(givenPredicate(given(question)), givenContext({ answers }));
}

function response(body: unknown, status = 200): HttpAnswer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { kind: "response", status, body: text, truncated: false };
}

function data(content: unknown, more: object = {}): HttpAnswer {
  return response({ status: "success", data: content, ...more });
}

function vector(...series: readonly (readonly [Labels, string])[]): HttpAnswer {
  const result = series.map(([metric, value]) => ({ metric, value: [1.5, value] }));
  return data({ resultType: "vector", result });
}

function buckets(counts: Labels, more: Labels = {}): readonly (readonly [Labels, string])[] {
  return Object.entries(counts).map(([le, count]) => [{ le, ...more }, count]);
}

async function observeWith(
  change: Partial<Metrics>,
  world: World,
): Promise<{ result: PredicateResult; asked: readonly HttpQuestion[] }> {
  const asked: HttpQuestion[] = [];
  const http = {
    request: async (question: HttpQuestion) => {
      asked.push(question);
      return await Promise.resolve(vector([{}, "0.2"]));
    },
  };
  const predicate = { ...givenPredicate(given(SCALAR, change)), secrets: ["PROM_TOKEN"] };
  const context = givenContext({ ...world, context: { http, ...world.context } });
  return { result: await evaluate(predicate, context), asked };
}

describe("evaluate(): metrics, one number", () => {
  test.each<readonly [string, Partial<typeof SCALAR>, HttpAnswer, string, string]>([
    [
      "a scalar",
      {},
      data({ resultType: "scalar", result: [1, "0.25"] }),
      "pass",
      "0.25, expected <= 0.5",
    ],
    [
      "one series",
      {},
      vector([{ job: "a" }, "0.25"]),
      "pass",
      '{job="a"} is 0.25, expected <= 0.5',
    ],
    [
      "one series too high",
      {},
      vector([{ __name__: "up", b: "x", a: 'y"' }, "1e+06"]),
      "fail",
      String.raw`up{a="y\"", b="x"} is 1000000, expected <= 0.5`,
    ],
    [
      "all series good",
      {},
      vector([{ i: "1" }, "0.1"], [{ i: "2" }, "0.5"]),
      "pass",
      "2 series from 0.1 to 0.5, expected <= 0.5",
    ],
  ])("%s", async (_case, change, answer, status, message) => {
    const result = await observe({ ...SCALAR, ...change }, answer);
    expect(result).toMatchObject({ status, permanent: false, evidence: { message } });
  });

  test("a bad series behind a good one is not overlooked", async () => {
    const answer = vector([{ i: "1" }, "0.1"], [{ i: "2" }, "0.7"], [{ i: "3" }, "0.2"]);
    const { status, score, evidence } = await observe(SCALAR, answer);
    expect(status).toBe("fail");
    expect(score).toBeCloseTo(2 / 3);
    expect(evidence).toMatchObject({
      message: '1 of 3 series do not hold, such as {i="2"} is 0.7; expected <= 0.5',
      seen: "3 series from 0.1 to 0.7",
      wanted: "<= 0.5",
      findings: [{ file: "", level: "error", message: '{i="2"} is 0.7' }],
    });
  });

  test.each([
    ["sum", "1.8", "fail"],
    ["avg", "0.6", "fail"],
    ["min", "0.1", "pass"],
    ["max", "1.5", "fail"],
  ] as const)("%s of all series is %s", async (aggregate, value, status) => {
    const answer = vector([{ i: "1" }, "0.1"], [{ i: "2" }, "1.5"], [{ i: "3" }, "0.2"]);
    const result = await observe({ ...SCALAR, aggregate }, answer);
    expect(result).toMatchObject({
      status,
      evidence: { message: `${aggregate} of 3 series: ${value}, expected <= 0.5` },
    });
  });

  test("the score tells a near miss from a far one", async () => {
    const near = await observe(SCALAR, vector([{}, "0.6"]));
    const far = await observe(SCALAR, vector([{}, "60"]));
    expect(near.score).toBeGreaterThan(far.score ?? 1);
    expect(near.score).toBeLessThan(1);
  });
});

describe("evaluate(): metrics, answers that cannot be judged", () => {
  test.each<readonly [string, HttpAnswer, string, boolean]>([
    ["an empty vector", vector(), "errors finds no series: nothing was measured yet", false],
    ["NaN", vector([{}, "NaN"]), "errors: expected numbers, found NaN", false],
    [
      "an infinite number that would pass or fail as any",
      vector([{}, "-Inf"]),
      "expected numbers, found -Infinity; a division by zero",
      false,
    ],
    ["NaN in one of many", vector([{ i: "1" }, "0"], [{ i: "2" }, "NaN"]), '{i="2"} is NaN', false],
    ["a matrix", data({ resultType: "matrix", result: [] }), "answers with a matrix", true],
    ["a string", data({ resultType: "string", result: [1, "0"] }), "answers with a string", true],
    [
      "whole histograms",
      data({ resultType: "vector", result: [{ metric: {}, histogram: [1, {}] }] }),
      "answers with whole histograms",
      true,
    ],
    [
      "a broken query",
      response({ status: "error", errorType: "bad_data", error: "parse error: x" }, 400),
      "the server does not understand: parse error: x",
      true,
    ],
    [
      "a query that is too heavy",
      response({ status: "error", errorType: "timeout", error: "query timed out" }, 503),
      "the server could not answer: query timed out",
      false,
    ],
    [
      "an answer with a warning",
      data({ resultType: "scalar", result: [1, "0"] }, { warnings: ["a store is down"] }),
      "the answer may not be whole, its warning says: a store is down",
      false,
    ],
    ["no JSON", response("<html>hello"), "found status 200 and something else", false],
    ["JSON of something else", response({ status: "success" }), "query_url is the base", false],
    ["a number that is none", vector([{}, "0x10"]), "found status 200 and something else", false],
    ["an empty number", vector([{}, ""]), "found status 200 and something else", false],
    [
      "no permission",
      response("who?", 401),
      "bearer_secret or headers have to say who asks",
      false,
    ],
    [
      "a redirect to a login",
      { kind: "response", status: 302, body: "", truncated: false, location: "/login" },
      "it leads to /login, and redirects are not followed",
      false,
    ],
    [
      "a huge answer",
      { kind: "response", status: 200, body: "{", truncated: true },
      "larger than 4194304 bytes: aggregate in the query",
      false,
    ],
    [
      "a server that is not there",
      { kind: "failure", failure: "unreachable", reason: "nothing listens there" },
      "could not be asked: nothing listens there",
      false,
    ],
    [
      "a certificate that is not trusted",
      { kind: "failure", failure: "untrusted", reason: "its certificate has expired" },
      "could not be asked: its certificate has expired",
      false,
    ],
    [
      "a private address",
      { kind: "failure", failure: "refused-address", reason: "10.0.0.1 is private" },
      "could not be asked: 10.0.0.1 is private",
      true,
    ],
  ])("%s is an error", async (_case, answer, message, permanent) => {
    for (const question of [
      SCALAR,
      { ...QUANTILE, query: "errors" },
      { kind: "burn_rate", windows: [{ long: "errors", short: "errors", threshold: 1 }] },
    ] satisfies MetricsQuestion[]) {
      const result = await observe(question, answer);
      expect(result).toMatchObject({ status: "error", permanent });
      expect(result.evidence.message).toContain(message);
    }
  });

  test("no endpoint is unknown for good, and never a pass", async () => {
    const check = given(SCALAR);
    const { queryUrl: _queryUrl, ...without } = check;
    const result = await evaluate(givenPredicate(without), givenContext({}));
    expect(result).toMatchObject({ status: "unknown", permanent: true });
    expect(result.evidence.message).toContain("not applicable: no query_url");
  });
});

describe("evaluate(): metrics, what is asked", () => {
  test("the query stands in the address, behind the path of the base", async () => {
    const { asked, result } = await observeWith({ window: "5m" }, {});
    expect(asked).toMatchObject([
      {
        url: "https://metrics.invalid/prom/api/v1/query?tenant=a&query=errors",
        method: "GET",
        redirectsMax: 0,
        tls: "verify",
      },
    ]);
    expect(result.evidence.message).toContain("(window: 5m)");
  });

  test("the bearer token comes from its secret, and is never shown", async () => {
    const secret = (name: string): string | undefined =>
      name === "PROM_TOKEN" ? "hunter22hunter22" : undefined;
    const http = {
      request: async ({ headers }: HttpQuestion) =>
        await Promise.resolve(response(`you are ${headers["authorization"] ?? "nobody"}`, 500)),
    };
    const { result } = await observeWith(
      { bearerSecret: "PROM_TOKEN" },
      { context: { secret, http } },
    );
    expect(result.evidence.excerpt).toBe("you are [REDACTED]");
    const { asked } = await observeWith({ bearerSecret: "PROM_TOKEN" }, { context: { secret } });
    expect(asked[0]?.headers).toEqual({ authorization: "Bearer hunter22hunter22" });
  });

  test("a secret that this job does not have is unknown", async () => {
    const { asked, result } = await observeWith({ bearerSecret: "PROM_TOKEN" }, {});
    expect(result).toMatchObject({ status: "unknown", permanent: true });
    expect(result.evidence.message).toContain("this job has no secret PROM_TOKEN");
    expect(asked).toEqual([]);
  });
});

describe("evaluate(): metrics, quantile of a histogram", () => {
  test.each<readonly [string, Labels, string, string]>([
    ["inside a bucket", { "0.1": "50", "0.2": "80", "0.4": "100", "+Inf": "100" }, "fail", "0.3"],
    ["in the first bucket", { "0.2": "100", "+Inf": "100" }, "pass", "0.18"],
    ["beyond the last finite bound", { "0.2": "10", "+Inf": "100" }, "pass", "0.2"],
    ["buckets out of order", { "+Inf": "100", "0.4": "100", "0.2": "80" }, "fail", "0.3"],
    ["a bound below zero", { "-1": "100", "1": "100", "+Inf": "100" }, "pass", "-1"],
    ["a bucket that fell", { "0.1": "95", "0.2": "94", "+Inf": "100" }, "pass", "0.0947368421053"],
    ["one bound in two spellings", { "0.2": "40", "0.20": "40", "+Inf": "80" }, "pass", "0.18"],
  ])("%s", async (_case, counts, status, value) => {
    const result = await observe(QUANTILE, vector(...buckets(counts)));
    expect(result).toMatchObject({
      status,
      evidence: { message: `quantile 0.9: ${value}, expected < 0.3` },
    });
  });

  test("series with other labels are histograms of their own", async () => {
    const fast = buckets({ "0.1": "990", "+Inf": "1000" }, { route: "/a" });
    const slow = buckets({ "0.1": "0", "5": "10", "+Inf": "10" }, { route: "/b" });
    const result = await observe(QUANTILE, vector(...fast, ...slow));
    expect(result.status).toBe("fail");
    expect(result.evidence.message).toBe(
      'quantile 0.9: 1 of 2 series do not hold, such as {route="/b"} is 4.51; expected < 0.3',
    );
  });

  test.each<readonly [string, Labels, string]>([
    ["no +Inf", { "0.1": "1", "0.2": "1" }, "the histogram: the bucket for +Inf is missing"],
    ["one bucket", { "+Inf": "1" }, "one bucket is too few"],
    ["no observation", { "0.1": "0", "+Inf": "0" }, "nothing was observed"],
    ["a bound that is no number", { low: "1", "+Inf": "1" }, 'a number in the label "le"'],
  ])("%s is an error", async (_case, counts, message) => {
    const result = await observe(QUANTILE, vector(...buckets(counts)));
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test("series without buckets are an error that says what to write", async () => {
    const result = await observe(QUANTILE, vector([{ job: "a" }, "0.2"]));
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain(
      '{job="a"}: expected buckets with a number in the label "le", such as sum by (le)',
    );
  });
});

describe("evaluate(): metrics, burn rate", () => {
  const windows = [
    { long: "1h", short: "5m", threshold: 14 },
    { long: "6h", short: "30m", threshold: 6 },
  ];
  test.each<readonly [string, readonly string[], string, number, string]>([
    ["nothing burns", ["1", "1", "1", "1"], "pass", 1, "no window burns: long 1, short 1"],
    ["only the long ones", ["20", "1", "20", "1"], "pass", 1, "no window burns"],
    ["only the short ones", ["1", "20", "1", "20"], "pass", 1, "no window burns"],
    ["both of the second", ["1", "1", "6", "7"], "fail", 0.5, "long 6, short 7: both reach 6"],
    ["everything", ["20", "20", "20", "20"], "fail", 0, "both reach 14; long 20, short 20"],
  ])("%s", async (_case, values, status, score, message) => {
    const answers = values.map((value) => vector([{}, value]));
    const result = await observe({ kind: "burn_rate", windows }, ...answers);
    expect(result).toMatchObject({ status, score });
    expect(result.evidence.message).toContain(message);
  });

  test("the worst of several series stands for them", async () => {
    const answer = vector([{ i: "1" }, "0"], [{ i: "2" }, "15"], [{ i: "3" }, "1"]);
    const result = await observe({ kind: "burn_rate", windows }, answer);
    expect(result.status).toBe("fail");
    expect(result.evidence.message).toContain('long {i="2"} is 15, short {i="2"} is 15');
  });

  test("a window without numbers is an error, though another one holds", async () => {
    const answers = [vector([{}, "1"]), vector([{}, "1"]), vector([{}, "1"]), vector()];
    const result = await observe({ kind: "burn_rate", windows }, ...answers);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain("30m finds no series");
  });
});
