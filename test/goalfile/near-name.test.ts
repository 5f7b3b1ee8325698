import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nearName } from "../../src/goalfile/near-name.ts";

const KNOWN = ["max_iterations", "max_tokens", "id", "mode", "description"];

test.each([
  ["max_iteration", "max_iterations"],
  ["max_tokesn", "max_tokens"],
  ["MODE", "mode"],
  ["moed", "mode"],
  ["idd", "id"],
  ["budget", undefined],
  ["", undefined],
  ["x".repeat(65), undefined],
])("nearName() of %j is %j", (name, expected) => {
  expect(nearName(name, KNOWN)).toBe(expected);
});

test("nearName() finds every name that lost one of its letters", () => {
  fc.assert(
    fc.property(fc.constantFrom("max_iterations", "description"), fc.nat(10), (name, index) => {
      expect(nearName(name.slice(0, index) + name.slice(index + 1), KNOWN)).toBe(name);
    }),
  );
});

test("nearName() prefers the nearest of several", () => {
  expect(nearName("maxtokens", ["max_token", "max_tokens"])).toBe("max_tokens");
});
