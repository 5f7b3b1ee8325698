import { expect, test } from "vitest";
import { keptFiles } from "../../src/report/kept-files.ts";

const evidence = { message: "m", findings: [], durationMs: 1 };

test.each([
  ["none", undefined, []],
  ["one", ["a.png"], ["kept: a.png"]],
  [
    "more than are shown",
    ["1", "2", "3", "4", "5", "6", "7"],
    ["kept: 1", "kept: 2", "kept: 3", "kept: 4", "kept: 5", "and 2 more files"],
  ],
  ["a name that is not ours", ["a\n\u001B[31mb"], ["kept: a b"]],
])("keptFiles(): %s", (_name, files, lines) => {
  expect(keptFiles({ ...evidence, ...(files === undefined ? {} : { files }) })).toEqual(lines);
});
