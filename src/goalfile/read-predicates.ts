import type { Predicate } from "../model/goal.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Problem } from "./problem.ts";
import { type PredicateContext, readPredicate } from "./read-predicate.ts";
import { formatFound } from "./read-values.ts";
import { isTable } from "./toml-table.ts";

const PREDICATES_MAX = 1_000;

/** All predicates, guards last; each says what is wrong with it. */
export function readPredicates(input: unknown, context: PredicateContext): readonly Predicate[] {
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
  const read = input.map((table: unknown, index) => readPredicate(table, index, context));
  context.problems.push(...repeatedIds(input));
  const predicates = read.filter((it) => it !== undefined);
  return [...predicates.filter((it) => !it.guard), ...predicates.filter((it) => it.guard)];
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

/** Ids that look the same are the same: results are kept by id. */
function repeatedIds(input: readonly unknown[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return input.flatMap((table, index): readonly Problem[] => {
    const id = isTable(table) ? table["id"] : undefined;
    if (typeof id !== "string") return [];
    const name = id.normalize("NFC");
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    return first === undefined ? [] : [repeated(id, index, first)];
  });
}

function repeated(id: string, index: number, first: number): Problem {
  const name = toOneLine(id, 80);
  return {
    severity: "error",
    code: "duplicate-id",
    message: `predicate "${name}" is declared twice: [[predicate]] #${first + 1} and #${index + 1}`,
    suggestion: "Give every predicate an id of its own.",
    path: ["predicate", index, "id"],
    at: "value",
  };
}
