import type { GoalView, PullView, Standing } from "../../src/report/goal-view.ts";
import { givenGoal, givenLive, givenPredicate } from "../fakes/given.ts";
import { givenCause, givenRun } from "./given-report.ts";

const DIGEST = "e".repeat(64);

/** A goal as a pull request shows it. */
export function givenView(standing: Standing, more: Partial<GoalView> = {}): GoalView {
  return {
    id: "goal",
    path: ".kazi/goals/goal.toml",
    digest: DIGEST,
    goal: givenGoal({
      predicates: [
        givenPredicate("unit", { description: "The suite passes." }),
        givenPredicate("lint", { guard: true }),
        givenLive("live"),
      ],
      budget: { cachedReadWeight: 0.1, dispatchesMax: 8, costMaxUsd: 5 },
    }),
    issues: [],
    standing,
    ...more,
  };
}

export function givenPull(...goals: readonly GoalView[]): PullView {
  return { head: "b".repeat(40), isOpen: true, goals };
}

/** One of every standing, with a stranger's word wherever one can stand. */
export function viewsWith(word: string): readonly GoalView[] {
  const run = givenRun({
    goal: `goal${word}`,
    branch: `kazi/${word}`,
    status: "stuck",
    cause: givenCause({ reason: `no ${word}`, next: `do ${word}` }),
    vector: [{ id: `unit${word}`, status: "fail", signature: "", message: word, permanent: false }],
  });
  const standings: readonly Standing[] = [
    { kind: "passing" },
    { kind: "running" },
    { kind: "unapproved" },
    { kind: "void", by: word },
    { kind: "withdrawn", reason: word },
    { kind: "passed-elsewhere" },
    { kind: "ended" },
    { kind: "elsewhere", where: word },
    { kind: "fork" },
    { kind: "unreadable" },
    { kind: "missing" },
    { kind: "damaged", reason: word },
  ];
  const description = `for ${word}`;
  const check = {
    provider: "test_runner",
    command: word,
    args: [word],
    env: {},
  } as const;
  return standings.map((standing) =>
    givenView(standing, {
      id: `goal${word}`,
      path: `.kazi/${word}.goal.toml`,
      goal: givenGoal({ predicates: [givenPredicate(`unit${word}`, { description, check })] }),
      issues: [
        {
          severity: "error",
          code: "x",
          file: `.kazi/${word}`,
          line: 1,
          column: 2,
          message: word,
          suggestion: word,
        },
      ],
      run: { ...run, approval: { ...run.approval, by: word } },
    }),
  );
}
