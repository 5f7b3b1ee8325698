import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutLines } from "../../src/report/cut-lines.ts";

test("cutLines() leaves short texts alone", () => {
  expect(cutLines(["a", "b"], 100)).toBe("a\nb");
});

test("cutLines() never halves a line, and never takes more than it may", () => {
  const line = fc.string({ maxLength: 200 }).map((text) => text.replaceAll("\n", " "));
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 60 }),
      fc.integer({ min: 100, max: 3_000 }),
      (lines, max) => {
        const cut = cutLines(lines, max);
        expect(cut.length).toBeLessThanOrEqual(Math.max(max, 0));
        const known = new Set(["", ...lines]);
        const strange = cut.split("\n").filter((it) => !known.has(it));
        expect(strange.every((it) => /^… \d+ lines left out …$/.test(it))).toBe(true);
      },
    ),
  );
});
