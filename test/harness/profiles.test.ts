import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Transcript } from "../../src/harness/profile.ts";
import { PROFILES } from "../../src/harness/profiles.ts";

/** Pieces of every format, so that arbitrary texts come near to real ones. */
const PIECES = [
  '{"type":"result","subtype":"success","is_error":false,"result":"x","usage":{"output_tokens":5}}',
  '{"type":"turn.completed","usage":{"input_tokens":9,"cached_input_tokens":99}}',
  '{"type":"turn.failed","error":{"message":"unexpected status 429"}}',
  '{"type":"step_finish","part":{"reason":"stop","tokens":{"input":1e308,"output":9007199254740991}}}',
  '{"type":"error","error":null}',
  '{"session_id":"s","response":"x","stats":{"models":{"__proto__":{"tokens":null}}}}',
  '{"result":"x","denied":[1]}',
  "{",
  "}",
  "\n",
  "[ERROR] {",
  "\u0000\uD800\u001B[31m",
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("\n")),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join("")),
  fc.json().map((json) => json.replaceAll("\n", " ")),
);
const cut = fc.tuple(text, fc.nat(400)).map(([whole, length]) => whole.slice(0, length));
const transcript: fc.Arbitrary<Transcript> = fc.record({
  exitCode: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 })),
  stdout: fc.oneof(text, cut),
  stderr: fc.oneof(text, cut),
});
const task = fc.record(
  {
    model: fc.string(),
    effort: fc.string(),
    permissionMode: fc.string(),
    allowedTools: fc.array(fc.string()),
    reservation: fc.record({ wallClockMs: fc.nat(), costUsd: fc.double() }),
  },
  { requiredKeys: ["allowedTools", "reservation"] },
);

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))("%s", (_id, profile) => {
  test("read() says something true in shape about any bytes", () => {
    fc.assert(
      fc.property(transcript, (bytes) => {
        const reading = profile.read(bytes);
        const counts = Object.values(reading.usage);
        expect(counts.every((it) => Number.isFinite(it) && it >= 0)).toBe(true);
        expect(reading.completed && bytes.exitCode !== 0).toBe(false);
        expect(reading.ending === "completed" && !reading.completed).toBe(false);
        expect(reading.ending === "denied" && reading.denied.length === 0).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("read() invents no cost", () => {
    const priced = /cost/;
    fc.assert(
      fc.property(transcript, (bytes) => {
        fc.pre(!priced.test(bytes.stdout) && !priced.test(bytes.stderr));
        expect(profile.read(bytes).usage.costUsd).toBeUndefined();
      }),
    );
  });

  test("argv() gives the same arguments every time, and settings never become options", () => {
    const plain = profile.argv({ allowedTools: [], reservation: { wallClockMs: 1 } });
    fc.assert(
      fc.property(task, (settings) => {
        const words = profile.argv(settings);
        expect(profile.argv(settings)).toEqual(words);
        const options = words.filter((word) => !plain.includes(word));
        expect(options.every((word) => /^--[a-z-]+=/.test(word))).toBe(true);
      }),
    );
  });

  test("sees no name of the host's CI, of git or of kazi", () => {
    const names = [...profile.environmentNames, ...Object.keys(profile.environment)];
    expect(names.filter((name) => /^(?:GITHUB|ACTIONS|RUNNER|INPUT|GIT|KAZI)_/.test(name))).toEqual(
      [],
    );
  });
});

test("profiles have ids of their own", () => {
  expect(PROFILES.map(({ id }) => id)).toEqual([
    "claude",
    "codex",
    "opencode",
    "gemini_cli",
    "scripted",
  ]);
});

test.each(PROFILES.map((profile) => [profile.id, profile] as const))(
  "%s: read() comes to an end in good time on megabytes made to be slow",
  { timeout: 20_000 },
  (_id, profile) => {
    for (const piece of [
      "{",
      "}",
      "{}",
      "{x}\n",
      "{\n",
      "}\n",
      '{"a":',
      "[ERROR] {\n}\n",
      "-eyJ",
    ]) {
      const noise = piece.repeat(Math.floor(2_000_000 / piece.length));
      expect(profile.read({ exitCode: 0, stdout: noise, stderr: noise }).completed).toBe(false);
    }
  },
);
