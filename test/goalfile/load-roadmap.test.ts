import { expect, test } from "vitest";
import { loadRoadmap } from "../../src/goalfile/load-roadmap.ts";
import { CHECK } from "./goal-text.ts";

function load(text: string) {
  return loadRoadmap({ path: ".kazi/p.roadmap.toml", bytes: new TextEncoder().encode(text) });
}

test("loadRoadmap() reads files beside it and goals inside it", () => {
  const loaded = load(
    `[[goals]]\nid = "a"\npath = "goals/a.goal.toml"\n[[goals]]\nid = "b"\npath = "../x.toml"\nneeds = ["a"]\n[[goals]]\nid = "c"\nneeds = ["a", "b"]\n[goals.goal]\nname = "C"\n${CHECK.replaceAll("[[predicate]]", "[[goals.goal.predicate]]")}`,
  );
  expect(loaded).toMatchObject({
    kind: "loaded",
    issues: [],
    value: {
      goals: [
        { id: "a", needs: [], source: { kind: "path", path: ".kazi/goals/a.goal.toml" } },
        { id: "b", needs: ["a"], source: { kind: "path", path: "x.toml" } },
        {
          id: "c",
          needs: ["a", "b"],
          source: { kind: "inline", goal: { id: "c", name: "C", predicates: [{ id: "p" }] } },
        },
      ],
    },
  });
});

test.each([
  ["x = 1", "1:1 roadmap is missing the required [[goals]] array"],
  ["goals = []", "1:1 roadmap declares an empty [[goals]] array — at least one goal is required"],
  ["goals = 1", "1:1 roadmap [[goals]] must be an array of tables (got 1)"],
  ["goals = [1]", "1:10 [[goals]] #1 must be a table (got 1)"],
  ['[[goals]]\npath = "a"', '1:1 roadmap goal #1 is missing the required key "id"'],
  ['[[goals]]\nid = ""\npath = "a"', '2:6 roadmap goal #1 "id" must be a non-empty string'],
  [
    '[[goals]]\nid = "a"',
    'roadmap goal "a" declares no goal source — set `path` or an inline [goals.goal] table',
  ],
  [
    '[[goals]]\nid = "a"\npath = "x"\ngoal = { id = "b" }',
    '3:8 roadmap goal "a" declares BOTH `path` and an inline goal — use exactly one',
  ],
  [
    '[[goals]]\nid = "a"\npath = "x"\nneeds = "b"',
    '4:9 roadmap goal "a" "needs" must be a list of goal-id strings (got "b")',
  ],
  [
    '[[goals]]\nid = "a"\npath = "../../x"',
    '3:8 roadmap goal "a" "path" must name a file of the repository (got "../../x")',
  ],
  ['[[goals]]\nid = "a"\npath = "/x"', '"path" must name a file of the repository'],
  [
    '[[goals]]\nid = "a"\npath = "x"\n[[goals]]\nid = "a"\npath = "y"',
    '5:6 roadmap declares goal id "a" more than once',
  ],
  [
    '[[goals]]\nid = "a"\npath = "x"\nneeds = ["bb"]\n[[goals]]\nid = "b"\npath = "x"',
    '4:10 roadmap goal "a" needs unknown goal id "bb" (declared: "a", "b")',
  ],
  [
    '[[goals]]\nid = "a"\npath = "x"\nneeds = ["c"]\n[[goals]]\nid = "b"\npath = "x"\nneeds = ["a"]\n[[goals]]\nid = "c"\npath = "x"\nneeds = ["b"]',
    "4:9 roadmap dependency cycle: a -> c -> b -> a",
  ],
  ['[[goals]]\nid = "a"\npath = "x"\nneeds = ["a"]', "4:9 roadmap dependency cycle: a -> a"],
  [
    '[[goals]]\nid = "a"\n[goals.goal]\nmode = "x"\nbudget.max_tokens = 0',
    "5:21 budget.max_tokens must be a positive integer (got 0)",
  ],
])("loadRoadmap() refuses %j", (text, message) => {
  const loaded = load(text);
  expect(loaded.kind).toBe("refused");
  const told = loaded.issues.map((it) => `${it.line}:${it.column} ${it.message}`);
  expect(told.join("\n")).toContain(message);
});

test("loadRoadmap() warns of unknown keys", () => {
  const loaded = load('goal = 1\n[[goals]]\nid = "a"\npath = "x"\nneed = []');
  expect(loaded.issues.map((it) => `${it.line} ${it.severity} ${it.suggestion}`)).toEqual([
    '1 warning Did you mean "goals"?',
    '5 warning Did you mean "needs"?',
  ]);
});
