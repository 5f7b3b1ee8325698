import { describe, expect, test } from "vitest";
import { brokenLoader } from "../goalfile/loader-holds.ts";

const CHUNKS = 10;
const RUNS = 10_000;

describe("loadGoal() answers for whatever anybody commits", () => {
  test.each(Array.from({ length: CHUNKS }, (_, chunk) => chunk + 1))("chunk %i", (chunk) => {
    expect(brokenLoader({ numRuns: RUNS, seed: chunk })).toBeUndefined();
  });
});
