import { expect, test } from "vitest";
import { verdictWord } from "../../src/report/verdict-word.ts";

test.each([
  [{ status: "fail" }, "fail"],
  [{ status: "unknown" }, "unknown"],
  [{ status: "unknown", waived: true }, "unknown, waived"],
] as const)("verdictWord(%j) is %s", (verdict, word) => {
  expect(verdictWord(verdict)).toBe(word);
});
