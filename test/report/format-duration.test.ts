import { expect, test } from "vitest";
import { formatDuration } from "../../src/report/format-duration.ts";

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [999.6, "1.0 s"],
  [1_000, "1.0 s"],
  [12_340, "12.3 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min"],
  [60_000, "1 min"],
  [90_000, "2 min"],
  [3_599_999, "1 h"],
  [3_600_000, "1 h"],
  [7_500_000, "2 h 5 min"],
])("formatDuration(): %s ms are %s", (ms, text) => expect(formatDuration(ms)).toBe(text));
