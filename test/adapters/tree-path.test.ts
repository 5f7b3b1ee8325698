import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parentsOf, readTreePath, toBytes, toPathKey } from "../../src/adapters/tree-path.ts";

test.each([
  ["a plain path", "src/a b.ts", true],
  ["a name in another script", "src/日本.ts", true],
  ["a name like git's", ".github/.gitignore", true],
  ["git's folder", "a/.git/b", false],
  ["git's folder in capitals", "a/.GiT", false],
  ["git's folder for HFS+", "a/.g\u200Cit", false],
  ["git's folder for NTFS", "a/git~1 .", false],
  ["git's folder as a stream", "a/.git::$INDEX_ALLOCATION", false],
  ["a step", "a/../b", false],
  ["an absolute path", "/a", false],
  ["a backslash", "a\\b", false],
  ["a line end", "a\nb", false],
  ["a C1 control character", "a\u0085b", false],
  ["a path longer than a file system takes", "a/".repeat(2_100), false],
])("readTreePath() judges %s", (_name, path, isFit) => {
  expect(readTreePath(toPathKey(path)).isFit).toBe(isFit);
});

test("readTreePath() shows what is no text by its bytes", () => {
  expect(readTreePath("a\u00FF\n")).toEqual({ path: String.raw`a\xff\x0a`, isFit: false });
});

test("readTreePath() always gives something that can be printed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const { path, isFit } = readTreePath(Buffer.from(bytes).toString("latin1"));
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there.
      expect(path).not.toMatch(/[\u0000-\u001F\u007F]/);
      const isExact = toBytes(toPathKey(path)).equals(Buffer.from(bytes));
      expect(isExact || !isFit).toBe(true);
    }),
  );
});

test("parentsOf() names the folders from outside in", () => {
  expect(parentsOf("a/b/c")).toEqual(["a", "a/b"]);
});
