import { describe, expect, test } from "vitest";
import { graderPaths } from "../../src/act/grader-paths.ts";
import { judgedFiles } from "../../src/act/judged-files.ts";
import type { Check } from "../../src/model/check.ts";
import type { Goal } from "../../src/model/goal.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";

const golden: Check = {
  provider: "cli",
  command: "./tool",
  env: {},
  isScript: false,
  samples: 1,
  calls: [
    { args: [], assertions: [{ target: "stdout", match: "golden", golden: "golden/help.txt" }] },
  ],
};

function given(check: Check, more: Partial<Goal> = {}, cwd?: string): Goal {
  const predicate = givenPredicate("p", { check, ...(cwd === undefined ? {} : { cwd }) });
  return givenGoal({ predicates: [predicate], ...more });
}

describe("judgedFiles()", () => {
  test("an expected output that is not there yet is nobody's to bring but a person's", () => {
    expect(judgedFiles(given(golden))).toContain("golden/help.txt");
  });

  test("stands where the program runs", () => {
    const scope = { workspace: "packages/tool", paths: [], deny: [] };
    expect(judgedFiles(given(golden, { scope }, "bin"))).toContain(
      "packages/tool/bin/golden/help.txt",
    );
  });

  test("is the agent's to change only where the goal releases it", () => {
    const seal = { enabled: true, sealedInputs: [], mutableInputs: ["golden/**"] };
    expect(judgedFiles(given(golden, { seal }))).toEqual([]);
  });
});

test("graderPaths() holds what predicates compare with, and scripts of a folder of their own", () => {
  const paths = ["golden/help.txt", "src/a.js", "tools/check.sh"];
  expect(graderPaths(paths, given(golden))).toEqual(["golden/help.txt"]);
  const script: Check = {
    provider: "custom_script",
    command: "./check.sh",
    args: [],
    env: {},
    verdict: { kind: "exit_zero" },
    errorCodes: [],
    mergeStderr: false,
  };
  expect(graderPaths(paths, given(script, {}, "tools"))).toEqual(["tools/check.sh"]);
});
