import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceSignature } from "../../src/model/evidence-signature.ts";
import type { Evidence } from "../../src/model/vector.ts";

function of(excerpt: string, more: Partial<Evidence> = {}): string {
  const message = "exit code 1, expected 0";
  return evidenceSignature({ message, findings: [], durationMs: 1, excerpt, ...more });
}

describe("evidenceSignature() is equal when", () => {
  test.each([
    [
      "the folder differs",
      "at /tmp/kazi-Ab12/observe/src/a.js:3:5",
      "at /tmp/kazi-Zz/o/src/a.js:3:5",
    ],
    ["the folder is a URL", "at file:///tmp/kazi-1/a.js:3", "at file:///var/x-2/a.js:3"],
    ["node's summary differs", "# fail 1\n# duration_ms 12.345", "# fail 1\n# duration_ms 9"],
    ["vitest's differs", " Duration  1.25s (tests 5ms)", " Duration  11.2s (tests 12ms)"],
    ["jest's differs", "Time:        1.523 s", "Time:        0.4 s"],
    ["pytest's differs", "1 failed in 0.12s", "1 failed in 1.02s"],
    ["go's differs", "--- FAIL: TestA (0.00s)\nok  x 0.012s", "--- FAIL: TestA (1.20s)\nok  x 3s"],
    ["cargo's differs", "1 failed; finished in 0.00s", "1 failed; finished in 0.17s"],
    ["mocha's differs", "1 failing (10ms)", "1 failing (9ms)"],
    ["unittest's differs", "Ran 3 tests in 1 second", "Ran 3 tests in 2 seconds"],
    ["JUnit's differs", '<case time="0.01">', '<case time="1.5">'],
    ["the clock differs", "Start at 10:11:12", "Start at 9:01:59"],
    ["the date differs", "[2024-01-02T10:11:12.123Z] x", "[2023-12-31T23:59:59.9Z] x"],
    ["an address differs", "<Foo at 0x7f3a>", "<Foo at 0xdeadbeef01>"],
    ["a commit differs", "HEAD is 1a2b3c4", "HEAD is 9f8e7d6c5b4a39281706"],
    [
      "a UUID differs",
      "id 0d9c1f2e-1a2b-4c3d-8e9f-001122334455",
      "id ffffffff-aaaa-4bbb-9ccc-ddddeeeeffff",
    ],
    ["a process differs", "(node:1234) Warning: x", "(node:56789) Warning: x"],
    ["a pid differs", "killed pid 17", "killed pid 4242"],
    [
      "a port differs",
      "connect ECONNREFUSED 127.0.0.1:45123",
      "connect ECONNREFUSED 127.0.0.1:391",
    ],
  ])("%s", (_name, left, right) => expect(of(left)).toBe(of(right)));

  test("the check took longer", () => {
    expect(of("x", { durationMs: 1 })).toBe(of("x", { durationMs: 90_000 }));
  });
});

describe("evidenceSignature() differs when", () => {
  test.each([
    ["other tests fail", "FAIL test one", "FAIL test two"],
    ["fewer tests fail", "Tests  2 failed | 3 passed", "Tests  1 failed | 4 passed"],
    ["another value is found", "expected 5, got 6", "expected 5, got 7"],
    ["the line differs", "src/a.js:3: wrong", "src/a.js:4: wrong"],
    ["another file is concerned", "a.js is wrong", "b.js is wrong"],
    [
      "a sentence about time says something else",
      "timeOf(x): expected 5, got 6",
      "timeOf(x): expected 5, got 7",
    ],
    ["a line about duration fails otherwise", "duration of x: too long", "duration of y: too long"],
  ])("%s", (_name, left, right) => expect(of(left)).not.toBe(of(right)));

  test.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    ["the message", { message: "2 of 5 failed" }, { message: "1 of 5 failed" }],
    ["what was seen", { seen: "404" }, { seen: "500" }],
    [
      "the counts",
      { counts: { passed: 1, failed: 2, skipped: 0, total: 3 } },
      { counts: { passed: 2, failed: 1, skipped: 0, total: 3 } },
    ],
    [
      "a finding",
      { findings: [{ file: "a.js", level: "error", message: "x" }] },
      { findings: [{ file: "b.js", level: "error", message: "x" }] },
    ],
    [
      "a rule",
      { findings: [{ file: "a.js", level: "error", message: "x", rule: "r" }] },
      { findings: [{ file: "a.js", level: "error", message: "x", rule: "s" }] },
    ],
  ])("%s differs", (_name, left, right) => expect(of("", left)).not.toBe(of("", right)));
});

test("evidenceSignature() is eight hex digits for whatever was printed", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(text, (it) => {
      expect(of(it)).toMatch(/^[0-9a-f]{8}$/);
    }),
  );
});

test.each(["1", "1.", "a1", "/a", "time ", "time:", "1:11", "0x", "pid ", "127.0.0.1:", "\n"])(
  "evidenceSignature() is done in a moment with 256 KB of %j",
  (seed) => {
    const text = seed.repeat(Math.ceil(262_144 / seed.length));
    const started = performance.now();
    of(text);
    expect(performance.now() - started).toBeLessThan(200);
  },
);
