import type { Goal, Seal } from "../model/goal.ts";
import type { ReadFeature } from "./gherkin/feature-outline.ts";
import {
  toBudget,
  toEnforcement,
  toHarness,
  toIntegration,
  toScope,
  toSetup,
} from "./goal-parts.ts";
import { present } from "./present.ts";
import { readAllPredicates } from "./read-all-predicates.ts";
import { readExtras } from "./read-extras.ts";
import { readGroups } from "./read-groups.ts";
import { type FileContext, readTable, readTableOr, surroundingsOf } from "./read-table.ts";
import { readValues } from "./read-values.ts";
import { Enforcement } from "./schema/enforcement.ts";
import type { Seal as SealTable } from "./schema/seal.ts";
import { TABLES } from "./tables.ts";

/** What an absent table means, asked once: nearly every goal has several. */
const EMPTY = {
  budget: TABLES.budget.parse({}),
  scope: TABLES.scope.parse({}),
  integration: TABLES.integration.parse({}),
  setup: TABLES.setup.parse({}),
  seal: TABLES.seal.parse({}),
};

/** A parsed file with what lies beside it. */
export interface GoalContext extends FileContext {
  /** The feature files that it names, by their path in the repository. */
  readonly features: ReadonlyMap<string, ReadFeature>;
}

/** The goal of a parsed file. It counts only when no problem is an error. */
export function readGoal(context: GoalContext): Goal | undefined {
  const { root, problems } = context;
  const head = readValues(TABLES.goal, root, { surroundings: surroundingsOf("goal"), problems });
  const budget = readTableOr(EMPTY.budget, "budget", TABLES.budget, context);
  const scope = readTableOr(EMPTY.scope, "scope", TABLES.scope, context);
  const integration = readTableOr(EMPTY.integration, "integration", TABLES.integration, context);
  const setup = readTableOr(EMPTY.setup, "setup", TABLES.setup, context);
  const seal = readTableOr(EMPTY.seal, "seal", TABLES.seal, context);
  const harness = readTable("harness", TABLES.harness, context);
  const enforcement = readEnforcement(context, head?.mode);
  const extras = readExtras(context);
  const before = { ...context, groups: readGroups(context), scope, integration, enforcement };
  const { predicates, groups, concurrency } = readAllPredicates(before);
  if (!head || !budget || !scope || !integration || !setup || !seal) return undefined;
  return {
    id: head.id,
    ...present("name", head.name),
    ...present("description", head.description),
    mode: head.mode,
    standing: head.standing,
    predicates,
    ...present("concurrency", concurrency),
    budget: toBudget(budget),
    scope: toScope(scope),
    harness: toHarness(harness),
    integration: toIntegration(integration),
    setup: toSetup(setup),
    seal: toSeal(seal, enforcement),
    ...present("groups", groups.length === 0 ? undefined : groups),
    ...present("enforcement", enforcement && toEnforcement(enforcement)),
    ...extras,
  };
}

/** A goal that creates something is enforced unless it says otherwise. */
function readEnforcement(context: FileContext, mode: Goal["mode"] | undefined) {
  const enforcement = readTable("enforcement", TABLES.enforcement, context);
  if (context.root["enforcement"] !== undefined || mode !== "create") return enforcement;
  return Enforcement.parse({});
}

/** What `[enforcement]` calls read-only is sealed. */
function toSeal(table: SealTable, enforcement: Enforcement | undefined): Seal {
  const readOnly =
    enforcement?.enabled === true
      ? [...enforcement.read_only_paths, ...(enforcement.roles?.fixer?.read_only_paths ?? [])]
      : [];
  return {
    enabled: table.enabled,
    sealedInputs: [...table.sealed_inputs, ...readOnly],
    mutableInputs: table.mutable_inputs,
  };
}
