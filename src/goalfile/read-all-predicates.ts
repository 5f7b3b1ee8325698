import type { Goal, Group, Predicate } from "../model/goal.ts";
import { denyGuard, enforcementGuards, landedPredicate } from "./added-predicates.ts";
import type { ReadFeature } from "./gherkin/feature-outline.ts";
import { present } from "./present.ts";
import { undeclaredGroups } from "./read-groups.ts";
import { PREDICATES_MAX, type PredicatesContext, readPredicates } from "./read-predicates.ts";
import { type FileContext, readTable } from "./read-table.ts";
import { repeatedIds } from "./repeated-ids.ts";
import type { Enforcement } from "./schema/enforcement.ts";
import type { Integration } from "./schema/integration.ts";
import type { Scope } from "./schema/scope.ts";
import { TABLES } from "./tables.ts";

/** What was read of a file before its predicates; absent is what was refused. */
export interface BeforePredicates extends FileContext {
  readonly features: ReadonlyMap<string, ReadFeature>;
  readonly groups: readonly Group[];
  readonly scope: Scope | undefined;
  readonly integration: Integration | undefined;
  readonly enforcement: Enforcement | undefined;
}

/** What is evaluated, in its order, and how much of it at a time. */
export type AllPredicates = Required<Pick<Goal, "predicates" | "groups">> &
  Pick<Goal, "concurrency">;

/** The predicates of the file, those that stand for scenarios, and those that kazi adds; guards last. */
export function readAllPredicates(before: BeforePredicates): AllPredicates {
  const { root, problems, scope, integration, enforcement } = before;
  const defaults = readTable("defaults", TABLES.defaults, before);
  const context: PredicatesContext = {
    defaultTimeoutMs: defaults?.timeout_ms,
    workspace: scope?.workspace,
    problems,
    features: before.features,
    featureGroups: [],
    claims: [],
  };
  const read = readPredicates(root["predicate"], context);
  const landed = landedPredicate(integration?.mode, context);
  const enforced = enforcement === undefined ? [] : enforcementGuards(enforcement, context);
  const denied = scope === undefined ? [] : denyGuard(scope, context);
  const predicates = [
    ...read.filter((it) => !it.guard),
    ...landed,
    ...read.filter((it) => it.guard),
    ...enforced,
    ...denied,
  ];
  problems.push(...repeatedIds(context.claims), ...undeclaredGroups(root, before.groups));
  refuseTooMany(predicates, before);
  return {
    predicates,
    groups: [...before.groups, ...newGroups(context, before)],
    ...present("concurrency", defaults?.concurrency),
  };
}

function refuseTooMany(predicates: readonly Predicate[], { problems }: FileContext): void {
  if (predicates.length <= PREDICATES_MAX) return;
  problems.push({
    severity: "error",
    code: "too-many-predicates",
    message: `goal-file may come to at most ${PREDICATES_MAX} predicates with scenarios and guards (got ${predicates.length})`,
    suggestion: "Split it into several goals.",
    path: ["predicate"],
    at: "key",
  });
}

function newGroups(
  { featureGroups }: PredicatesContext,
  { groups }: BeforePredicates,
): readonly Group[] {
  return featureGroups.filter((it) => !groups.some((group) => group.id === it.id));
}
