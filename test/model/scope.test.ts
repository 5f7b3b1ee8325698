import * as fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { scopesOverlap } from "../../src/model/scope.ts";

const TABLE: readonly (readonly [string, readonly string[], readonly string[], boolean])[] = [
  ["everything and something", [], ["src"], true],
  ["everything twice", [], [], true],
  ["the same folder", ["src"], ["src"], true],
  ["the same folder in two spellings", ["./src/"], ["src"], true],
  ["a folder and one below", ["src"], ["src/lib/a.js"], true],
  ["a folder and one whose name begins like it", ["src"], ["src2"], false],
  ["a file and one whose name begins like it", ["src/a.js"], ["src/a.js.map"], false],
  ["two folders", ["src"], ["test"], false],
  ["two packages", ["packages/a/**"], ["packages/b/**"], false],
  ["a wildcard over both", ["packages/*/src"], ["packages/b/test"], true],
  ["globs that meet in a folder", ["src/*.js"], ["src/a*"], true],
  ["any of several", ["docs", "src/a"], ["test", "src"], true],
  ["none of several", ["docs", "src/a"], ["test", "src/b"], false],
  ["the root", ["."], ["src"], true],
  ["a wildcard in a folder and its neighbour", ["src/lib/*.js"], ["src/other"], false],
  ["a wildcard in a name and a file beside it", ["src/li*/a"], ["src/b"], true],
  ["alternatives", ["src/{a,b}/c"], ["src/b/c"], true],
  ["a wildcard in the root", ["./*.js"], ["docs"], true],
  ["a glob from the root", ["**/*.md"], ["docs/b"], true],
];

describe("scopesOverlap()", () => {
  test.each(TABLE)("%s", (_name, left, right, expected) => {
    expect(scopesOverlap(left, right)).toBe(expected);
  });

  const segment = fc.constantFrom("a", "b", "ab", "*", "**", "a*", "?", "{a,b}", "[ab]");
  const glob = fc.array(segment, { minLength: 1, maxLength: 3 }).map((it) => it.join("/"));
  const globs = fc.array(glob, { maxLength: 3 });
  const path = fc
    .array(fc.constantFrom("a", "b", "ab"), { minLength: 1, maxLength: 4 })
    .map((it) => it.join("/"));

  test("it does not matter who asks", () => {
    fc.assert(
      fc.property(globs, globs, (left, right) => {
        expect(scopesOverlap(left, right)).toBe(scopesOverlap(right, left));
      }),
    );
  });

  test("a set overlaps itself", () => {
    fc.assert(
      fc.property(globs, (it) => {
        expect(scopesOverlap(it, it)).toBe(true);
      }),
    );
  });

  test("sets that could both name one path always overlap", () => {
    fc.assert(
      fc.property(globs, globs, path, (left, right, it) => {
        const areBoth = [left, right].every(
          (set) => set.length === 0 || picomatch.isMatch(it, set),
        );
        fc.pre(areBoth);
        expect(scopesOverlap(left, right)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
