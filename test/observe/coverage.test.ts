import { describe, expect, test } from "vitest";
import type { Coverage } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { ProcessRunner } from "../../src/ports/process-runner.ts";
import { givenContext, givenPredicate } from "./given-context.ts";
import { type GivenLedger, givenLedger } from "./given-ledger.ts";

const COVERAGE: Coverage = {
  provider: "coverage",
  patch: { command: "patch", args: [], env: {} },
  target: 80,
  project: { command: "project", args: [], env: {} },
  projectBaseline: { kind: "stored" },
  projectAllowedRegression: 0,
};

/** Programs by what they print; one without a number fails. */
function givenPrograms(printed: Readonly<Record<string, string>>): ProcessRunner {
  return {
    isolation: "process-group",
    run: async ({ argv: [name = ""] }) => {
      const text = printed[name];
      return await Promise.resolve({
        ending: { kind: "exited", code: text === undefined ? 1 : 0 },
        stdout: { text: text ?? "", totalBytes: 0, omittedBytes: 0 },
        stderr: {
          text: text === undefined ? "a.c:1:2: error: broken" : "",
          totalBytes: 0,
          omittedBytes: 0,
        },
        durationMs: 1,
      });
    },
  };
}

async function observe(
  printed: Readonly<Record<string, string>>,
  ledger: GivenLedger = givenLedger(),
  check: Coverage = COVERAGE,
): Promise<PredicateResult> {
  const processes = givenPrograms(printed);
  const context = givenContext({ context: { processes, baselines: ledger.baselines } });
  return ledger.keep(await evaluate(givenPredicate(check), context));
}

describe("evaluate(): coverage", () => {
  test.each<readonly [string, string, string, string, string]>([
    ["both hold", "80", "61", "pass", "patch coverage is 80, expected at least 80"],
    ["the change is not covered", "79", "61", "fail", "patch coverage is 79, expected at least 80"],
    ["the whole got worse", "90", "59", "fail", "project coverage is 59, expected at least 60"],
  ])("%s", async (_case, patch, project, status, words) => {
    const ledger = givenLedger();
    await observe({ patch: "80", project: "60" }, ledger);
    const result = await observe({ patch, project }, ledger);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toContain(words);
    expect(result.evidence.seen).toBe(`patch ${patch}, project ${project}`);
  });

  test("the whole is remembered apart, and only when both hold", async () => {
    const ledger = givenLedger();
    await observe({ patch: "80", project: "60" }, ledger);
    await observe({ patch: "10", project: "99" }, ledger);
    await observe({ patch: "80", project: "65" }, ledger);
    expect(ledger.kept()).toMatchObject([{ key: "it-holds\tproject", value: 65 }]);
  });

  test.each([
    ["patch", { project: "60" }, "patch coverage: patch exited with code 1"],
    ["project", { patch: "80" }, "project coverage: project exited with code 1"],
  ])("a %s that cannot be measured is an error and names itself", async (_name, printed, words) => {
    const result = await observe(printed);
    expect(result).toMatchObject({
      status: "error",
      evidence: { findings: [{ file: "a.c", line: 1 }] },
    });
    expect(result.evidence.message).toContain(words);
  });

  test("the change alone", async () => {
    const { project: _project, ...check } = COVERAGE;
    const result = await observe({ patch: "40" }, givenLedger(), check);
    expect(result).toMatchObject({ status: "fail", score: 80 / 120 });
  });

  test("progress counts both", async () => {
    const result = await observe({ patch: "40", project: "60" });
    expect(result.score).toBeCloseTo((80 / 120 + 1) / 2);
    expect(result.baselines).toBeUndefined();
  });
});
