import type { Goal, Predicate } from "../../model/goal.ts";
import type { Problem, TomlPath } from "../problem.ts";
import { isTable, type TomlTable } from "../toml-table.ts";

/** A goal that loads, and where its parts stand. */
export interface LintContext {
  readonly goal: Goal;
  /** One for each that the file declares: scenarios of one feature file are alike. */
  readonly predicates: readonly Predicate[];
  readonly placeOf: (predicate: Predicate, ...keys: readonly string[]) => TomlPath;
}

/** What one rule says about a goal; it only ever warns. */
export type LintRule = (context: LintContext) => readonly Problem[];

/** A goal with the table that it was read from. */
export function createLintContext(goal: Goal, root: TomlTable): LintContext {
  const tables: readonly unknown[] = Array.isArray(root["predicate"]) ? root["predicate"] : [];
  const indexes = new Map(
    tables.flatMap((table, index): readonly (readonly [unknown, number])[] =>
      isTable(table)
        ? [[table["provider"] === "gherkin" ? table["feature"] : table["id"], index]]
        : [],
    ),
  );
  return {
    goal,
    predicates: goal.predicates.filter((it, index) => !isRepeated(it, goal, index)),
    placeOf: ({ id, check }, ...keys) => {
      const index = indexes.get(check.provider === "gherkin" ? check.feature : id);
      return index === undefined ? ["enforcement", "guard"] : ["predicate", index, ...keys];
    },
  };
}

function isRepeated({ check }: Predicate, { predicates }: Goal, index: number): boolean {
  if (check.provider !== "gherkin") return false;
  const first = predicates.findIndex(
    (other) => other.check.provider === "gherkin" && other.check.feature === check.feature,
  );
  return first !== index;
}
