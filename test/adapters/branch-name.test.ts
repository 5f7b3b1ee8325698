import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isBranchName } from "../../src/adapters/branch-name.ts";

test.each([
  ["main", true],
  ["kazi/goal-1", true],
  ["ünï", true],
  ["", false],
  ["@", false],
  ["HEAD", false],
  ["-x", false],
  ["a..b", false],
  ["a~1", false],
  ["a^{/x}", false],
  ["a b", false],
  ["a\nb", false],
  ["a/.b", false],
  ["a.lock/b", false],
  ["a/", false],
  ["a@{1}", false],
  ["\ud800", false],
  ["a".repeat(300), false],
])("isBranchName(%j) is %s", (name, wanted) => {
  expect(isBranchName(name)).toBe(wanted);
});

test("isBranchName() never takes what git refuses", () => {
  const part = fc.constantFrom(
    "a",
    "/",
    ".",
    "-",
    "@",
    "{",
    "lock",
    "~",
    "^",
    ":",
    "?",
    "*",
    "[",
    "\\",
    " ",
    "\u007F",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const name = parts.join("");
      fc.pre(isBranchName(name));
      expect(spawnSync("git", ["check-ref-format", "--branch", name]).status).toBe(0);
    }),
    { numRuns: 60 },
  );
});
