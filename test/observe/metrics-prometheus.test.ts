import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpClient } from "../../src/adapters/http-client-node.ts";
import type { MetricsQuestion } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate } from "./given-context.ts";
import { type Prometheus, startPrometheus } from "./start-prometheus.ts";

const hasPrometheus = spawnSync("prometheus", ["--version"]).status === 0;

describe.skipIf(!hasPrometheus)("metrics of a real Prometheus (skipped: needs prometheus)", () => {
  let prometheus: Prometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus();
  });
  afterAll(async () => {
    await prometheus.stop();
  });

  async function observe(
    question: MetricsQuestion,
    allowHosts = ["127.0.0.1"],
  ): Promise<PredicateResult> {
    const predicate = givenPredicate({
      provider: "metrics",
      queryUrl: `${prometheus.url}/`,
      question,
      headers: {},
      tls: "verify",
      allowHosts,
    });
    return await evaluate(predicate, givenContext({ context: { http: createHttpClient() } }));
  }

  function scalar(query: string): Extract<MetricsQuestion, { kind: "scalar" }> {
    const passWhen = { operator: "<=", number: 5 } as const;
    return { kind: "scalar", query, aggregate: "every", passWhen, direction: "lower_better" };
  }

  test.each([
    ["a scalar", "2 * 2.5", "pass", "5, expected <= 5"],
    ["a scalar in short notation", "1e30", "fail", "1e+30, expected <= 5"],
    ["a vector", "vector(6)", "fail", "6, expected <= 5"],
    [
      "several series",
      series([1, 7, 3]),
      "fail",
      '1 of 3 series do not hold, such as {i="1"} is 7',
    ],
    ["no series", "no_such_metric", "error", "no_such_metric finds no series"],
    ["not a number", "vector(0) / 0", "error", "expected numbers, found NaN"],
    ["an infinite number", "vector(-1) / 0", "error", "expected numbers, found -Infinity"],
    ["a matrix", "no_such_metric[5m]", "error", "answers with a matrix"],
    ["a string", '"words"', "error", "answers with a string"],
    ["what is not PromQL", "sum(", "error", "the server does not understand: "],
    ["what cannot be joined", `${series([1, 2])} + on() ${series([1, 2])}`, "error", "could not"],
  ])("%s", async (_case, query, status, message) => {
    const result = await observe(scalar(query));
    expect(result.evidence.message).toContain(message);
    expect(result.status).toBe(status);
  });

  test("its address has to be allowed, because it is private", async () => {
    const result = await observe(scalar("1"), []);
    expect(result).toMatchObject({ status: "error", permanent: true });
  });

  test.each([
    [[20, 20], "fail"],
    [[20, 1], "pass"],
  ] as const)("burn rates %j", async ([long, short], status) => {
    const window = { long: `vector(${long})`, short: `vector(${short})`, threshold: 14.4 };
    expect((await observe({ kind: "burn_rate", windows: [window] })).status).toBe(status);
  });

  test("a quantile is the one that Prometheus itself finds", async () => {
    const bound = fc.integer({ min: -3, max: 20 }).map((tenths) => String(tenths / 10));
    const counts = fc.dictionary(bound, fc.nat(50), { minKeys: 1, maxKeys: 8 });
    const histograms = fc.array(fc.record({ counts, all: fc.integer({ min: 50, max: 99 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    const quantile = fc.integer({ min: 1, max: 100 }).map((hundredths) => hundredths / 100);
    await fc.assert(
      fc.asyncProperty(histograms, quantile, async (drawn, share) => {
        const query = drawn
          .flatMap(({ counts: drawnCounts, all }, i) =>
            Object.entries({ ...drawnCounts, "+Inf": all }).map(([le, count]) =>
              labelled(labelled(`vector(${count})`, "le", le), "i", String(i)),
            ),
          )
          .join(" or ");
        const passWhen = { operator: "<", number: -100 } as const;
        const own = await observe({
          kind: "quantile",
          query,
          quantile: share,
          passWhen,
          direction: "lower_better",
        });
        const theirs = await observe({
          ...scalar(`histogram_quantile(${share}, ${query})`),
          passWhen,
        });
        expect(own.status).toBe("fail");
        expect(numbersIn(own)).toEqual(numbersIn(theirs));
      }),
      { numRuns: 60 },
    );
  });
});

function series(values: readonly number[]): string {
  const written = values.map((value, i) => labelled(`vector(${value})`, "i", String(i)));
  return `(${written.join(" or ")})`;
}

function labelled(vector: string, name: string, value: string): string {
  return `label_replace(${vector}, "${name}", "${value}", "", "")`;
}

/** Every value with its labels, rounded as little as two orders of the same sum differ. */
function numbersIn({ status, evidence }: PredicateResult): readonly (string | number)[] {
  const { findings, seen = "" } = evidence;
  const texts = findings.length === 0 ? [seen] : findings.map(({ message }) => message);
  return [status, ...texts.toSorted().flatMap((text) => rounded(text))];
}

function rounded(text: string): readonly (string | number)[] {
  const [labels = "", value = text] = text.split(" is ");
  return [value === text ? "" : labels, Number(Number(value).toPrecision(9))];
}
