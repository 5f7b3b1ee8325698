import { expect, test } from "vitest";
import { loadFleet } from "../../src/goalfile/load-fleet.ts";

function load(text: string) {
  return loadFleet({ path: ".kazi/all.fleet.toml", bytes: new TextEncoder().encode(text) });
}

test("loadFleet() reads the files that it lists", () => {
  expect(load('[[member]]\npath = "goals/a.goal.toml"\n[[member]]\npath = "../b.toml"')).toEqual({
    kind: "loaded",
    issues: [],
    value: { members: [{ path: ".kazi/goals/a.goal.toml" }, { path: "b.toml" }] },
  });
});

test.each([
  ["x = 1", "1:1 fleet file must declare at least one [[member]]"],
  ["member = []", "fleet file must declare at least one [[member]]"],
  ["member = 1", "1:10 [[member]] must be an array of tables (got 1)"],
  ["[[member]]", '1:1 [[member]] #1 is missing required key "path"'],
  ["[[member]]\npath = 1", '2:8 [[member]] #1 "path" must be a non-empty string (got 1)'],
  ['[[member]]\npath = "/x"', '2:8 [[member]] "path" must name a file of the repository'],
  [
    '[[member]]\npath = "x"\n[[member]]\npath = "./x"',
    '4:8 [[member]] "path" names "./x" a second time',
  ],
])("loadFleet() refuses %j", (text, message) => {
  const loaded = load(text);
  expect(loaded.kind).toBe("refused");
  const told = loaded.issues.map((it) => `${it.line}:${it.column} ${it.message}`);
  expect(told.join("\n")).toContain(message);
});
