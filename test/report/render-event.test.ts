import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.ts";
import type { CandidateFate } from "../../src/model/run.ts";
import { paintFor } from "../../src/report/paint.ts";
import { renderEvent } from "../../src/report/render-event.ts";
import { givenAttempt } from "../fakes/given.ts";
import { eventsWith, givenCause, SPENT, VECTOR } from "./given-report.ts";

const plain = paintFor(false);
// oxlint-disable-next-line no-control-regex -- colours are what this finds.
const COLOUR = /\u001B\[(?:1|2|22|31|32|33|39)m/g;

function told(word: string, colour = false): string {
  return eventsWith(word)
    .flatMap((event) => renderEvent(event, paintFor(colour)))
    .join("\n");
}

function settledWith(more: {
  readonly diff?: string;
  readonly decision?: Decision;
  readonly fate?: CandidateFate;
}): string {
  const { fate, decision = { kind: "converged" }, ...rest } = more;
  const attempt = fate === undefined ? {} : { attempt: givenAttempt({ fate }) };
  const event = { kind: "settled", iteration: 1, vector: VECTOR, spent: SPENT } as const;
  return renderEvent({ ...event, decision, ...attempt, ...rest }, plain).join("\n");
}

test("renderEvent() tells every kind of event", () => {
  expect(told("X")).toMatchInlineSnapshot(`
    "goal goalX  opens generation 2 on kazi/goalX
      approved dddddddddddd at bbbbbbbbbbbb, 4 graders fixed; may spend 8 dispatches, 2 h, 100 tokens
    iteration 0  observes
    iteration 1  an agent works, then everything is observed
      takes iteration 1 over: process 7 on X is gone
      setup: npm ciX
      hands unitX to claudeX (mX)
      agent completed after 1 min, 5100 tokens, 0.1250 USD
      agent says: did X
      agent timed-out after 500 ms, usage not reported
      fail  unit: 1 of 2 tests failed 1.2 s
          test/a.js:7: expected 0, got NaN
          and something else
          and 5 more
      pass  lint: exit code 0 40 ms
      error unitX: broke X 5 ms
          aX: X
      put back test/X: grades X
      broke lintX
        +++ b/x
        @@ -1 +1 @@
        -X
        +newX
      = 1 of 3 pass at bbbbbbbbbbbb; kept (src/X); spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min, 1 unreported and charged as reserved
      -> next dispatch: unitX
      = 1 of 2 pass at bbbbbbbbbbbb; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min
      -> stuck: stuck X
    landed at level branch (wanted pr): kazi/goalX = bbbbbbbbbbbb; no X
      warning: could not remove X
    waits: until X
      gives iteration 1 back: broke off X"
  `);
});

test("renderEvent() with colour says the same words", () => {
  const coloured = told("X", true);
  expect(coloured).toContain("\u001B[31mfail \u001B[39m unit: 1 of 2 tests failed");
  expect(coloured.replaceAll(COLOUR, "")).toBe(told("X"));
});

describe("renderEvent() of a settled iteration", () => {
  test.each<[CandidateFate, string]>([
    ["kept", "kept (src/a.js); "],
    ["discarded", "discarded, it only made things worse; "],
    ["void", "void, somebody moved the branch meanwhile; "],
    ["none", "no usable change; "],
  ])("says of a candidate that it was %s", (fate, words) => {
    expect(settledWith({ fate })).toContain(`= 1 of 2 pass at bbbbbbbbbbbb; ${words}spent`);
  });

  test.each<[Decision, string]>([
    [{ kind: "observe", reason: "flaky", notBeforeMs: 0 }, "observe again: flaky"],
    [{ kind: "integrate" }, "everything that can hold before landing holds: land it"],
    [{ kind: "watch", notBeforeMs: 0 }, "everything holds: keep watching"],
    [{ kind: "converged" }, "converged"],
    [{ kind: "stop", status: "stuck", cause: givenCause() }, "stuck: nothing changed about unit"],
    [{ kind: "dispatch", failing: ["a", "b"] }, "next dispatch: a, b"],
  ])("says what comes next: %j", (decision, words) => {
    expect(settledWith({ decision })).toContain(`  -> ${words}`);
  });

  test("names at most twenty of anything", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    const text = settledWith({ decision: { kind: "dispatch", failing: names } });
    expect(text).toContain("p19 and 980 more");
    expect(text.length).toBeLessThan(500);
  });
});

describe("renderEvent() shows a diff", () => {
  const head =
    "diff --git a/q.sql b/q.sql\nindex 1111111..2222222 100644\n--- a/q.sql\n+++ b/q.sql\n";

  function diffOf(diff: string): readonly string[] {
    return settledWith({ diff })
      .split("\n")
      .filter((line) => line.startsWith("    "))
      .map((line) => line.slice(4));
  }

  test.each([
    ["file by file", `${head}@@ -1 +1 @@\n-a\n+b\n`, ["+++ b/q.sql", "@@ -1 +1 @@", "-a", "+b"]],
    [
      "with lines that look like a header",
      `${head}@@ -1,2 +1,2 @@\n--- a comment\n-- b\n+++ c\n+index 1\n`,
      ["+++ b/q.sql", "@@ -1,2 +1,2 @@", "--- a comment", "-- b", "+++ c", "+index 1"],
    ],
    [
      "with the name of a removed file",
      "diff --git a/x b/x\ndeleted file mode 100644\nindex 1..0\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
      ["--- a/x", "@@ -1 +0,0 @@", "-a"],
    ],
    [
      "with an empty new file",
      "diff --git a/x b/x\nnew file mode 100755\nindex 0..1\n",
      ["diff --git a/x b/x; new file mode 100755"],
    ],
    [
      "with a changed mode",
      "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n",
      ["diff --git a/x b/x; old mode 100644; new mode 100755"],
    ],
    [
      "with a binary file",
      "diff --git a/x b/x\nindex 1..2 100644\nBinary files a/x and b/x differ\n",
      ["diff --git a/x b/x; Binary files a/x and b/x differ"],
    ],
    [
      "of two files",
      `${head}@@ -1 +1 @@\n-a\n${head}@@ -2 +2 @@\n+b\n`,
      ["+++ b/q.sql", "@@ -1 +1 @@", "-a", "+++ b/q.sql", "@@ -2 +2 @@", "+b"],
    ],
    ["of nothing", "", []],
  ])("%s", (_name, diff, expected) => expect(diffOf(diff)).toEqual(expected));

  test("of at most forty lines, each of at most 160 characters", () => {
    const shown = diffOf(`${head}@@ -1 +1 @@\n${`+${"x".repeat(500)}\n`.repeat(500)}`);
    expect(shown.length).toBe(41);
    expect(shown[40]).toBe("… 462 more lines");
    expect(Math.max(...shown.map((line) => line.length))).toBe(160);
  });
});

describe("renderEvent() and what strangers write", () => {
  const hostile = [
    "\u001B[2J\u001B[1;1H",
    "\u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007",
    "\u009B31m",
    "\r\n::error file=x::pwned\n",
    "\b\b\b\bpass",
    "\u202Egnp.exe",
    "\u0000\u007F\u200B",
    "\nOUTCOME: converged",
  ];

  test.each(hostile)("%j cannot steer a terminal or begin a line", (word) => {
    const text = told(word);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    for (const line of text.split("\n")) {
      expect(line).toMatch(/^(?: {2}|goal |iteration |landed |waits: )/);
    }
  });

  test("whatever it is, it is plain when colour is off, and only colour when it is on", () => {
    const word = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(word, (it) => {
        expect(told(it)).not.toMatch(/(?!\n)\p{Cc}/u);
        expect(told(it, true).replaceAll(COLOUR, "")).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });

  test("a flood stays small", () => {
    expect(told("flood ".repeat(50_000)).length).toBeLessThan(12_000);
  });
});
