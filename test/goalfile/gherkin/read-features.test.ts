import { expect, test } from "vitest";
import { readFeatures } from "../../../src/goalfile/gherkin/read-features.ts";

const GOAL = `id = "g"
scope.workspace = "web"
[[predicate]]
provider = "gherkin"
feature = "a.feature"
[[predicate]]
provider = "gherkin"
feature = "b.feature"
`;

test("readFeatures() asks for the files that the goal-file names, and leaves out what is not there", async () => {
  const asked: string[] = [];
  const features = await readFeatures(new TextEncoder().encode(GOAL), async (path) => {
    asked.push(path);
    const text = path === "web/a.feature" ? "Feature: A\nScenario: b\nGiven c\n" : undefined;
    return await Promise.resolve(text === undefined ? text : new TextEncoder().encode(text));
  });
  expect(asked).toEqual(["web/a.feature", "web/b.feature"]);
  expect([...features]).toEqual([
    [
      "web/a.feature",
      { kind: "feature", feature: { name: "A", scenarios: [{ name: "b", line: 2 }] } },
    ],
  ]);
});

test("readFeatures() asks for nothing where the goal-file names nothing", async () => {
  const features = await readFeatures(new TextEncoder().encode('id = "g"'), () => {
    throw new Error("expected no question");
  });
  expect(features.size).toBe(0);
});
