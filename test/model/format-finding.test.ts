import { describe, expect, test } from "vitest";
import { formatFinding } from "../../src/model/format-finding.ts";
import { toVerdict } from "../../src/model/to-verdict.ts";

describe("formatFinding()", () => {
  const finding = { file: "src/a.js", level: "error", message: "is wrong" } as const;
  test.each([
    ["with a line", { ...finding, line: 3 }, "src/a.js:3: is wrong"],
    ["without a line", finding, "src/a.js: is wrong"],
    ["without a file", { ...finding, file: "", line: 3 }, "is wrong"],
    ["on one line", { ...finding, message: "one\ntwo\u001B[31m three" }, "src/a.js: one two three"],
    ["cut", { ...finding, message: "x".repeat(100) }, `src/a.js: ${"x".repeat(29)}…`],
  ])("%s", (_name, it, expected) => expect(formatFinding(it, 40)).toBe(expected));
});

describe("toVerdict()", () => {
  const evidence = { message: `no\n${"x".repeat(300)}`, findings: [], durationMs: 7, excerpt: "e" };
  const result = { id: "unit", status: "fail", permanent: false, evidence } as const;

  test("keeps no evidence but a line of it", () => {
    expect(toVerdict({ ...result, score: 0 })).toEqual({
      id: "unit",
      status: "fail",
      score: 0,
      permanent: false,
      message: `no ${"x".repeat(196)}…`,
      signature: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
  });

  test("does not invent a score", () => expect(toVerdict(result)).not.toHaveProperty("score"));
});
