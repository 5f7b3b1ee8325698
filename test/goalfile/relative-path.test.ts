import { expect, test } from "vitest";
import { relativePath } from "../../src/goalfile/relative-path.ts";

test.each([
  ["a.toml", "b.toml", "b.toml"],
  [".kazi/a.toml", "goals/b.toml", ".kazi/goals/b.toml"],
  [".kazi/a.toml", "./goals//b.toml", ".kazi/goals/b.toml"],
  [".kazi/a.toml", "../b.toml", "b.toml"],
  ["/home/x/a.toml", "../b.toml", "/home/b.toml"],
  [".kazi/a.toml", "../../b.toml", undefined],
  ["a.toml", "../b.toml", undefined],
  ["../a.toml", "../b.toml", undefined],
  ["/a.toml", "../b.toml", undefined],
  ["a.toml", "/b.toml", undefined],
  ["a.toml", "C:/b.toml", undefined],
  ["a.toml", "~/b.toml", undefined],
  ["a.toml", "x\\b.toml", undefined],
])("relativePath() beside %j of %j", (file, relative, expected) => {
  expect(relativePath(file, relative)).toBe(expected);
});
