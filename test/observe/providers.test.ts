import { describe, expect, test } from "vitest";
import type { Check } from "../../src/model/check.ts";
import { judgedBy } from "../../src/model/judged-by.ts";
import type { ErrorKind } from "../../src/observe/error-kind.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { EvaluationContext } from "../../src/observe/evaluation-context.ts";
import { PROVIDERS } from "../../src/observe/providers.ts";
import { CHECKS } from "./given-checks.ts";
import { givenContext, givenPredicate } from "./given-context.ts";

/** What trying again cannot mend, kind by kind: everything else is worth another look. */
const PERMANENT: Readonly<Record<Check["provider"], readonly ErrorKind[]>> = {
  custom_script: ["not-started", "bad-check"],
  test_runner: ["not-started"],
  http_probe: ["bad-check", "not-available"],
  prod_log: ["not-started", "bad-check"],
  browser: ["bad-check", "not-available"],
  metrics: ["bad-check", "not-available"],
  ratchet: ["not-started", "bad-check"],
  static: ["not-started", "bad-check"],
  coverage: ["not-started", "bad-check"],
  property: ["not-started"],
  mutation: ["not-started", "bad-check"],
  cve: ["not-started", "bad-check"],
  cli: ["not-started", "bad-check", "no-baseline"],
  no_stubs: ["bad-check"],
  docs_updated: ["bad-check"],
  gherkin: ["not-started", "not-available"],
  landed: [],
  scope_guard: [],
  not_built: ["not-available"],
};
/** Another look at the same thing may end otherwise. */
const PASSING: ReadonlySet<ErrorKind> = new Set([
  "timed-out",
  "interrupted",
  "cut-output",
  "unreachable",
]);

const checks: readonly Check[] = Object.values(CHECKS);

describe.each(checks.map((check) => [check.provider, check] as const))("%s", (kind, check) => {
  const { triggers, permanent } = PROVIDERS[kind];

  test("is looked at again when something changes, unless it is never looked at", () => {
    expect(triggers.length > 0).toBe(kind !== "not_built");
  });

  test("is looked at after a deployment exactly when it judges a service", () => {
    expect(triggers.includes("deployment")).toBe(judgedBy(check) === "service");
  });

  test("is looked at after a landing exactly when it judges one", () => {
    expect(triggers.includes("landing")).toBe(judgedBy(check) === "landing");
  });

  test("declares the errors that last", () => {
    expect([...permanent].toSorted()).toStrictEqual([...PERMANENT[kind]].toSorted());
    expect(permanent.filter((it) => PASSING.has(it))).toStrictEqual([]);
  });

  test("a machine on which nothing works gives no verdict about the work", async () => {
    const { status, evidence } = await evaluate(givenPredicate(check), brokenMachine());
    expect(["error", "unknown"]).toContain(status);
    expect(evidence.message).not.toBe("");
  });

  test("a machine that throws is an error of this predicate alone", async () => {
    const { status } = await evaluate(givenPredicate(check), throwingMachine());
    expect(["error", "unknown"]).toContain(status);
  });
});

/** No program starts, no service answers, no difference can be read. */
function brokenMachine(): EvaluationContext {
  const context = givenContext({ ending: { kind: "not-started", reason: "not found" } });
  const failure = { kind: "failure", reason: "no network", failure: "bad-question" } as const;
  return {
    ...context,
    http: { request: async () => await Promise.resolve(failure) },
    diff: { since: "", changedPaths: fail, addedLines: fail, messages: fail },
  };
}

function throwingMachine(): EvaluationContext {
  return {
    ...brokenMachine(),
    processes: { isolation: "process-group", run: fail },
    http: { request: fail },
    browser: { visit: fail },
  };
}

async function fail(): Promise<never> {
  return await Promise.reject(new Error("the machine is broken"));
}
