import { expect, test } from "vitest";
import { hasPassed, readCucumber } from "../../../src/observe/formats/read-cucumber.ts";

function step(status: string | undefined, more: object = {}): object {
  return {
    keyword: "Given ",
    name: "a step",
    line: 4,
    ...(status === undefined ? {} : { result: { status } }),
    ...more,
  };
}

function report(...elements: readonly object[]): string {
  return JSON.stringify([{ uri: "features/a.feature", name: "A", elements }]);
}

function verdicts(text: string): readonly boolean[] {
  const reading = readCucumber(text);
  return reading.kind === "read" ? reading.scenarios.map(hasPassed) : [];
}

test.each<readonly [string, object, boolean]>([
  ["passed", { steps: [step("passed"), step("passed")] }, true],
  ["passed in other letters", { steps: [step("PASSED")] }, true],
  ["failed", { steps: [step("passed"), step("failed")] }, false],
  ["skipped", { steps: [step("skipped")] }, false],
  ["pending", { steps: [step("pending")] }, false],
  ["undefined", { steps: [step("undefined")] }, false],
  ["without a result", { steps: [step(undefined)] }, false],
  ["without a step", { steps: [] }, false],
  ["with a hook that failed", { before: [step("failed")], steps: [step("passed")] }, false],
  ["with a hook behind a step", { steps: [step("passed", { after: [step("failed")] })] }, false],
])("a scenario that is %s", (_case, element, passed) => {
  expect(verdicts(report({ type: "scenario", name: "s", ...element }))).toEqual([passed]);
});

test("the steps of a background belong to the scenario behind it, and to no other", () => {
  const text = report(
    { type: "background", steps: [step("failed")] },
    { type: "scenario", name: "one", steps: [step("passed")] },
    { type: "scenario", name: "two", steps: [step("passed")] },
  );
  expect(verdicts(text)).toEqual([false, true]);
});

test("what failed is told", () => {
  const result = { status: "failed", error_message: "no" };
  const reading = readCucumber(report({ name: "s", line: 3, steps: [step("", { result })] }));
  expect(reading).toEqual({
    kind: "read",
    scenarios: [
      {
        uri: "features/a.feature",
        featureName: "A",
        name: "s",
        line: 3,
        steps: [{ name: "Given a step", status: "failed", line: 4, message: "no" }],
      },
    ],
  });
});

test.each(["", "x", "{}", "null", report().slice(0, -1)])("%j is no report", (text) => {
  expect(readCucumber(text).kind).toBe("problem");
});

test.each(["[]", "[null]", '[{"elements":null}]', '[{"elements":[null]}]'])(
  "%s is survived",
  (text) => {
    expect(verdicts(text).every((it) => !it)).toBe(true);
  },
);
