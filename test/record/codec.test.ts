import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { applyEntry } from "../../src/record/apply-entry.ts";
import { boundEntry } from "../../src/record/bound-entry.ts";
import { encode, parseEntry, parseState, parseVector } from "../../src/record/codec.ts";
import { move, play } from "./entry-sequences.ts";
import {
  attempt,
  claimed,
  landed,
  opened,
  released,
  settled,
  stopped,
  vectorOf,
  verdict,
} from "./sample-entries.ts";

const OPEN = applyEntry(undefined, opened());
const CLAIMED = applyEntry(OPEN, claimed(OPEN));
const STATE = applyEntry(CLAIMED, settled(CLAIMED, { attempt: attempt() }));
const VECTOR = vectorOf([verdict("tests")]);

test("encode() is the same for the same value, whatever the order of its keys", () => {
  expect(encode({ b: [1, { d: 1, c: undefined }], a: "x" })).toBe('{"a":"x","b":[1,{"d":1}]}\n');
  expect(encode({ a: "x", b: [1, { d: 1 }] })).toBe(encode({ b: [1, { d: 1 }], a: "x" }));
});

test.each<[string, Entry]>([
  ["opened", opened()],
  ["claimed", claimed(OPEN)],
  ["settled", settled(CLAIMED, { attempt: attempt() })],
  ["released", released(CLAIMED)],
  ["landed", landed(STATE)],
  ["stopped", stopped(OPEN)],
])("parseEntry() reads back what encode() wrote of %s", (_name, entry) => {
  expect(parseEntry(encode(entry))).toEqual(entry);
});

test("parseState() and parseEntry() read back any bounded entry and its state, byte for byte", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let state: ReturnType<typeof applyEntry> | undefined;
      for (const { entry } of play(moves)) {
        const bounded = boundEntry(entry);
        state = applyEntry(state, bounded);
        expect(encode(parseEntry(encode(bounded)))).toBe(encode(bounded));
        expect(encode(parseState(encode(state)))).toBe(encode(state));
      }
    }),
    { numRuns: 50 },
  );
});

test("parseVector() reads back what encode() wrote", () => {
  expect(parseVector(encode(VECTOR))).toEqual(VECTOR);
});

const LONG = "x".repeat(20_000);
test.each<[string, unknown]>([
  ["an unknown key", { ...STATE, extra: 1 }],
  ["a key of the prototype", JSON.parse(encode(STATE).replace("{", '{"__proto__":{"a":1},'))],
  ["another format", { ...STATE, format: 2 }],
  ["no goal", { ...STATE, goal: undefined }],
  ["a long goal", { ...STATE, goal: LONG }],
  ["an unknown status", { ...STATE, status: "passed" }],
  ["an id that is none", { ...STATE, head: "HEAD" }],
  ["an id in capitals", { ...STATE, head: "A".repeat(40) }],
  ["an id of another length", { ...STATE, head: "a".repeat(41) }],
  ["a negative epoch", { ...STATE, epoch: -1 }],
  ["a broken sequence", { ...STATE, sequence: 1.5 }],
  ["a number that is none", { ...STATE, epoch: "1" }],
  ["an endless number", { ...STATE, updatedAtMs: Infinity }],
  ["a number beyond all exactness", { ...STATE, updatedAtMs: 1e300 }],
  ["negative spend", { ...STATE, spent: { ...STATE.spent, tokens: -5 } }],
  ["an option for a branch", { ...STATE, branch: "--upload-pack=x" }],
  ["a branch that climbs", { ...STATE, branch: "a/../b" }],
  ["a branch with a line", { ...STATE, branch: "a\nb" }],
  ["a predicate twice", { ...STATE, vector: [verdict("a"), verdict("a")] }],
  ["a long message", { ...STATE, vector: [verdict("a", "fail", LONG)] }],
  ["an escape in a message", { ...STATE, vector: [verdict("a", "fail", "\u001B[2J")] }],
  ["a score above one", { ...STATE, vector: [{ ...verdict("a"), score: 2 }] }],
  ["too much history", { ...STATE, history: Array.from({ length: 11 }, () => STATE.history[0]) }],
  [
    "too many predicates",
    { ...STATE, vector: Array.from({ length: 1_002 }, (_, index) => verdict(`p${index}`)) },
  ],
  ["a list", []],
  ["nothing", null],
])("parseState() refuses %s", (_name, value) => {
  expect(() => parseState(JSON.stringify(value))).toThrow(
    expect.objectContaining({ code: "record-forged" }),
  );
});

test.each<[string, unknown]>([
  ["too many findings", { findings: Array.from({ length: 51 }, () => finding()) }],
  ["a long excerpt", { excerpt: LONG }],
  ["a long message", { message: LONG }],
  ["a negative line", { findings: [{ ...finding(), line: -1 }] }],
  ["a negative count", { counts: { passed: 1, failed: 1, skipped: 1, total: -3 } }],
])("parseVector() refuses %s", (_name, evidence) => {
  const results = VECTOR.results.map((result) => ({
    ...result,
    evidence: Object.assign({}, result.evidence, evidence),
  }));
  expect(() => parseVector(JSON.stringify({ ...VECTOR, results }))).toThrow(/evidence\.json/);
});

function finding(): object {
  return { file: "a", level: "error", message: "m" };
}

test.each([
  ["", "expected JSON"],
  ["{", "expected JSON"],
  ["[".repeat(100_000), "expected JSON"],
  ['{"kind":"won"}', "kind"],
  [" ".repeat(8_000_001), "expected at most 8000000 characters, found 8000001"],
  [`{"${"k".repeat(5_000)}\\u001b[2J":1}`, "entry.json"],
])("parseEntry() says in one short line why it refuses %#", (text, words) => {
  const error = errorOf(() => parseEntry(text));
  expect(error.message).toContain(words);
  expect(error.message.length).toBeLessThan(400);
  // oxlint-disable-next-line no-control-regex -- that none is left is what this looks at.
  expect(error.message).not.toMatch(/[\u0000-\u001F]/);
});

test("parseState(), parseEntry() and parseVector() answer any JSON with a value or record-forged", () => {
  const texts = fc.oneof(fc.json(), fc.string());
  fc.assert(
    fc.property(texts, fc.constantFrom(parseState, parseEntry, parseVector), (text, parse) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: "record-forged" }));
    }),
  );
});

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("expected a refusal");
}
