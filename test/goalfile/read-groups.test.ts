import { expect, test } from "vitest";
import { toGroupId } from "../../src/goalfile/schema/to-group-id.ts";
import { CHECK, goalOf, told } from "./goal-text.ts";

test.each([
  ["Identity & Access", "identity-access"],
  ["Identity and Access", "identity-access"],
  ["IDENTITY AND ACCESS", "identity-access"],
  ["  Sign  Up ", "sign-up"],
  ["android-band", "android-band"],
  ["sand_and_sea", "sand-and-sea"],
  ["and", ""],
  ["日本", ""],
])("toGroupId() makes of %j", (text, id) => {
  expect(toGroupId(text)).toBe(id);
});

test("readGroups() finds the group of a predicate whatever its spelling", () => {
  const goal = goalOf(`id = "g"\n[[group]]\nid = "Sign & Up"\n${CHECK}group = "sign up"`);
  expect(goal.groups).toEqual([{ id: "sign-up", name: "Sign & Up", needs: [] }]);
  expect(goal.predicates[0]?.group).toBe("sign-up");
});

test.each([
  ["[[group]]", '[[group]] #1 is missing required key "id"'],
  ["[[group]]\nid = 1", '[[group]] #1 "id" must be a non-empty string (got 1)'],
  ["[[group]]\nid = ' '", '[[group]] #1 "id" must be a non-empty string'],
  ["[[group]]\nid = 'and &'", '[[group]] #1 "id" must have a letter a-z or a digit'],
  ["[[group]]\nid = 'a'\nname = 1", 'group "a" "name" must be a non-empty string (got 1)'],
  ["[[group]]\nid = 'a'\nparent = ''", 'group "a" "parent" must be a non-empty string'],
  ["[[group]]\nid = 'a'\nbudget = 0", 'group "a" "budget" must be a positive integer (got 0)'],
  ["[[group]]\nid = 'a'\nneeds = 'b'", 'group "a" "needs" must be an array of non-empty strings'],
  ["[[group]]\nid = 'a'\nneeds = ['']", 'group "a" "needs" must be an array of non-empty strings'],
  ["group = [1]", "[[group]] #1 must be a table (got 1)"],
  ["group = 1", "[[group]] must be an array of tables (got 1)"],
  ["[[group]]\nid = 'a b'\n[[group]]\nid = 'a-b'", 'duplicate group id "a-b"'],
  [
    "[[group]]\nid = 'a-b'\n[[group]]\nid = 'A & b'",
    'duplicate group id "a-b" (authored "A & b" normalizes to "a-b")',
  ],
  [
    "[[group]]\nid = 'aa'\nparent = 'ab c'",
    'group "aa" references unknown parent "ab-c" (declared: "aa")',
  ],
  ["[[group]]\nid = 'a'\nneeds = ['X']", 'group "a" needs unknown group "x" (declared: "a")'],
  ["[[group]]\nid = 'a'\nneeds = ['A']", 'group "a" needs itself (a self-edge is not allowed)'],
  [
    "[[group]]\nid = 'a'\nparent = 'b'\n[[group]]\nid = 'b'\nparent = 'a'",
    'group "a" has a cyclic parent chain: a -> b -> a',
  ],
  [
    "[[group]]\nid = 'a'\nneeds = ['b']\n[[group]]\nid = 'b'\nneeds = ['c']\n[[group]]\nid = 'c'\nneeds = ['a']",
    'group "a" has a cyclic needs chain: a -> b -> c -> a',
  ],
])("readGroups() refuses %j", (text, message) => {
  const issues = told(`id = "g"\n${text}\n${CHECK}`).filter((it) => !it.includes("not-enforced"));
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(message);
});

test.each([
  ["", "(declared: none)"],
  ['[[group]]\nid = "xy"\n[[group]]\nid = "Z"\n', '(declared: "xy", "z")'],
])("readGroups() refuses a group that nobody declared beside %j", (groups, declared) => {
  const issues = told(`id = "g"\n${groups}${CHECK}group = "Abc"`);
  expect(issues.join("\n")).toContain(
    `unknown-group predicate "p" references unknown group "abc" ${declared}`,
  );
});

test("readGroups() tells the same group of two cycles, and no more than ten cycles", () => {
  const ring = (size: number) =>
    Array.from(
      { length: size },
      (_, index) => `[[group]]\nid = "g${index}"\nneeds = ["g${(index + 1) % size}", "g0"]\n`,
    ).join("");
  const cycles = told(`id = "g"\n${ring(300)}${CHECK}`).filter((it) => it.includes("cyclic"));
  expect(cycles).toHaveLength(10);
  expect(cycles.every((it) => it.length < 500)).toBe(true);
});
