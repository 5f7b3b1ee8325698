import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutMiddle, toOneLine, toPlainText } from "../../src/model/plain-text.ts";

const ESC = "\u001B";
/** Everything that a terminal acts on or a reader cannot see; line feed and tab may stay. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u;
const pieces = fc.constantFrom(
  ESC,
  "\u009B",
  "\u009D",
  "\u009C",
  "\u0090",
  "\u0007",
  "\r",
  "\n",
  "[",
  "]",
  "8;;http://x",
  "31m",
  "\\",
  "\u202E",
  "\uD800",
  "\u{E0041}",
  "word",
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 })
  .map((them) => them.join(""));

describe("toPlainText()", () => {
  test.each([
    ["colours", `${ESC}[1;31mred${ESC}[0m`, "red"],
    ["a colon-separated colour", `${ESC}[38:2::1:2:3mred${ESC}[m`, "red"],
    ["cursor and erase", `a${ESC}[2J${ESC}[1;1Hb${ESC}[?25lc`, "abc"],
    ["an 8-bit CSI", "a\u009B31mb", "ab"],
    ["a link ended by ST", `${ESC}]8;;https://x.example${ESC}\\text${ESC}]8;;${ESC}\\`, "text"],
    ["a link ended by BEL", `${ESC}]8;id=1;https://x\u0007text${ESC}]8;;\u0007`, "text"],
    ["a title ended by 8-bit ST", `${ESC}]0;title\u009Ctext`, "text"],
    ["an 8-bit OSC", "\u009D0;title\u0007text", "text"],
    ["a device control string", `${ESC}Pq#0;2;0${ESC}\\text`, "text"],
    ["a privacy message", `${ESC}^secret${ESC}\\text`, "text"],
    ["two-character escapes", `${ESC}7a${ESC}8b${ESC}cc${ESC}(Bd`, "abcd"],
    ["an escape at the very end", `text${ESC}`, "text"],
    ["an open CSI keeps its parameters", `${ESC}[31`, "31"],
    ["escapes inside escapes leave no escape", `${ESC}${ESC}[31m[31mtext`, "[31mtext"],
    ["carriage return hides nothing", "FAIL everything\rok\u001B[K", "FAIL everything\nok"],
    ["Windows line ends", "one\r\ntwo\r\n", "one\ntwo\n"],
    ["backspaces hide nothing", "FAIL\b\b\b\bpass", "FAILpass"],
    ["bidi overrides", "a\u202Eb\u2066c\u200Fd\u061Ce", "abcde"],
    ["zero-width characters", "a\u200Bb\u2060c\uFEFFd\u00ADe\u180Ef", "abcdef"],
    ["text in invisible tags", "a\u{E0001}\u{E0068}\u{E0069}b", "ab"],
    ["line separators", "a\u2028b\u2029c", "abc"],
    ["lone surrogates", "a\uD800b", "a\uFFFDb"],
    ["NUL and DEL", "a\u0000b\u007Fc", "abc"],
    ["tab, line feed and letters stay", "a\tb\nÄ 漢 🙂", "a\tb\nÄ 漢 🙂"],
  ])("%s", (_name, text, expected) => expect(toPlainText(text)).toBe(expected));

  test.each([
    ["OSC", `${ESC}]0;`],
    ["8-bit OSC", "\u009D0;"],
    ["device control string", `${ESC}P`],
    ["private message", `${ESC}_`],
  ])("an unterminated %s swallows nothing that follows", (_name, opening) => {
    const shown = toPlainText(`before\n${opening}same line\n1 test failed\n`);
    expect(shown).toMatch(/^before\n(?:.{0,3})same line\n1 test failed\n$/);
  });

  test("a terminator lines later does not make text disappear", () => {
    expect(toPlainText(`${ESC}]0;a\nFAIL\n${ESC}\\b`)).toBe("0;a\nFAIL\nb");
  });

  test("nothing that a terminal obeys or a reader cannot see is left", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(toPlainText(text)).not.toMatch(HIDDEN);
      }),
    );
  });

  test("plain text stays plain text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = toPlainText(text);
        expect(toPlainText(once)).toBe(once);
      }),
    );
  });

  test("visible letters are never lost outside of a terminated escape", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quiet = text.replaceAll(/(?!\n)\p{Cc}/gu, "");
        const letters = /[A-Za-z]/g;
        expect(toPlainText(quiet).match(letters)).toEqual(quiet.match(letters));
      }),
    );
  });

  test.each([
    ["open CSIs", `${ESC}[`.repeat(128_000)],
    ["one endless CSI", `${ESC}[${"0".repeat(256_000)}`],
    ["open OSCs", `${ESC}]xxxxx`.repeat(40_000)],
    ["8-bit OSCs", "\u009D".repeat(256_000)],
    ["8-bit strings", "\u0090xx".repeat(80_000)],
  ])("256 KB of %s take a moment", (_name, text) => {
    const started = performance.now();
    toPlainText(text);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("toOneLine()", () => {
  test.each([
    ["white space becomes one blank", "  a\n\n\tb\u00A0 c ", 20, "a b c"],
    ["a text that just fits", "abcde", 5, "abcde"],
    ["a longer one is cut with a mark", "abcdef", 5, "abcd…"],
    ["a cut pair leaves no half", "abc🙂🙂", 5, "abc\uFFFD…"],
  ])("%s", (_name, text, most, expected) => expect(toOneLine(text, most)).toBe(expected));

  test("never longer than asked, never two lines", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, most) => {
        const line = toOneLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\n\r\t]/);
      }),
    );
  });
});

describe("cutMiddle()", () => {
  test("keeps head and tail and says what is gone", () => {
    expect(cutMiddle(`head${"x".repeat(100)}tail`, 8)).toBe(
      "head\n… 100 characters left out …\ntail",
    );
  });

  test("leaves a text alone that fits", () => expect(cutMiddle("12345678", 8)).toBe("12345678"));

  test("grows by no more than its mark", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 2, max: 100 }), (text, most) => {
        expect(cutMiddle(text, most).length).toBeLessThanOrEqual(most + 40);
        expect(cutMiddle(text, most).isWellFormed()).toBe(true);
      }),
    );
  });
});
