import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPieces, SAMPLES } from "../observe/formats/samples.ts";

const CHUNKS = 10;
/** A hundred thousand over all formats. */
const RUNS = Math.ceil(100_000 / CHUNKS / SAMPLES.length);
const FINDINGS_MAX = 1_000;

/** What means something to one of the formats, and what means nothing to any. */
const PIECES = [
  ...Array.from("[]{}\"'<>/&;,:=\\\n\t -()0.\u0000\u202E"),
  "null",
  "true",
  "1e999",
  "\\u0000",
  "]]>",
  "<![CDATA[",
  "<!DOCTYPE a [",
  "&#x0;",
  "&lt;",
  "__proto__",
  "results",
  "locations",
  "error",
  "🎉",
];

describe.each(SAMPLES)("reading a report of %s that was spoilt", (_name, open, sample) => {
  const edit = fc.tuple(fc.nat(sample.length), fc.constantFrom(...PIECES), fc.nat(20));
  const spoilt = fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce(
        (text, [at, piece, cut]) => text.slice(0, at) + piece + text.slice(at + cut),
        sample,
      ),
    );

  test.each(Array.from({ length: CHUNKS }, (_, chunk) => chunk + 1))("chunk %i", (chunk) => {
    const holds = fc.property(spoilt, fc.nat(), (text, cut) => {
      const whole = readPieces(open, [text]);
      expect(whole.findings.length).toBeLessThan(FINDINGS_MAX);
      const place = cut % (text.length + 1);
      const halves = readPieces(open, [text.slice(0, place), text.slice(place)]);
      expect(halves.findings).toEqual(whole.findings);
      // The words may name a place by the piece that it is in.
      expect(halves.problem === undefined).toBe(whole.problem === undefined);
    });
    fc.assert(holds, { numRuns: RUNS, seed: chunk });
  });
});
