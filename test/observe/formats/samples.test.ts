import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportedFinding } from "../../../src/observe/formats/findings-reader.ts";
import { EXPECTED, readPieces, SAMPLES } from "./samples.ts";

function show({ file, line, column, level, rule, message }: ReportedFinding): string {
  const place = [file, line, column].filter((it) => it !== undefined).join(":");
  return [place, level, rule, message].filter((it) => it !== undefined && it !== "").join(" ");
}

describe.each(SAMPLES)("reading %s", (name, open, sample) => {
  const whole = readPieces(open, [sample]);

  test("gives all that is in it", () => {
    expect(whole.problem).toBeUndefined();
    expect(whole.findings.map(show)).toEqual(EXPECTED[name]);
  });

  test("does not depend on where the pieces end", () => {
    expect(readPieces(open, sample.split(""))).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.nat(sample.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((left, right) => left - right), sample.length];
        const pieces = places.slice(1).map((end, index) => sample.slice(places[index], end));
        expect(readPieces(open, pieces)).toEqual(whole);
      }),
    );
  });

  test("survives being cut off anywhere", () => {
    for (let end = 0; end < sample.length; end += 1) {
      const { findings } = readPieces(open, [sample.slice(0, end)]);
      expect(findings.length).toBeLessThanOrEqual(whole.findings.length);
    }
  });

  test("survives anything", () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.string({ unit: "binary" }), (at, noise) => {
        const pieces = [sample.slice(0, at), noise, sample.slice(at)];
        expect(() => readPieces(open, pieces)).not.toThrow();
      }),
    );
  });
});

// What fails in a test report is never held against what was known.
test.each(SAMPLES.filter(([name]) => name !== "junit"))(
  "reading %s: fingerprints are short and each its own",
  (_name, open, sample) => {
    const { findings } = readPieces(open, [sample]);
    const fingerprints = findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(findings.length);
    expect(fingerprints.every((it) => /^[0-9a-f]{32}$/.test(it))).toBe(true);
  },
);

test.each([
  ["a string of JSON", 0, '{"runs":[{"results":[{"message":{"text":"'],
  ["a list of JSON", 0, '{"runs":[{"results":[{"locations":['],
  ["an attribute of XML", 1, '<testsuite name="'],
  ["a text of XML", 1, "<testsuite><testcase><failure>"],
])("%s without an end is given up, whatever it holds", (_case, sample, start) => {
  const [, open] = SAMPLES[sample] ?? [];
  const filler = start.endsWith("[") ? "1,".repeat(500_000) : "x".repeat(1_000_000);
  const pieces = [start, ...Array.from({ length: 36 }, () => filler)];
  const problem = open === undefined ? "" : readPieces(open, pieces).problem;
  expect(problem).toMatch(/^one part of it is longer than \d+ characters$/);
});
