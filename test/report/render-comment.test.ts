import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderComment } from "../../src/report/render-comment.ts";
import { renderGate } from "../../src/report/render-gate.ts";
import { renderNotice } from "../../src/report/render-notice.ts";
import { parseShownDigests } from "../../src/report/shown-digest.ts";
import { givenVerdict } from "../fakes/given.ts";
import { givenCause, givenRun } from "./given-report.ts";
import { givenPull, givenView, viewsWith } from "./given-view.ts";
import { ACTIVE_TEXT, rendered } from "./rendered.ts";

const SHOWN = { path: ".kazi/goals/goal.toml", digest: "e".repeat(64), sinceComment: 7 };

describe("renderComment()", () => {
  test("before the approval: what would run, and the command that lets it", () => {
    const comment = renderComment(givenPull(givenView({ kind: "unapproved" })), [SHOWN]);
    expect(comment).toMatchInlineSnapshot(`
      "<!-- kazi:status -->
      <!-- kazi:shown eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee 7 .kazi%2Fgoals%2Fgoal.toml -->

      ### ✋ \`goal\`: waiting for approval

      Nothing of this goal-file is executed before somebody with write permission approves exactly these bytes.

      | Predicate | What it is for | How it is checked |
      | --- | --- | --- |
      | \`unit\` | The suite passes. | \`node --test\` |
      | \`lint\` _(guard)_ |   | \`node --test\` |
      | \`live\` _(live, after the landing)_ |   | \`GET http://127.0.0.1:1/livez\` |

      Budget: 8 dispatches · 5.00 USD · else kazi's own ceilings

      <sub>\`.kazi/goals/goal.toml\` · digest \`eeeeeeeeeeee\`</sub>

      What you can write now:

      - \`/kazi approve goal eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\` starts it with exactly these bytes

      <sub>\`/kazi help\` lists the commands.</sub>"
    `);
  });

  test("at an end: the reason first, then evidence, history, spend and the next command", () => {
    const run = givenRun({ status: "stuck", cause: givenCause() });
    const comment = renderComment(givenPull(givenView({ kind: "ended" }, { run })), []);
    expect(comment).toMatchInlineSnapshot(`
      "<!-- kazi:status -->

      ### ❌ \`goal\`: stuck

      **Why:** nothing changed about unit

      **What to do:** Fix it by hand.

      |   | Predicate | Verdict | What was seen |
      | --- | --- | --- | --- |
      | ❌ | \`unit\` | fail 50 % | fail |
      | ✅ | \`lint\` _(guard)_ | pass | pass |
      | ❔ | \`live\` _(live, after the landing)_ | not observed yet |   |

      | Iteration | 0 | 1 |
      | --- | --- | --- |
      | \`unit\` | ❌ | ❌ |
      | \`lint\` | ✅ | ✅ |
      | \`live\` |   |   |
      | work | – | kept |

      Spent: 3 iterations · 2 of 8 dispatches · 4.2k tokens · 0.13 USD · 2 min of 17 min at work

      <sub>\`.kazi/goals/goal.toml\` · digest \`eeeeeeeeeeee\` · generation 1, approved by \`somebody\` · work on \`kazi/goal\` at \`bbbbbbbbbbbb\`</sub>

      What you can write now:

      - \`/kazi approve goal eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\` starts it with exactly these bytes

      <sub>\`/kazi help\` lists the commands.</sub>"
    `);
  });

  test("while it runs: how far it is, and how to stop it", () => {
    const vector = [givenVerdict("unit", "fail", { score: 0.5 }), givenVerdict("lint", "pass")];
    const run = givenRun({ vector, next: { kind: "dispatch", failing: ["unit"] } });
    const comment = renderComment(givenPull(givenView({ kind: "running" }, { run })), []);
    expect(comment).toContain("Iteration 2, 1 of 2 pass. An agent is next.");
    expect(comment).toContain("- `/kazi stop goal` ends it");
    expect(comment).not.toContain("/kazi approve");
  });

  test("is a table and a strip for programs that are not ours, too", () => {
    const run = givenRun({ status: "stuck", cause: givenCause() });
    const { tags } = rendered(renderComment(givenPull(givenView({ kind: "ended" }, { run })), []));
    expect(tags.filter((tag) => tag === "table")).toHaveLength(2);
    expect(tags.filter((tag) => tag === "h3")).toHaveLength(1);
  });

  test("keeps its head and its foot when it is too long", () => {
    const goals = Array.from({ length: 400 }, () => givenView({ kind: "unapproved" }));
    const comment = renderComment(givenPull(...goals), [SHOWN]);
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment).toContain("lines left out");
    expect(comment).toContain("`/kazi help` lists the commands");
    expect(parseShownDigests(comment)).toEqual([SHOWN]);
  });

  test("gives an id that is no plain word no place in a command", () => {
    const comment = renderComment(
      givenPull(givenView({ kind: "unapproved" }, { id: "a `b|" })),
      [],
    );
    expect(comment).toContain("`/kazi approve eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee`");
  });
});

const WORDS = [
  "@octocat",
  "</details><img src=x>",
  "| x | y |",
  "`@a` ``",
  "https://evil.example www.evil.example #12 GH-1",
  "\n\n# h\n\n```\n@octocat",
  "<!-- kazi:status -->",
  "0123456789abcdef0123456789abcdef01234567",
  "me@evil.example [x](https://evil.example)",
];
const ALLOWED = ["p", "h3", "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "em"];
const tags: ReadonlySet<string> = new Set([...ALLOWED, "sub", "ul", "li"]);

describe("a stranger's words", () => {
  test("act nowhere: not in the comment, not in the check, not in a notice", () => {
    const words = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 20 }));
    fc.assert(
      fc.property(words, (word) => {
        const goals = viewsWith(word);
        for (const text of [
          renderComment(givenPull(...goals), []),
          renderGate(givenPull(...goals)).summary,
          renderNotice({ kind: "status", goals }),
        ]) {
          const seen = rendered(text);
          expect(seen.tags.filter((tag) => !tags.has(tag))).toEqual([]);
          expect(seen.prose).not.toMatch(ACTIVE_TEXT);
        }
      }),
      { numRuns: 12 },
    );
  });

  test.each(WORDS)("mention nobody when a run ends: %j", (word) => {
    for (const { run } of viewsWith(word)) {
      if (run === undefined) continue;
      const seen = rendered(renderNotice({ kind: "ended", run, digest: "e".repeat(64) }));
      expect(seen.prose).not.toMatch(ACTIVE_TEXT);
    }
  });
});

describe("renderNotice()", () => {
  test("tells whoever approved how it ended", () => {
    const { approval } = givenRun();
    const run = givenRun({
      status: "stuck",
      cause: givenCause(),
      approval: { ...approval, by: "maya" },
    });
    expect(renderNotice({ kind: "ended", run, digest: "e".repeat(64) })).toMatchInlineSnapshot(`
      "@maya ❌ \`goal\` ended \`stuck\`: nothing changed about unit

      **What to do:** Fix it by hand.

      Spent: 3 iterations · 2 of 8 dispatches · 4.2k tokens · 0.13 USD · 2 min of 17 min at work.

      To start over: \`/kazi approve goal eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\`"
    `);
    const converged = givenRun({ status: "converged", approval: { ...approval, by: "maya" } });
    expect(renderNotice({ kind: "ended", run: converged })).toMatchInlineSnapshot(
      `"@maya ✅ \`goal\` converged at \`bbbbbbbbbbbb\`: every predicate passes. Spent: 3 iterations · 2 of 8 dispatches · 4.2k tokens · 0.13 USD · 2 min of 17 min at work."`,
    );
  });

  test("refuses with a reason and what would work", () => {
    const refusals = [
      { kind: "no-permission", login: "rita", permission: "read", verb: "approve" },
      { kind: "other-digest", id: "goal", given: "deadbeef", now: "e".repeat(64) },
      { kind: "unknown-goal", given: "@octocat", known: ["goal"] },
    ] as const;
    expect(renderNotice({ kind: "refusals", refusals })).toMatchInlineSnapshot(`
      "/kazi approve needs write permission, and rita has read. Ask somebody who can push to this repository to write it.

      Goal "goal" has the digest eeeeee​eeeeee now, and the comment approves deadbe​ef. Read the version that is shown now and approve that one. \`/kazi approve goal eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\`

      There is no goal "&#64;​octocat" here. This pull request has "goal"."
    `);
  });
});

describe("renderGate()", () => {
  test.each([
    ["neutral", givenPull(), "no goal applies to this pull request"],
    ["approval", givenPull(givenView({ kind: "unapproved" })), "goal: waiting for approval"],
    [
      "running",
      givenPull(givenView({ kind: "running" }, { run: givenRun() })),
      "goal: iteration 2, 1 of 2 pass, spent 2 dispatches, 0.13 USD",
    ],
    [
      "two goals",
      givenPull(givenView({ kind: "passing" }), givenView({ kind: "fork" }, { id: "b" })),
      "goal: everything passes that can pass before the merge; b: comes from a fork",
    ],
  ])("says %s in one line", (_name, view, title) => {
    expect(renderGate(view).title).toBe(title);
  });

  test("never takes more than a status can hold", () => {
    const { title, summary } = renderGate(givenPull(...viewsWith("x".repeat(500))));
    expect(title.length).toBeLessThanOrEqual(140);
    expect(summary.length).toBeLessThanOrEqual(60_000);
  });
});
