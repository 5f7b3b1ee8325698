import type { Predicate } from "../model/goal.ts";
import { type PredicateContext, readPredicate } from "./read-predicate.ts";
import { formatFound } from "./read-values.ts";
import type { IdClaim } from "./repeated-ids.ts";
import { isTable } from "./toml-table.ts";

/** More could neither be evaluated in time nor be read by anybody. */
export const PREDICATES_MAX = 1_000;

/** What the predicates of a file take from the rest of it, and leave there. */
export interface PredicatesContext extends PredicateContext {
  /** Filled with every id that is taken, also by predicates that were refused. */
  readonly claims: IdClaim[];
}

/** All predicates in the order of the file; each says what is wrong with it. */
export function readPredicates(input: unknown, context: PredicatesContext): readonly Predicate[] {
  const wrong = wrongList(input);
  if (wrong !== undefined || !Array.isArray(input)) {
    context.problems.push({
      severity: "error",
      code: "invalid-value",
      message: wrong ?? "",
      path: ["predicate"],
      at: "key",
    });
    return [];
  }
  return input.flatMap((table: unknown, index) => readOne(table, index, context));
}

function readOne(table: unknown, index: number, context: PredicatesContext): readonly Predicate[] {
  const path = ["predicate", index];
  const who = `[[predicate]] #${index + 1}`;
  const predicates = readPredicate(table, index, context);
  if (!isTable(table)) return predicates;
  if (table["provider"] === "gherkin") {
    context.claims.push(...predicates.map(({ id }) => ({ id, who, path: [...path, "feature"] })));
  } else if (typeof table["id"] === "string") {
    context.claims.push({ id: table["id"], who, path: [...path, "id"] });
  }
  return predicates;
}

function wrongList(input: unknown): string | undefined {
  if (input === undefined) return "goal-file must declare at least one [[predicate]]";
  if (!Array.isArray(input)) {
    return `[[predicate]] must be an array of tables (got ${formatFound(input)})`;
  }
  if (input.length === 0) return "goal-file must declare at least one [[predicate]]";
  return input.length > PREDICATES_MAX
    ? `goal-file may declare at most ${PREDICATES_MAX} predicates (got ${input.length})`
    : undefined;
}
