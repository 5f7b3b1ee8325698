import { expect, test } from "vitest";
import { isRefused, predicateOf, toldOf } from "../given-predicate.ts";

const ASKED = 'provider = "metrics"\nquery_url = "http://127.0.0.1:9090"\n';
const UP = 'query = "up"\npass_when = "== 1"\n';

test("readPredicate() reads a query and its defaults", () => {
  expect(predicateOf(`provider = "metrics"\n${UP}`)).toEqual({
    id: "p",
    guard: false,
    heldOut: false,
    timeoutMs: 5_000,
    check: {
      provider: "metrics",
      question: {
        kind: "scalar",
        query: "up",
        aggregate: "every",
        passWhen: { operator: "==", number: 1 },
        direction: "lower_better",
      },
      headers: {},
      tls: "verify",
      allowHosts: [],
    },
  });
});

test("readPredicate() reads every key of a query", () => {
  const text = `${ASKED}${UP}
aggregate = "max"
direction = "higher_better"
window = "5m"
headers = { X-Scope-OrgID = "a" }
bearer_secret = "PROM_TOKEN"
secrets = ["OTHER"]
insecure_tls = true
allow_hosts = ["10.1.2.3"]
timeout_ms = 9`;
  const predicate = predicateOf(text);
  expect(predicate).toMatchObject({ timeoutMs: 9, secrets: ["OTHER", "PROM_TOKEN"] });
  expect(predicate?.check).toEqual({
    provider: "metrics",
    queryUrl: "http://127.0.0.1:9090",
    question: {
      kind: "scalar",
      query: "up",
      aggregate: "max",
      passWhen: { operator: "==", number: 1 },
      direction: "higher_better",
    },
    window: "5m",
    headers: { "X-Scope-OrgID": "a" },
    bearerSecret: "PROM_TOKEN",
    tls: "insecure",
    allowHosts: ["127.0.0.1", "10.1.2.3"],
  });
});

test.each([
  [
    "a quantile",
    'quantile = 0.99\nquery = "q"\npass_when = "<= 0.5"',
    {
      kind: "quantile",
      query: "q",
      quantile: 0.99,
      passWhen: { operator: "<=", number: 0.5 },
      direction: "lower_better",
    },
  ],
  [
    "a burn rate",
    'burn_rate = { long = "a", short = "b", threshold = 14.4 }',
    { kind: "burn_rate", windows: [{ long: "a", short: "b", threshold: 14.4 }] },
  ],
  [
    "several burn rates",
    'burn_rate = [{ long = "a", short = "b", threshold = 14 }, { long = "c", short = "d", threshold = 6 }]',
    {
      kind: "burn_rate",
      windows: [
        { long: "a", short: "b", threshold: 14 },
        { long: "c", short: "d", threshold: 6 },
      ],
    },
  ],
])("readPredicate() reads %s", (_name, lines, question) => {
  expect(toldOf(`${ASKED}${lines}`)).toEqual([]);
  expect(predicateOf(`${ASKED}${lines}`)?.check).toMatchObject({ question });
});

test.each([
  ["no query", 'pass_when = "== 1"', 'metrics predicate "p" requires a non-empty string "query"'],
  [
    "no comparison",
    'query = "up"',
    'metrics predicate "p" requires a "pass_when" comparison (e.g. "<= 0.5")',
  ],
  [
    "a malformed comparison",
    'query = "up"\npass_when = "about 5"',
    'metrics predicate "p" has malformed pass_when "about 5" (expected "<op> <number>", op one of == != < <= > >=)',
  ],
  [
    "an unknown direction",
    `${UP}direction = "up"`,
    'metrics predicate "p" has unknown direction "up"',
  ],
  [
    "a quantile of percent",
    `${UP}quantile = 99`,
    'metrics predicate "p" "quantile" must be a number in 0..1, got 99',
  ],
  [
    "a burn rate that is a number",
    "burn_rate = 1",
    'metrics predicate "p" "burn_rate" must be a table, got 1',
  ],
  [
    "a burn rate of one window",
    'burn_rate = { long = "a", threshold = 1 }',
    'metrics predicate "p" burn_rate requires a non-empty string "short" query',
  ],
  [
    "a burn rate without the longer window",
    'burn_rate = { long = "", short = "b", threshold = 1 }',
    'metrics predicate "p" burn_rate requires a non-empty string "long" query',
  ],
  [
    "a burn rate without threshold",
    'burn_rate = { long = "a", short = "b", threshold = "1" }',
    'metrics predicate "p" burn_rate requires a numeric "threshold"',
  ],
  ["no burn rate", "burn_rate = []", 'metrics predicate "p" "burn_rate" must be a table'],
  [
    "an unknown aggregation",
    `${UP}aggregate = "first"`,
    '"aggregate" must be one of "every", "sum", "avg", "min", "max" (got "first")',
  ],
  [
    "an aggregation of a quantile",
    `${UP}quantile = 0.5\naggregate = "sum"`,
    'contradiction metrics predicate "p" "aggregate" goes with a plain query only',
  ],
  ["a bad name of a secret", `${UP}bearer_secret = "a-b"`, "invalid-name"],
])("readPredicate() refuses metrics with %s", (_name, lines, expected) => {
  expect(isRefused(`${ASKED}${lines}`)).toBe(true);
  expect(toldOf(`${ASKED}${lines}`).join("\n")).toContain(expected);
  expect(toldOf(`${ASKED}${lines}`)).toHaveLength(1);
});
