import { expect, test } from "vitest";
import type { CheckState, CheckView, PageView, Person } from "./page-view.ts";
import { renderPage } from "./render-page.ts";

const MAYA: Person = { login: "maya", isBot: false };
const TRAP = `"><script>alert('1')</script>`;

function givenView(more: Partial<PageView> = {}): PageView {
  return {
    repository: "acme/shop",
    number: 7,
    title: "A title",
    state: "open",
    author: MAYA,
    mergedBy: undefined,
    headBranch: "work",
    baseBranch: "main",
    labels: [],
    description: givenRemark("words"),
    timeline: [],
    checks: [],
    merge: { state: "clean", blockers: [], autoMergeBy: undefined },
    commits: [],
    ...more,
  };
}

function givenRemark(markdown: string): PageView["description"] {
  return { id: "r1", author: MAYA, atMs: 0, isEdited: false, markdown, reactions: [] };
}

function givenCheck(state: CheckState, more: Partial<CheckView> = {}): CheckView {
  return {
    id: `check-${state}`,
    name: `the ${state} check`,
    reporter: "kazi",
    state,
    isRequired: false,
    durationMs: 59_600,
    title: undefined,
    summary: undefined,
    text: undefined,
    annotations: [],
    ...more,
  };
}

test("renderPage() escapes every text of a stranger's", () => {
  const person = { login: TRAP, isBot: true };
  const page = renderPage(
    givenView({
      repository: TRAP,
      title: TRAP,
      author: person,
      headBranch: TRAP,
      baseBranch: TRAP,
      labels: [TRAP],
      description: {
        ...givenRemark(TRAP),
        author: person,
        reactions: [{ sign: TRAP, logins: [TRAP] }],
      },
      timeline: [
        {
          kind: "commit",
          atMs: 0,
          commit: { sha: TRAP, title: TRAP, authorName: TRAP, atMs: 0 },
        },
        { kind: "event", atMs: 0, who: person, words: TRAP, tone: "good", remark: undefined },
      ],
      checks: [
        givenCheck("failure", {
          name: TRAP,
          reporter: TRAP,
          title: TRAP,
          summary: TRAP,
          text: TRAP,
          annotations: [
            { place: TRAP, level: "failure", title: TRAP, message: TRAP, rawDetails: TRAP },
          ],
        }),
      ],
      merge: { state: "blocked", blockers: [TRAP], autoMergeBy: person },
      commits: [{ sha: TRAP, title: TRAP, authorName: TRAP, atMs: 0 }],
    }),
    { isLive: false },
  );
  expect(page).not.toContain("<script");
  expect(page).not.toContain(`"">`);
});

test("renderPage() says which checks there are and how they stand", () => {
  const states = [
    "success",
    "failure",
    "neutral",
    "cancelled",
    "skipped",
    "timed_out",
    "action_required",
    "startup_failure",
    "stale",
    "queued",
    "in_progress",
    "expected",
  ] as const;
  const page = renderPage(givenView({ checks: states.map((state) => givenCheck(state)) }), {
    isLive: false,
  });
  for (const state of states) {
    expect(page).toContain(`<a class="check-name" href="#check-${state}">the ${state} check</a>`);
    expect(page).toContain(`id="check-${state}"`);
  }
  expect(page).toContain("Successful in 1m 0s");
  expect(page).toContain("Timed out after 1m 0s");
});

test.each([
  [["success", "skipped", "neutral"], "All checks have passed"],
  [["success", "queued"], "Some checks haven&#39;t completed yet"],
  [["success", "expected"], "Some checks haven&#39;t completed yet"],
  [["in_progress", "failure"], "Some checks were not successful"],
  [["success", "action_required"], "Some checks were not successful"],
] as const)("renderPage() sums %s up", (states, words) => {
  const page = renderPage(givenView({ checks: states.map((state) => givenCheck(state)) }), {
    isLive: false,
  });
  expect(page).toContain(words);
});

test.each([
  ["clean", "No conflicts with base branch"],
  ["dirty", "This branch has conflicts that must be resolved"],
  ["unknown", "Checking for the ability to merge automatically"],
] as const)("renderPage() says whether the branches fit together: %s", (state, words) => {
  const merge = { state, blockers: [], autoMergeBy: MAYA };
  const page = renderPage(givenView({ merge }), { isLive: false });
  expect(page).toContain(words);
  expect(page).toContain("maya switched it on");
});

test("renderPage() makes a file that does nothing by itself, or a page that follows", () => {
  const still = renderPage(givenView(), { isLive: false });
  expect(still).not.toMatch(/<script|http-equiv="refresh"|script-src|connect-src/);
  const live = renderPage(givenView(), { isLive: true });
  expect(live).toContain('<noscript><meta http-equiv="refresh" content="2"');
  expect(live).toContain("script-src &#39;sha256-");
});

test("renderPage() says that nothing was written, where nothing was", () => {
  const page = renderPage(givenView({ description: givenRemark(" ") }), { isLive: false });
  expect(page).toContain("No description provided.");
  expect(page).toContain("No checks.");
  expect(page).toContain("No commits.");
});
