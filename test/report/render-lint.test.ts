import { describe, expect, test } from "vitest";
import { paintFor } from "../../src/report/paint.ts";
import { lintSummary, renderLint } from "../../src/report/render-lint.ts";
import { wrapWords } from "../../src/report/wrap-words.ts";

const plain = paintFor(false);
const issue = {
  severity: "error",
  code: "unknown-provider",
  file: "a.toml",
  line: 12,
  column: 3,
  message:
    'predicate "check" has unknown provider "custom_scrip" (known: "browser", "cli", "custom_script")',
  suggestion: 'Did you mean "custom_script"?',
} as const;
const warning = { ...issue, severity: "warning", line: 3, message: "short" } as const;

describe("renderLint()", () => {
  test("sets messages side by side below the name of their file", () => {
    const files = [
      { path: "good.toml", issues: [] },
      { path: "a.toml", issues: [warning, issue] },
    ];
    expect(renderLint(files, plain).join("\n")).toMatchInlineSnapshot(`
      "a.toml
           3:3  warning  short [unknown-provider]
                         Did you mean "custom_script"?
          12:3  error    predicate "check" has unknown provider "custom_scrip" (known: "browser",
                         "cli", "custom_script") [unknown-provider]
                         Did you mean "custom_script"?
      "
    `);
  });

  test("hostile bytes of a goal-file stay on their line", () => {
    const hostile = { ...issue, message: "got \u001B[31m\nx", suggestion: "a\u202Eb\nc" };
    const text = renderLint([{ path: "a\u001B[2J\n.toml", issues: [hostile] }], plain).join("\n");
    expect(text).toContain("got x [unknown-provider]");
    expect(text).toContain("ab c");
    expect(["\u001B", "\u202E"].filter((it) => text.includes(it))).toEqual([]);
  });
});

test.each([
  [[], "1 goal-file: no problem"],
  [[warning], "1 goal-file: 1 warning, no error"],
  [[warning, issue], "1 goal-file: 1 error, 1 warning"],
])("lintSummary() of %#", (issues, expected) => {
  expect(lintSummary([{ path: "a.toml", issues }], plain)).toBe(expected);
});

test.each([
  ["a bb ccc", 4, ["a bb", "ccc"]],
  ["abcdef g", 3, ["abcdef", "g"]],
  ["", 3, [""]],
])("wrapWords() breaks %j at %d", (text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});
