import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toOneLine } from "../../src/model/plain-text.ts";
import { codeSpan } from "../../src/report/code-span.ts";
import { escapeMarkdown } from "../../src/report/escape-markdown.ts";
import { ACTIVE_TEXT, rendered } from "./rendered.ts";

const pieces = fc.constantFrom(
  ..."@ # | ` ``` < > & \\ * _ ~ [ ] ( ) ! : / . - = + $ ^ { } \n \r\n".split(" "),
  "@octocat",
  "@org/team",
  "#12",
  "o/r#12",
  "GH-12",
  "https://evil.example/x",
  "www.evil.example",
  "me@evil.example",
  "mailto:me@evil.example",
  "<img src=x onerror=alert(1)>",
  "</details>",
  "<!--",
  "-->",
  "&#64;octocat",
  "&lt;script&gt;",
  "[x](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "[^1]",
  "- [ ] x",
  "1. ",
  "| a | b |",
  "0123456789abcdef0123456789abcdef01234567",
  "\\|",
  "\u200B",
  " ",
  "word",
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((them) => them.join(""));
const MAX = 10_000;

describe("escapeMarkdown()", () => {
  test("keeps every word of a stranger a word, wherever it stands", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text, MAX);
        for (const place of [escaped, `so: ${escaped} end`, `- ${escaped}`, `### ${escaped}`]) {
          const seen = rendered(place);
          expect(seen.tags.filter((tag) => !["p", "ul", "li", "h3"].includes(tag))).toEqual([]);
          expect(seen.prose).not.toMatch(ACTIVE_TEXT);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("shows the same as was written", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = rendered(`x${escapeMarkdown(text, MAX)}x`).text.replaceAll("\u200B", "");
        expect(seen).toBe(`x${toOneLine(text, MAX)}x`);
      }),
    );
  });

  test("is cut before it is escaped", () => {
    expect(escapeMarkdown("<".repeat(50), 10)).toBe(`${"&#60;".repeat(9)}…`);
  });
});

describe("codeSpan()", () => {
  test("never ends before its end", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = codeSpan(text, MAX);
        const seen = rendered(`x ${span} y`);
        expect(seen.tags).toEqual(span === "" ? ["p"] : ["p", "code"]);
      }),
      { numRuns: 150 },
    );
  });
});

test("a table keeps its cells, whatever stands in them", () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const row = `| ${codeSpan(one, MAX) || " "} | ${escapeMarkdown(other, MAX) || " "} | c |`;
      const seen = rendered(`| a | b | c |\n| --- | --- | --- |\n${row}`);
      expect(seen.tags.filter((tag) => tag === "td")).toHaveLength(3);
      expect(seen.tags.filter((tag) => tag === "tr")).toHaveLength(2);
      expect(seen.prose).not.toMatch(ACTIVE_TEXT);
    }),
    { numRuns: 150 },
  );
});
