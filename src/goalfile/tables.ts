import type { z } from "zod";
import { NOT_BUILT } from "./providers/not-built.ts";
import { Approval } from "./schema/approval.ts";
import { Browser } from "./schema/browser.ts";
import { Budget } from "./schema/budget.ts";
import { Capture } from "./schema/capture.ts";
import { Checkout } from "./schema/checkout.ts";
import { Cli } from "./schema/cli.ts";
import { Conventions } from "./schema/conventions.ts";
import { Coverage } from "./schema/coverage.ts";
import { ScriptBase } from "./schema/custom-script.ts";
import { Cve } from "./schema/cve.ts";
import { Defaults } from "./schema/defaults.ts";
import { Deploy } from "./schema/deploy.ts";
import { DocsUpdated } from "./schema/docs-updated.ts";
import { Economy } from "./schema/economy.ts";
import { Enforcement } from "./schema/enforcement.ts";
import { Escalation } from "./schema/escalation.ts";
import { Gate } from "./schema/gate.ts";
import { Gherkin } from "./schema/gherkin.ts";
import { GoalHead } from "./schema/goal-head.ts";
import { Group } from "./schema/group.ts";
import { Harness } from "./schema/harness.ts";
import { HttpProbe } from "./schema/http-probe.ts";
import { Integration } from "./schema/integration.ts";
import { Memory } from "./schema/memory.ts";
import { MetricsBase } from "./schema/metrics.ts";
import { Mutation } from "./schema/mutation.ts";
import { NoStubs } from "./schema/no-stubs.ts";
import { Plan } from "./schema/plan.ts";
import { ProdLog } from "./schema/prod-log.ts";
import { Property } from "./schema/property.ts";
import { Ratchet } from "./schema/ratchet.ts";
import { Scope } from "./schema/scope.ts";
import { Seal } from "./schema/seal.ts";
import { Setup } from "./schema/setup.ts";
import { Static } from "./schema/static.ts";
import { TestRunner } from "./schema/test-runner.ts";

/** Every table that is read, by its name; the keys above the first table stand under `goal`. */
export const TABLES = {
  goal: GoalHead,
  budget: Budget,
  scope: Scope,
  harness: Harness,
  integration: Integration,
  setup: Setup,
  seal: Seal,
  enforcement: Enforcement,
  defaults: Defaults,
  approval: Approval,
  plan: Plan,
  deploy: Deploy,
  gate: Gate,
  checkout: Checkout,
  escalation: Escalation,
  conventions: Conventions,
  memory: Memory,
  economy: Economy,
} satisfies Readonly<Record<string, z.ZodObject>>;

/** Every array of tables that is read beside the predicates: `[[group]]` and `[[capture]]`. */
export const LISTS = {
  group: Group,
  capture: Capture,
} satisfies Readonly<Record<string, z.ZodObject>>;

/** Every provider that is evaluated, with the keys that its predicates may have. */
export const PROVIDERS = {
  custom_script: ScriptBase,
  test_runner: TestRunner,
  http_probe: HttpProbe,
  browser: Browser,
  prod_log: ProdLog,
  metrics: MetricsBase,
  ratchet: Ratchet,
  static: Static,
  coverage: Coverage,
  property: Property,
  mutation: Mutation,
  cve: Cve,
  cli: Cli,
  no_stubs: NoStubs,
  docs_updated: DocsUpdated,
  gherkin: Gherkin,
} satisfies Readonly<Record<string, z.ZodObject>>;

/** Providers of the original that load with any keys and are never evaluated. */
export const UNSUPPORTED_PROVIDERS: ReadonlySet<string> = new Set(NOT_BUILT.keys());

/** Everything that may stand at the top of a goal-file. */
export const TOP_KEYS: readonly string[] = [
  ...Object.keys(GoalHead.shape),
  ...Object.keys(TABLES).filter((name) => name !== "goal"),
  ...Object.keys(LISTS),
  "metadata",
  "predicate",
];
