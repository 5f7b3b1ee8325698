import { expect, test } from "vitest";
import { lookUpPath } from "../../src/observe/json-path.ts";

const DOCUMENT = {
  limit: 2,
  runs: [
    { level: 3, tags: ["a"] },
    { level: 1, tags: [] },
  ],
};

test.each([
  ["$.runs[?count($..*) > 0]", "found $..[*]"],
  ["$.runs[?!(1 < count($.runs[*]) && @.level == 1)]", "found $.runs[*]"],
  ["$.runs[?count(@.tags[?@ == $.runs[0:1]]) > 0]", "RFC 9535"],
  ["$.runs[?count(@.tags[?$..level]) > 0]", "found $..['level']"],
  ["$..*..*..*", "found it 3 times"],
  ["$..runs[?@..level == 1]..*", "RFC 9535"],
  ["$..runs..*[?count(@..level) == 1]", 'expected ".." at most 2 times, found it 3 times'],
])("lookUpPath() follows no path that takes for ever: %s", (path, words) => {
  const found = lookUpPath(DOCUMENT, path);
  expect(found).toMatchObject({ kind: "problem", permanent: true });
  expect(found).toMatchObject({ message: expect.stringContaining(words) });
});

test.each([
  ["$.runs[?@.level > $.limit]", 1],
  ["$.runs[?count(@.tags[*]) > 0]", 1],
  ["$..runs[?count(@..*) > 0]", 2],
  ["$..tags..*", 1],
])("lookUpPath() follows %s", (path, matches) => {
  expect(lookUpPath(DOCUMENT, path)).toMatchObject({ kind: "found", matches });
});
