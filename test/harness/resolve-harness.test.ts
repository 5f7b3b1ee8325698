import { expect, test } from "vitest";
import { type HarnessSources, resolveHarness } from "../../src/harness/resolve-harness.ts";

const GOAL = {
  id: "claude",
  model: "opus",
  command: "./claude",
  effort: "high",
  permissionMode: "plan",
  allowedTools: ["Read"],
};
const NOTHING: HarnessSources = { flags: {}, goal: { allowedTools: [] }, environment: {} };

test.each<[string, Partial<HarnessSources>, unknown]>([
  ["nothing said", {}, { id: "claude", allowedTools: [] }],
  ["goal-file", { goal: GOAL }, GOAL],
  [
    "environment",
    { environment: { KAZI_HARNESS: "codex", KAZI_MODEL: "m" } },
    { id: "codex", model: "m", allowedTools: [] },
  ],
  [
    "goal-file over environment, whose model is for another harness",
    {
      goal: { id: "codex", allowedTools: [] },
      environment: { KAZI_HARNESS: "claude", KAZI_MODEL: "opus" },
    },
    { id: "codex", allowedTools: [] },
  ],
  [
    "a model of the environment alone",
    { goal: { id: "codex", allowedTools: [] }, environment: { KAZI_MODEL: "m" } },
    { id: "codex", model: "m", allowedTools: [] },
  ],
  [
    "same harness by flag keeps the goal's settings",
    { flags: { harness: "claude" }, goal: GOAL },
    GOAL,
  ],
  [
    "other harness by flag drops them",
    { flags: { harness: "codex" }, goal: GOAL },
    { id: "codex", allowedTools: [] },
  ],
  [
    "other harness and model by flag",
    { flags: { harness: "codex", model: "m" }, goal: GOAL },
    { id: "codex", model: "m", allowedTools: [] },
  ],
  ["model by flag alone", { flags: { model: "m" }, goal: GOAL }, { ...GOAL, model: "m" }],
  [
    "settings without an id belong to the default",
    { flags: { harness: "codex" }, goal: { model: "opus", allowedTools: ["Read"] } },
    { id: "codex", allowedTools: [] },
  ],
  [
    "empty is absent",
    { flags: { harness: "", model: "" }, environment: { KAZI_HARNESS: "", KAZI_MODEL: "" } },
    { id: "claude", allowedTools: [] },
  ],
])("resolveHarness(): %s", (_name, sources, resolved) => {
  expect(resolveHarness({ ...NOTHING, ...sources })).toEqual(resolved);
});
