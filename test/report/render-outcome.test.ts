import { describe, expect, test } from "vitest";
import type { RunState } from "../../src/model/run.ts";
import { paintFor } from "../../src/report/paint.ts";
import { renderOutcome } from "../../src/report/render-outcome.ts";
import { givenCause, givenRun } from "./given-report.ts";

const plain = paintFor(false);

function outcome(more: Partial<RunState>): string {
  return renderOutcome(givenRun(more), plain).join("\n");
}

describe("renderOutcome()", () => {
  test("converged", () => {
    expect(outcome({ status: "converged" })).toMatchInlineSnapshot(`
      "
      OUTCOME: converged after 3 iterations (kazi/goal at bbbbbbbbbbbb; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min)"
    `);
  });

  test("converged, and nothing had to change", () => {
    const { base } = givenRun();
    expect(outcome({ status: "converged", head: base })).toMatchInlineSnapshot(`
      "
      OUTCOME: converged after 3 iterations (nothing had to change; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min)"
    `);
  });

  test("stuck", () => {
    expect(outcome({ status: "stuck", cause: givenCause() })).toMatchInlineSnapshot(`
      "
      attempts:
        attempt 1: kept, completed; changed src/a.js, src/b.js
      why: nothing changed about unit
      now: Fix it by hand.

      OUTCOME: stuck (no_progress; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min)"
    `);
  });

  test("over budget", () => {
    const cause = givenCause({ class: "budget_exhausted", reason: "max_dispatches is used up" });
    expect(outcome({ status: "over_budget", cause })).toMatchInlineSnapshot(`
      "
      attempts:
        attempt 1: kept, completed; changed src/a.js, src/b.js
      why: max_dispatches is used up
      now: Fix it by hand.

      OUTCOME: over_budget (budget_exhausted; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min)"
    `);
  });

  test("interrupted", () => {
    expect(outcome({ status: "running" })).toMatchInlineSnapshot(`
      "
      OUTCOME: interrupted (the same command goes on from here; spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min)"
    `);
  });

  test.each(["error", "tampered", "stopped"] as const)("%s", (status) => {
    const lines = renderOutcome(
      givenRun({ status, cause: givenCause({ class: "operator" }) }),
      plain,
    );
    expect(lines.at(-1)).toMatch(new RegExp(`^OUTCOME: ${status} \\(operator; spent 2 dispatches`));
  });

  test.each(["converged", "stuck", "running"] as const)(
    "%s: OUTCOME stands on the last line alone",
    (status) => {
      const hostile = "\nOUTCOME: converged\u001B[2J";
      const run = givenRun({
        status,
        cause: givenCause({ reason: hostile, next: hostile }),
        branch: hostile,
      });
      const history = run.history.map((item) =>
        item.attempt === undefined
          ? item
          : { ...item, attempt: { ...item.attempt, changed: [hostile] } },
      );
      const lines = renderOutcome({ ...run, history }, plain);
      expect(lines.join("\n").match(/^OUTCOME:/gm)).toEqual(["OUTCOME:"]);
      expect(lines.join("\n")).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(lines.at(-1)).toMatch(/^OUTCOME: /);
    },
  );

  test("colour only where it is asked for", () => {
    const state = givenRun({ status: "converged" });
    const [line = ""] = renderOutcome(state, plain).slice(-1);
    expect(renderOutcome(state, paintFor(true)).at(-1)).toBe(`\u001B[32m${line}\u001B[39m`);
    expect(renderOutcome(state, plain).join("")).not.toContain("\u001B");
  });
});
