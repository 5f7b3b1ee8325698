import { describe, expect, test } from "vitest";
import { applyEntry } from "../../src/record/apply-entry.ts";
import { paintFor } from "../../src/report/paint.ts";
import { renderIssues } from "../../src/report/render-issues.ts";
import { renderLedger } from "../../src/report/render-ledger.ts";
import {
  renderRun,
  renderRuns,
  type RunView,
  toRunsResult,
  toStatusResult,
} from "../../src/report/render-status.ts";
import { givenVerdict } from "../fakes/given.ts";
import { claimed, landed, opened, released, settled, stopped } from "../record/sample-entries.ts";
import { givenCause, givenRun } from "./given-report.ts";

const plain = paintFor(false);

function view(more: Partial<RunView> = {}): RunView {
  return { state: givenRun(), holder: "none", nowMs: 5_000, ...more };
}

describe("renderRuns()", () => {
  test("one line a run", () => {
    const ended = givenRun({ goal: "other", status: "stuck", generation: 3, updatedAtMs: 4_000 });
    const lines = renderRuns([view({ holder: "alive" }), view({ state: ended })], plain);
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "goal  generation 1  running, claimed (alive)  1/2 pass  5 s ago
      other  generation 3  stuck  1/2 pass  1 s ago"
    `);
  });

  test("none", () => expect(renderRuns([], plain)).toEqual(["no runs in this repository"]));

  test("a clock that went back makes no negative age", () => {
    expect(renderRuns([view({ nowMs: -5_000 })], plain)[0]).toContain("0 s ago");
  });
});

describe("renderRun()", () => {
  test("tells one in full", () => {
    const vector = [givenVerdict("unit", "fail", { message: "1 of 2 failed" })];
    const state = givenRun({ status: "stuck", cause: givenCause(), vector });
    expect(renderRun(view({ state, holder: "gone" }), plain).join("\n")).toMatchInlineSnapshot(`
      "goal  generation 1: stuck
        branch kazi/goal at bbbbbbbbbbbb, iteration 1, spent 2 dispatches, 4200 tokens, 0.1250 USD, 2 min
        approved dddddddddddd by somebody
        claimed by a run that is gone
        fail  unit: 1 of 2 failed
        why: nothing changed about unit
        now: Fix it by hand."
    `);
  });

  test("strangers' words neither steer a terminal nor begin a line", () => {
    const word = "\n\u001B[2Jx\u202E";
    const { approval } = givenRun();
    const state = givenRun({
      goal: word,
      branch: word,
      cause: givenCause({ reason: word, next: word }),
      vector: [givenVerdict(word, "fail", { message: word })],
      approval: { ...approval, by: word },
    });
    const all = [...renderRun(view({ state }), plain), ...renderRuns([view({ state })], plain)];
    expect(all.join("")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("toStatusResult() and toRunsResult()", () => {
  test("one run for a program", () => {
    const state = givenRun({
      cause: givenCause(),
      vector: [givenVerdict("unit", "fail", { score: 0.5 })],
    });
    expect(toStatusResult(view({ state, holder: "alive" }))).toMatchInlineSnapshot(`
      {
        "branch": "kazi/goal",
        "budget_spent": {
          "cost_usd": 0.125,
          "dispatches": 2,
          "iterations": 3,
          "tokens": 4200,
          "wall_clock_ms": 90000,
        },
        "cause": {
          "class": "no_progress",
          "ids": [
            "unit",
          ],
          "next": "Fix it by hand.",
          "reason": "nothing changed about unit",
        },
        "converged": false,
        "generation": 1,
        "head": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "holder": "alive",
        "iteration": 1,
        "kind": "run",
        "observed_at_ms": 0,
        "predicates": [
          {
            "id": "unit",
            "message": "fail",
            "score": 0.5,
            "verdict": "fail",
          },
        ],
        "ref": "goal",
        "release_ref": null,
        "schema_version": 2,
        "status": "in_progress",
      }
    `);
  });

  test.each([
    ["running", "in_progress", false],
    ["converged", "converged", true],
    ["stuck", "stuck", false],
    ["over_budget", "over_budget", false],
  ] as const)("%s is %s", (status, shown, converged) => {
    const result = toStatusResult(view({ state: givenRun({ status }) }));
    expect(result).toMatchObject({ status: shown, converged });
  });

  test("all runs for a program", () => {
    expect(toRunsResult([view({ holder: "gone" })])).toMatchInlineSnapshot(`
      {
        "count": 1,
        "kind": "live_runs",
        "runs": [
          {
            "goal_ref": "goal",
            "heartbeat_age_s": 5,
            "holder": "gone",
            "run_id": "goal#1",
            "status": "running",
          },
        ],
        "schema_version": 2,
      }
    `);
  });
});

describe("renderLedger()", () => {
  test("one line an entry", () => {
    const fresh = applyEntry(undefined, opened());
    const held = applyEntry(fresh, claimed(fresh));
    const entries = [
      opened(),
      claimed(fresh),
      settled(held),
      released(held),
      landed(fresh),
      stopped(fresh),
    ];
    const lines = entries.map((entry, index) => ({ oid: `${index}`.repeat(40), entry }));
    expect(renderLedger(lines).join("\n")).toMatchInlineSnapshot(`
      "000000000000  opened    generation 1, approved 111111111111 by A Person <a@example.invalid>
      111111111111  claimed   iteration 0 (observe), epoch 1, process 4711 on laptop
      222222222222  settled   iteration 0: 1/2 pass, 100 tokens -> dispatch
      333333333333  released  epoch 1: its holder is gone
      444444444444  landed    level branch, revision aaaaaaaaaaaa -> observe
      555555555555  stopped   nothing moves"
    `);
  });
});

describe("renderIssues()", () => {
  const issue = {
    severity: "error",
    code: "unknown-key",
    file: "a.toml",
    line: 3,
    column: 5,
    message: "unknown key x",
  } as const;

  test("one clickable line an issue", () => {
    const warning = { ...issue, severity: "warning", suggestion: "Did you mean y?" } as const;
    expect(renderIssues([issue, warning], plain)).toEqual([
      "a.toml:3:5: error: unknown key x [unknown-key]",
      "a.toml:3:5: warning: unknown key x; Did you mean y? [unknown-key]",
    ]);
  });

  test("hostile bytes of a goal-file stay on it", () => {
    const hostile = { ...issue, file: "a\u001B[2J\n.toml", message: "got \u001B[31m\nx" };
    expect(renderIssues([hostile], plain)).toEqual(["a .toml:3:5: error: got x [unknown-key]"]);
  });
});
