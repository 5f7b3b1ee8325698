import { afterEach, expect, test } from "vitest";
import { GREET, greetingGoal } from "./greeting-goal.ts";
import { readRecord } from "./read-record.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";
import { openWings, type Wings } from "./wings.ts";

const GOAL = "greeting";
const GOAL_PATH = ".kazi/goals/greeting.goal.toml";

let stage: GitHubStage | undefined;
let wings: Wings | undefined;
afterEach(async () => {
  await stage?.close();
  wings?.close();
  stage = undefined;
  wings = undefined;
});

/** Two numbers that may not get worse, one remembered and one of the base, and what a tree changed. */
const RATCHETS = `
[[predicate]]
id = "remembered"
provider = "ratchet"
metric = { cmd = "sh", args = ["-c", "cat *.txt | wc -l"] }
baseline = "stored"
direction = "higher_better"

[[predicate]]
id = "of-the-base"
provider = "ratchet"
metric = { cmd = "sh", args = ["-c", "ls | wc -l"] }
baseline = "main"
direction = "higher_better"

[[predicate]]
id = "no-stubs"
provider = "no_stubs"

[integration]
mode = "pr"
`;

test("what a ratchet remembers travels from runner to runner, and a landing says that it landed", async () => {
  stage = await openGitHubStage({ withApp: false, files: { "one.txt": "1\n" } });
  wings = openWings();
  const agent = wings.program("agent", ["cat >/dev/null", ...GREET]);
  const check = wings.program("check", ["grep -qx hello greeting.txt"]);
  const goal = `${greetingGoal(GOAL, { agent, checks: [check] })}${RATCHETS}`;
  await stage.commit("maya", { branch: "main", files: { [GOAL_PATH]: goal } });
  await stage.settle();
  const { state, entries } = await readRecord(stage.repository, GOAL);
  expect(state.status).toBe("converged");
  expect(state.vector.map((it) => [it.id, it.status])).toEqual([
    ["check-1", "pass"],
    ["remembered", "pass"],
    ["of-the-base", "pass"],
    ["no-stubs", "pass"],
    ["landed", "pass"],
  ]);
  const moved = entries.flatMap((it) => (it.kind === "settled" ? (it.baselines ?? []) : []));
  expect(moved.map((it) => [it.key, it.value])).toEqual([
    ["remembered", 1],
    ["remembered", 2],
  ]);
  expect(state.vector[2]?.message).toContain("the commit that the work began from");
  expect(stage.problems).toEqual([]);
  expect(stage.github.violations).toEqual([]);
}, 240_000);
