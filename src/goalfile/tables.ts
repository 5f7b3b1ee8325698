import type { z } from "zod";
import { Budget } from "./schema/budget.ts";
import { ScriptBase } from "./schema/custom-script.ts";
import { Program } from "./schema/custom-script.ts";
import { Defaults } from "./schema/defaults.ts";
import { GoalHead } from "./schema/goal-head.ts";
import { Harness } from "./schema/harness.ts";
import { HttpProbe } from "./schema/http-probe.ts";
import { Integration } from "./schema/integration.ts";
import { Scope } from "./schema/scope.ts";
import { Seal } from "./schema/seal.ts";
import { Setup } from "./schema/setup.ts";

/** Every table that is read, by its name; the keys above the first table stand under `goal`. */
export const TABLES = {
  goal: GoalHead,
  budget: Budget,
  scope: Scope,
  harness: Harness,
  integration: Integration,
  setup: Setup,
  seal: Seal,
  defaults: Defaults,
} satisfies Readonly<Record<string, z.ZodObject>>;

/** Every provider that is evaluated, with the keys that its predicates may have. */
export const PROVIDERS = {
  custom_script: ScriptBase,
  http_probe: HttpProbe,
  test_runner: Program,
} satisfies Readonly<Record<string, z.ZodObject>>;

/** Tables of the original that load here and do nothing. */
export const NOT_ENFORCED: ReadonlySet<string> = new Set([
  "enforcement",
  "capture",
  "escalation",
  "group",
  "economy",
  "memory",
  "conventions",
]);

/** Providers of the original that this version cannot evaluate. */
export const UNSUPPORTED_PROVIDERS: ReadonlySet<string> = new Set([
  "browser",
  "cli",
  "coverage",
  "cve",
  "docs_updated",
  "gherkin",
  "metrics",
  "mutation",
  "no_stubs",
  "oss_hygiene",
  "plan_expanded",
  "prod_log",
  "property",
  "ratchet",
  "render_proof",
  "scenario",
  "spec_coverage",
  "static",
  "swift_test",
  "visual_judge",
]);

/** Everything that may stand at the top of a goal-file. */
export const TOP_KEYS: readonly string[] = [
  ...Object.keys(GoalHead.shape),
  ...Object.keys(TABLES).filter((name) => name !== "goal"),
  "metadata",
  "predicate",
  ...NOT_ENFORCED,
];
