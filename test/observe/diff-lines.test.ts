import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines } from "../../src/observe/diff-lines.ts";

test.each([
  ["one line in the middle", "a\nb\nc\nd\ne\nf", "a\nb\nc\nX\ne\nf", "2|  b|  c|- d|+ X|  e|  f"],
  ["a line too much", "a\nc\n", "a\nb\nc\n", "1|  a|+ b|  c|  "],
  ["a line that is missing", "a\nb\nc\n", "a\nc\n", "1|  a|- b|  c|  "],
  ["nothing found", "a\n", "", "1|- a|  "],
  ["lines in between stay", "1\na\n2", "one\na\n3", "1|- 1|+ one|  a|- 2|+ 3"],
])("diffLines(): %s", (_case, wanted, found, expected) => {
  const [from, ...rows] = expected.split("|");
  const title = `@@ from line ${from}: - wanted, + found @@`;
  expect(diffLines(wanted, found)).toBe([title, ...rows].join("\n"));
});

test("diffLines(): what is wanted and found can be read from it", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [, ...rows] = diffLines(left.join("\n"), right.join("\n")).split("\n");
      const gone = rows.filter((it) => it.startsWith("- ")).length;
      const come = rows.filter((it) => it.startsWith("+ ")).length;
      expect(come - gone).toBe(Math.max(1, right.length) - Math.max(1, left.length));
    }),
  );
});

test("diffLines(): large texts are neither slow nor long", () => {
  const left = Array.from({ length: 50_000 }, (_, line) => `left ${line}`).join("\n");
  const right = Array.from({ length: 50_000 }, (_, line) => `right ${line}`).join("\n");
  const rows = diffLines(left, right).split("\n");
  expect(rows.length).toBeLessThan(100);
});
