import { expect, test } from "vitest";
import type { Vector } from "../../src/model/vector.ts";
import { boundVector } from "../../src/record/bound-vector.ts";
import { encode, parseVector } from "../../src/record/codec.ts";
import { vectorOf, verdict } from "./sample-entries.ts";

test("boundVector() leaves alone what fits", () => {
  const vector = vectorOf([verdict("tests"), verdict("lint", "pass")]);
  expect(boundVector(vector)).toEqual(vector);
});

test("boundVector() keeps a text that was cut to the limit before", () => {
  const cut = `${"x".repeat(4_000)}\n… 17 characters left out …\n${"y".repeat(4_000)}`;
  expect(excerptOf(boundVector(vectorOf([verdict("tests")], cut)))).toBe(cut);
});

test("boundVector() makes everything plain", () => {
  const vector = vectorOf([verdict("tests")], "a\u001B]0;title\u0007\u001B[31mb\u202Ec\u0000");
  expect(excerptOf(boundVector(vector))).toBe("abc");
});

test("boundVector() gives up what passes first, then shortens the rest until it can be read back", () => {
  const many = (status: "pass" | "fail", count: number): Vector =>
    vectorOf(
      Array.from({ length: count }, (_, index) => verdict(`${status}-${index}`, status)),
      "目".repeat(8_000),
    );
  const mixed = {
    ...many("fail", 100),
    results: [many("fail", 100), many("pass", 100)].flatMap((it) => it.results),
  };
  const bounded = boundVector(mixed);
  expect(excerptOf(bounded)).toHaveLength(8_000);
  expect(bounded.results.at(-1)?.evidence.excerpt).toBeUndefined();

  const all = boundVector(many("fail", 1_001));
  expect(Buffer.byteLength(encode(all))).toBeLessThan(4_000_000);
  expect(excerptOf(all)?.length).toBeGreaterThan(400);
  expect(parseVector(encode(all))).toEqual(all);
  expect(all.results.map((it) => it.status)).toEqual(
    many("fail", 1_001).results.map((it) => it.status),
  );
});

function excerptOf(vector: Vector): string | undefined {
  return vector.results[0]?.evidence.excerpt;
}
