import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEPTH_MAX, nestingProblem } from "../../src/goalfile/nesting-problem.ts";

const deep = "[".repeat(DEPTH_MAX + 1);
const dotted = Array.from({ length: DEPTH_MAX + 1 }, () => "a").join(".");

test.each([
  ["arrays", `a = ${deep}`, 1, 5 + DEPTH_MAX],
  ["inline tables", `x = 1\na = ${"{a=".repeat(DEPTH_MAX + 1)}`, 2, 5 + 3 * DEPTH_MAX],
  ["a dotted key", `${dotted} = 1`, 1, 2 * DEPTH_MAX],
  ["a header", `[${dotted}]`, 1, 2 * DEPTH_MAX + 1],
  ["after a string with an escaped quote", `b = "\\""\na = ${deep}`, 2, 5 + DEPTH_MAX],
  ["after a string of backslashes", `b = '\\'\na = ${deep}`, 2, 5 + DEPTH_MAX],
  [
    "after a long string with five quotes at its end",
    `b = """x"""""\na = ${deep}`,
    2,
    5 + DEPTH_MAX,
  ],
  ["after an empty string", `b = ""\na = ${deep}`, 2, 5 + DEPTH_MAX],
  ["after an unfinished string", `b = "x\na = ${deep}`, 2, 5 + DEPTH_MAX],
])("nestingProblem() finds %s", (_name, text, line, column) => {
  expect(nestingProblem(text)).toMatchObject({ code: "too-deep", place: { line, column } });
});

test.each([
  ["a comment", `# ${deep}`],
  ["a string", `a = "${deep}"`],
  ["a literal string", `a = '${deep}'`],
  ["a long string", `a = """\n${deep}\n"x" ""\n${deep}"""`],
  ["a long literal string", `a = '''\n${deep}'' \\'''`],
  ["a quoted key", `"${deep}" = 1`],
  ["as many as are allowed", `a = ${"[".repeat(DEPTH_MAX)}${"]".repeat(DEPTH_MAX)}`],
  ["many floats", `a = [${"1.5, ".repeat(100)}]`],
  ["many tables", "[a.b]\nc.d = { e = 1.5 }\n".repeat(100)],
])("nestingProblem() lets %s be", (_name, text) => {
  expect(nestingProblem(text)).toBeUndefined();
});

test("nestingProblem() judges any text, and none that is flat", () => {
  const unit = fc.constantFrom(...Array.from("[]{}\"'#=.,\\\na"));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
      const open = text.split(/[[{]/).length - 1;
      const dots = text.split(".").length - 1;
      const isFlat = open <= DEPTH_MAX && dots < DEPTH_MAX;
      expect(nestingProblem(text) === undefined || !isFlat).toBe(true);
    }),
  );
});
