import { describe, expect, test } from "vitest";
import type { Gherkin } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";

type Steps = readonly (string | readonly [string, string])[];

const CHECK: Gherkin = {
  provider: "gherkin",
  feature: "features/store.feature",
  featureName: "Store",
  scenario: "Buy a book",
  runner: PROGRAM,
  verdictFormat: "cucumber_json",
};

function feature(uri: string, ...elements: readonly object[]): object {
  return { uri, name: "Store", elements };
}

function element(name: string, steps: Steps, more: object = {}): object {
  return {
    type: "scenario",
    name,
    ...more,
    steps: steps.map((step, index) => {
      const [status, message] = typeof step === "string" ? [step, undefined] : step;
      const result = message === undefined ? { status } : { status, error_message: message };
      return { keyword: "Given ", name: `step ${index + 1}`, line: 5 + index, result };
    }),
  };
}

function report(...features: readonly object[]): World {
  return { stdout: JSON.stringify(features) };
}

const STORE = "features/store.feature";
const green = element("Buy a book", ["passed", "passed"]);

async function observe(world: World, change: Partial<Gherkin> = {}): Promise<PredicateResult> {
  return await evaluate(givenPredicate({ ...CHECK, ...change }), givenContext(world));
}

describe("gherkin: one scenario", () => {
  test.each<readonly [string, Steps, string]>([
    ["all steps passed", ["passed", "passed"], "pass"],
    ["one step failed", ["passed", ["failed", "boom"], "skipped"], "fail"],
    ["an undefined step is not a pass", ["passed", "undefined"], "fail"],
    ["a pending step is not a pass", ["pending"], "fail"],
    ["an ambiguous step is not a pass", ["passed", "ambiguous"], "fail"],
    ["skipped steps are not a pass", ["skipped", "skipped"], "fail"],
    ["a step without a verdict is not a pass", ["passed", ""], "fail"],
    ["no steps are not a pass", [], "fail"],
  ])("%s", async (_case, steps, status) => {
    const world = report(feature(STORE, element("Buy a book", steps)));
    await expect(observe(world)).resolves.toMatchObject({ status });
  });

  test("evidence names the step, its line and how far it went", async () => {
    const steps: Steps = ["passed", ["failed", "AssertionError: 1 != 2"], "skipped"];
    const world = { ...report(feature(STORE, element("Buy a book", steps))), stderr: "noise" };
    const { evidence, score } = await observe(world);
    expect(score).toBeCloseTo(1 / 3);
    expect(evidence).toMatchObject({
      message: '"Buy a book": step "Given step 2" failed: AssertionError: 1 != 2',
      counts: { passed: 1, failed: 1, skipped: 1, total: 3 },
      findings: [{ file: STORE, line: 6, rule: "failed" }],
      excerpt: "AssertionError: 1 != 2\nnoise",
    });
  });

  test("a background that failed is counted", async () => {
    const background = element("", ["failed"], { type: "background" });
    const world = report(feature(STORE, background, green));
    await expect(observe(world)).resolves.toMatchObject({ status: "fail" });
  });

  test("a hook that failed is counted", async () => {
    const after = [{ match: { location: "hooks.js:3" }, result: { status: "failed" } }];
    const world = report(feature(STORE, element("Buy a book", ["passed"], { after })));
    await expect(observe(world)).resolves.toMatchObject({ status: "fail" });
  });

  test("the exit code says nothing", async () => {
    const broken = element("Other", ["failed"]);
    const world = { ...report(feature(STORE, green, broken)), ending: exited(1) };
    await expect(observe(world)).resolves.toMatchObject({ status: "pass", score: 1 });
  });

  test("lines before the report are left out", async () => {
    const { stdout = "" } = report(feature(STORE, green));
    await expect(observe({ stdout: `> npm run it\n\n${stdout}` })).resolves.toMatchObject({
      status: "pass",
    });
  });
});

function exited(code: number) {
  return { kind: "exited", code } as const;
}

describe("gherkin: whose scenario it is", () => {
  const red = element("Buy a book", ["failed"]);

  test.each<readonly [string, World, Partial<Gherkin>, string]>([
    ["absent from the report", report(feature(STORE, element("Other", ["passed"]))), {}, "unknown"],
    ["an empty report", report(), {}, "unknown"],
    ["only in another feature", report(other("other.feature", green)), {}, "unknown"],
    [
      "its own feature counts",
      report(other("other.feature", red), feature(STORE, green)),
      {},
      "pass",
    ],
    [
      "an absolute path",
      report(other("other.feature", red), feature(`/x/${STORE}`, green)),
      {},
      "pass",
    ],
    ["a file URL", report(feature(`file:///x/${STORE}`, green)), {}, "pass"],
    ["a path of another system", report(feature(`x\\features\\store.feature`, green)), {}, "pass"],
    ["a path from a folder above", report(feature("store.feature", green)), {}, "pass"],
    ["the same feature by its name", report(feature("/tmp/copy.feature", green)), {}, "pass"],
    ["alike and all passed", report(feature(STORE, green, green)), {}, "pass"],
    ["alike and none passed", report(feature(STORE, red, red)), {}, "fail"],
    ["same-named scenarios do not collapse", report(feature(STORE, red, green)), {}, "error"],
    [
      "told apart by their lines",
      report(feature(STORE, { ...red, line: 9 }, { ...green, line: 3 })),
      { line: 3 },
      "pass",
    ],
    [
      "told apart by their lines, the other one",
      report(feature(STORE, { ...green, line: 3 }, { ...red, line: 9 })),
      { line: 9 },
      "fail",
    ],
    [
      "a retry that failed once",
      report(feature(STORE, { ...red, line: 3 }, { ...green, line: 3 })),
      { line: 3 },
      "fail",
    ],
    [
      "a row that was not run",
      report(feature(STORE, { ...green, line: 3 }, { ...green, line: 4 })),
      { line: 5, row: 2 },
      "unknown",
    ],
    ["fewer rows than ours", report(feature(STORE, green, green)), { row: 2 }, "unknown"],
    [
      "a row by its values",
      report(
        feature(STORE, element("Pay by card", ["passed"]), element("Pay by cash", ["failed"])),
      ),
      { scenario: "Pay by <how>", row: 1, example: { how: "cash" } },
      "fail",
    ],
    [
      "a value that looks like a pattern",
      report(feature(STORE, element("Pay $& <what>", ["passed"]))),
      { scenario: "Pay <how> <what>", row: 0, example: { how: "$&" } },
      "pass",
    ],
    [
      "a row under the name of its outline",
      report(feature(STORE, { ...element("Pay <how>", ["passed"]), line: 12 })),
      { scenario: "Pay <how>", row: 0, line: 12, example: { how: "card" } },
      "pass",
    ],
  ])("%s", async (_case, world, change, status) => {
    await expect(observe(world, change)).resolves.toMatchObject({ status });
  });

  function other(uri: string, ...elements: readonly object[]): object {
    return { ...feature(uri, ...elements), name: "Other" };
  }

  test("what is absent says what is there", async () => {
    const { evidence, permanent } = await observe(
      report(feature(STORE, element("Sell", ["passed"]))),
    );
    expect(permanent).toBe(false);
    expect(evidence.message).toMatchInlineSnapshot(
      `"expected "Buy a book" of features/store.feature in the report, found 1 other scenarios, such as "Sell"; let the runner run it"`,
    );
  });
});

describe("gherkin: a table of verdicts", () => {
  test.each<readonly [unknown, string]>([
    ["pass", "pass"],
    ["Passed", "pass"],
    [true, "pass"],
    ["fail", "fail"],
    ["pending", "fail"],
    [false, "fail"],
    [1, "fail"],
    [null, "fail"],
  ])("%j is a %s", async (verdict, status) => {
    const stdout = JSON.stringify({ "Buy a book": verdict });
    const result = await observe({ stdout }, { verdictFormat: "scenario_map" });
    expect(result.status).toBe(status);
  });

  test("an absent scenario is not a pass", async () => {
    const result = await observe({ stdout: '{"a": "pass"}' }, { verdictFormat: "scenario_map" });
    expect(result.status).toBe("unknown");
  });

  test("a name that every object has is not a verdict", async () => {
    const change = { verdictFormat: "scenario_map", scenario: "constructor" } as const;
    const result = await observe({ stdout: '{"a": "pass"}' }, change);
    expect(result.status).toBe("unknown");
  });
});

describe("gherkin: no report is not a pass", () => {
  const file = { report: "out/report.json" };

  test.each<readonly [string, World, Partial<Gherkin>, string, string]>([
    [
      "nothing printed",
      { ending: exited(2), stderr: "boom" },
      {},
      "error",
      "check exited with code 2, but its report is no JSON",
    ],
    ["something else printed", { stdout: "1 scenario passed" }, {}, "error", "is no JSON"],
    ["no list", { stdout: "{}" }, {}, "error", "expected a list of features"],
    ["cut", { stdout: "[]", omittedBytes: 9 }, {}, "error", "its output is larger than"],
    [
      "a list in place of a table",
      { stdout: "[]" },
      { verdictFormat: "scenario_map" },
      "error",
      "is no table",
    ],
    [
      "no file was written",
      report(feature(STORE, green)),
      file,
      "error",
      "it wrote no out/report.json",
    ],
    ["a hanging runner", { ending: { kind: "timed-out", afterMs: 7 } }, {}, "error", "timed out"],
  ])("%s", async (_case, world, change, status, message) => {
    const result = await observe(world, change);
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test("a report that was cut anywhere is not a pass", async () => {
    const { stdout = "" } = report(feature(STORE, green));
    for (let at = 0; at < stdout.length; at += 1) {
      const { status } = await observe({ stdout: stdout.slice(0, at) });
      expect(status).toBe("error");
    }
  });

  test("a report from before says nothing of this run", async () => {
    const { stdout = "" } = report(feature(STORE, green));
    const files = { "out/report.json": stdout };
    const result = await observe({ files, staleFiles: ["out/report.json"] }, file);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain("was there before and was not written again");
  });

  test("a report that this run wrote", async () => {
    const { stdout = "" } = report(feature(STORE, green));
    const world = { stdout: "noise", files: { "out/report.json": stdout } };
    await expect(observe(world, file)).resolves.toMatchObject({ status: "pass" });
  });

  test("a runner that is not there is an error for good", async () => {
    const ending = { kind: "not-started", reason: "check: not found" } as const;
    await expect(observe({ ending })).resolves.toMatchObject({ status: "error", permanent: true });
  });

  test("no runner is unknown for good, and says what to set", async () => {
    const { runner: _runner, ...rest } = CHECK;
    const result = await evaluate(givenPredicate(rest), givenContext({}));
    expect(result).toMatchObject({ status: "unknown", permanent: true });
    expect(result.evidence.message).toContain("set runner_cmd");
  });
});

test("gherkin: the same work has the same key, whichever scenario asks", async () => {
  const keys: string[] = [];
  const context = givenContext({
    ...report(feature(STORE, green)),
    context: {
      once: async (key, work) => {
        keys.push(key);
        return await work();
      },
    },
  });
  await evaluate(givenPredicate(CHECK), context);
  await evaluate(givenPredicate({ ...CHECK, scenario: "Other" }), context);
  await evaluate(givenPredicate({ ...CHECK, report: "x.json" }), context);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[0]).not.toBe(keys[2]);
});
