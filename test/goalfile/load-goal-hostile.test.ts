import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { CHECK, goalOf, load } from "./goal-text.ts";

test.each([
  ["/abs", "path-outside"],
  ["../x", "path-outside"],
  ["a/../../b", "path-outside"],
  ["~/x", "path-outside"],
  ["C:/x", "path-outside"],
  ["a\\\\b", "path-outside"],
  ["a\\u2215b", "path-outside"],
  [".git/hooks", "path-outside"],
  ["a/.GIT", "path-outside"],
  ["", "invalid-value"],
  ["a\\u200Bb", "hidden-character"],
  ["a\\u0000b", "hidden-character"],
])("loadGoal() refuses the path %j in [scope]", (path, code) => {
  for (const line of [`workspace = "${path}"`, `paths = ["ok", "${path}"]`]) {
    const [issue, ...more] = load(`id = "g"\n[scope]\n${line}\n${CHECK}`).issues;
    expect(issue).toMatchObject({ severity: "error", line: 3, code });
    expect(more).toEqual([]);
  }
});

test.each([
  "!src/**",
  "./!src",
  "!(a)",
  "*(a|b)",
  "+(a)",
  "@(a|b)",
  "?(a)",
  "(a+)+b",
  "(a|b)*",
  "[a]+[a]+[a]+b",
  "*a*a*a*b",
  "?*?*?*?*b",
  "**/a/**/b/**/c/**/d",
  "{a,b}{a,b}{a,b}{a,b}",
])("loadGoal() refuses the glob %j", (glob) => {
  for (const key of ["scope.paths", "seal.sealed_inputs", "seal.mutable_inputs"]) {
    expect(load(`id = "g"\n${key} = ["${glob}"]\n${CHECK}`).issues).toMatchObject([
      { severity: "error", code: "unsafe-glob", line: 2 },
    ]);
  }
});

test.each([
  "src/**/*.test.ts",
  "**/*{.,_}{test,spec}.*",
  "app/(auth)/page.tsx",
  "[a-z]?.md",
  "a+b",
])("loadGoal() takes the glob %j", (glob) => {
  expect(goalOf(`id = "g"\nscope.paths = ["${glob}"]\n${CHECK}`).scope.paths).toEqual([glob]);
});

test.each(["__proto__", "constructor", "prototype"])("loadGoal() refuses the key %s", (key) => {
  for (const text of [
    `id = "g"\n${key} = 1\n${CHECK}`,
    `id = "g"\n${CHECK}[predicate.env]\n${key} = "x"`,
    `id = "g"\n${CHECK}[metadata.${key}]\nx = 1`,
    `id = "g"\nmetadata = [{ a.${key}.b = 1 }]\n${CHECK}`,
  ]) {
    const [issue, ...more] = load(text).issues;
    expect(issue).toMatchObject({ severity: "error", code: "unsafe-key" });
    expect(issue?.line).toBeGreaterThanOrEqual(2);
    expect(more).toEqual([]);
  }
});

test.each([
  ["broken TOML", 'id = "g"\nx = \n', { code: "malformed-toml", line: 2 }],
  ["a key twice", 'id = "g"\nid = "h"', { code: "malformed-toml", line: 2, column: 1 }],
  ["nothing that is text", 'id = "g"\n\u0001', { code: "malformed-toml", line: 2 }],
  ["two byte order marks", '\uFEFF\uFEFFid = "g"', { code: "malformed-toml", line: 1 }],
])("loadGoal() says where there is %s", (_name, text, expected) => {
  const [issue] = load(text).issues;
  expect(issue).toMatchObject({ severity: "error", file: "a.goal.toml", ...expected });
  expect(issue?.message).toMatch(/^malformed TOML: \S/);
});

test("loadGoal() says where bytes are not UTF-8", () => {
  const bytes = new TextEncoder().encode('id = "g"\nx = "aé?"\n');
  bytes[bytes.indexOf(0x3f)] = 0xff;
  expect(loadGoal({ path: "a", bytes }).issues).toMatchObject([
    { code: "invalid-utf8", line: 2, column: 8 },
  ]);
});

test.each([
  ["values without end", `a = [${"1,".repeat(100_000)}]`, "too-many-values"],
  ["too many bytes", `#${"x".repeat(256 * 1024)}`, "too-large"],
  ["deep arrays", `a = ${"[".repeat(100_000)}`, "too-deep"],
  ["deep inline tables", `a = ${"{a=".repeat(80_000)}`, "too-deep"],
  ["a deep key", `${"a.".repeat(100_000)}b = 1`, "too-deep"],
  ["a deep header", `[${"a.".repeat(100_000)}b]`, "too-deep"],
  ["depth in parts", `[${"a.".repeat(20)}b]\n${"a.".repeat(20)}b = 1`, "too-deep"],
  [
    "a thousand and one predicates",
    `id = "g"\n${CHECK.repeat(1_001)}`,
    "goal-file may declare at most 1000 predicates",
  ],
  ["unsafe keys without end", "a = [" + "{__proto__=1},".repeat(5_000) + "]", "unsafe-key"],
  [
    "unknown keys without end",
    Array.from({ length: 15_000 }, (_, index) => `budgetx${index}=1`).join("\n"),
    "missing-key",
  ],
  [
    "wrong items without end",
    `id = "g"\nscope.paths = [${"1,".repeat(900)}]\n${CHECK}`,
    "scope.paths must be an array of strings",
  ],
  [
    "pairs without end",
    `id = "g"\n${CHECK}env = [${'["A","1"],'.repeat(6_000)}]`,
    "must have at most",
  ],
  [
    "tables without end",
    `id = "g"\n${Array.from({ length: 15_000 }, (_, index) => `[a${index}]`).join("\n")}\n${CHECK}`.slice(
      0,
      250_000,
    ),
    "too-many-issues",
  ],
])("loadGoal() answers in bounded words to %s", (_name, text, expected) => {
  const { issues } = load(text);
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThanOrEqual(101);
  expect(issues.map((it) => `${it.code} ${it.message}`).join("\n")).toContain(expected);
  expect(Math.max(...issues.map((it) => it.message.length))).toBeLessThan(500);
});

test("loadGoal() answers for any bytes, and every place is in the file", () => {
  const seed = new TextEncoder().encode(
    `id = "g"\n${CHECK}env = [["A", "1"]]\n[budget]\nmax_tokens = 5\n[scope]\npaths = ["src/**"]\n[[predicate]]\nid = 'h'\nprovider = "http_probe"\nurl = "http://e.org"\n`,
  );
  const noise = fc.constantFrom(
    ...Array.from("[]{}\"'#=.,\\\n\u0000\u00FF \t-1e"),
    "__proto__",
    "inf",
    "'''",
    "[[",
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(seed.length), noise, fc.boolean()), { maxLength: 5 }),
      (edits) => {
        let text = Buffer.from(seed).toString("latin1");
        for (const [at, piece, isCut] of edits)
          text = text.slice(0, at) + piece + text.slice(isCut ? at + 9 : at);
        const loaded = loadGoal({ path: "a", bytes: Buffer.from(text, "latin1") });
        const lines = text.split("\n");
        for (const issue of loaded.issues) {
          expect(issue.line).toBeLessThanOrEqual(lines.length);
          expect(issue.column).toBeLessThanOrEqual((lines[issue.line - 1] ?? "").length + 2);
        }
        expect(loaded.kind).toBe(
          loaded.issues.some((it) => it.severity === "error") ? "refused" : "loaded",
        );
      },
    ),
    { numRuns: 2_000 },
  );
});
