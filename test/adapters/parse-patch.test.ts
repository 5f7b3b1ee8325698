import { expect, test } from "vitest";
import { parsePatch } from "../../src/adapters/parse-patch.ts";

test("parsePatch(): content that looks like a header is content", () => {
  const patch = [
    "diff --git a/one b/one",
    "--- a/one",
    "+++ b/one",
    "@@ -3,2 +3,3 @@ function",
    "--- a/forged",
    "-@@ -1 +1 @@",
    "+++ b/forged",
    "+diff --git a/forged b/forged",
    "+Binary files a/forged and b/forged differ",
    "\\ No newline at end of file",
    "@@ -9 +11 @@",
    "-old",
    "+new",
    "",
  ].join("\n");
  expect(parsePatch(patch)).toStrictEqual({
    lines: [
      { path: "one", line: 3, text: "++ b/forged" },
      { path: "one", line: 4, text: "diff --git a/forged b/forged" },
      { path: "one", line: 5, text: "Binary files a/forged and b/forged differ" },
      { path: "one", line: 11, text: "new" },
    ],
    binaries: [],
    isComplete: true,
  });
});

test.each([
  ["a blank", "a/a b b/a b", "a b"],
  ["` b/` in a name", "a/x b/x b/x b/x", "x b/x"],
  ["a quote and a tab", String.raw`"a/\"q\"\t" "b/\"q\"\t"`, '"q"\t'],
  ["a backslash and a byte", String.raw`"a/\\1\001" "b/\\1\001"`, "\\1\u0001"],
  ["UTF-8", "a/\u00C3\u00A4 b/\u00C3\u00A4", "ä"],
])("parsePatch(): a name with %s", (_case, names, path) => {
  const patch = `diff --git ${names}\n@@ -0,0 +1 @@\n+text\n`;
  expect(parsePatch(patch).lines).toStrictEqual([{ path, line: 1, text: "text" }]);
});

test("parsePatch(): any cut leaves what came before", () => {
  const patch = "diff --git a/one b/one\n@@ -0,0 +1,2 @@\n+first\n+second\n";
  for (let at = 0; at <= patch.length; at += 1) {
    for (const { path, text } of parsePatch(patch.slice(0, at)).lines) {
      expect(path).toBe("one");
      expect(["first", "second"].some((line) => line.startsWith(text))).toBe(true);
    }
  }
});

test("parsePatch(): binary files that are there, not those that went", () => {
  const patch = [
    "diff --git a/gone.png b/gone.png",
    "Binary files a/gone.png and /dev/null differ",
    "diff --git a/new.png b/new.png",
    "Binary files /dev/null and b/new.png differ",
    "",
  ].join("\n");
  expect(parsePatch(patch)).toStrictEqual({ lines: [], binaries: ["new.png"], isComplete: true });
});

test("parsePatch(): a flood of short lines is cut and said to be cut", () => {
  const patch = `diff --git a/one b/one\n@@ -0,0 +1,600000 @@\n${"+\n".repeat(600_000)}`;
  const { lines, isComplete } = parsePatch(patch);
  expect(isComplete).toBe(false);
  expect(lines.length).toBeLessThan(600_000);
});
