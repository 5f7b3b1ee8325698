import { expect, test } from "vitest";
import { isGoalPath } from "../../src/control/goal-path.ts";

test.each([
  ".kazi/goals/fix.toml",
  ".kazi/goals/fix.goal.toml",
  ".kazi/fix.goal.toml",
  ".kazi/deep/er/fix.goal.toml",
])("isGoalPath() takes %s", (path) => expect(isGoalPath(path)).toBe(true));

test.each([
  ".kazi/config.toml",
  ".kazi/goals/roadmap.toml",
  ".kazi/goals/deep/fix.toml",
  ".kazi/fix.toml",
  "goals/fix.goal.toml",
  ".kazi/goals/../../fix.goal.toml",
  ".kazi/.goal.toml/x",
  `.kazi/${"a".repeat(2_000)}.goal.toml`,
])("isGoalPath() leaves %s alone", (path) => expect(isGoalPath(path)).toBe(false));
