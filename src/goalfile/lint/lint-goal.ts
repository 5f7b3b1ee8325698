import type { GoalIssue } from "../../model/goal-issue.ts";
import type { Goal } from "../../model/goal.ts";
import { loadFile } from "../load-file.ts";
import { exitCodeTraps } from "./exit-code-traps.ts";
import { createLintContext, type LintRule } from "./lint-context.ts";
import { livePredicates } from "./live-predicates.ts";
import { missingBudget } from "./missing-budget.ts";
import { nakedGreps } from "./naked-greps.ts";
import { nearDuplicateGroups } from "./near-duplicate-groups.ts";
import { unprotectedGraders } from "./unprotected-graders.ts";
import { vacuousPredicates } from "./vacuous-predicates.ts";
import { wholeTreeChecks } from "./whole-tree-checks.ts";

const RULES: readonly LintRule[] = [
  missingBudget,
  vacuousPredicates,
  nakedGreps,
  exitCodeTraps,
  wholeTreeChecks,
  unprotectedGraders,
  livePredicates,
  nearDuplicateGroups,
];

/** What a goal that loads is probably not meant to say: warnings with places, in the order of the file. */
export function lintGoal(source: {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly goal: Goal;
}): readonly GoalIssue[] {
  const { goal } = source;
  return loadFile(source, ({ root, problems }) => {
    const context = createLintContext(goal, root);
    problems.push(...RULES.flatMap((rule) => rule(context)));
    return goal;
  }).issues;
}
