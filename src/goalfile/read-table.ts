import type { z } from "zod";
import { toOneLine } from "../model/plain-text.ts";
import type { Problem } from "./problem.ts";
import { formatFound, readValues, type Surroundings } from "./read-values.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** A parsed file, and what was found wrong with it so far. */
export interface FileContext {
  readonly root: TomlTable;
  readonly problems: Problem[];
}

/** A table of the file, or `undefined` where it is absent or was refused. */
export function readTable<T extends z.ZodObject>(
  name: string,
  schema: T,
  { root, problems }: FileContext,
): z.output<T> | undefined {
  const table = root[name];
  if (table === undefined) return undefined;
  if (isTable(table))
    return readValues(schema, table, { surroundings: surroundingsOf(name), problems });
  problems.push({
    severity: "error",
    code: "invalid-value",
    message: `[${name}] must be a table (got ${formatFound(table)})`,
    path: [name],
    at: "value",
  });
  return undefined;
}

/** The same with something else where it is absent. */
export function readTableOr<T extends z.ZodObject>(
  empty: z.output<T>,
  name: string,
  schema: T,
  context: FileContext,
): z.output<T> | undefined {
  return context.root[name] === undefined ? empty : readTable(name, schema, context);
}

/** The tables of a `[[list]]` with where each stands; absent is empty. */
export function readList<T extends z.ZodObject>(
  name: string,
  schema: T,
  { root, problems, ...rest }: FileContext & { readonly surroundings: ItemSurroundings },
): readonly ReadItem<z.output<T>>[] {
  const list: unknown = root[name] ?? [];
  if (!Array.isArray(list)) {
    const message = `[[${name}]] must be an array of tables (got ${formatFound(list)})`;
    problems.push({ severity: "error", code: "invalid-value", message, path: [name], at: "value" });
    return [];
  }
  return list.flatMap((item: unknown, index): readonly ReadItem<z.output<T>>[] => {
    if (!isTable(item)) {
      problems.push(notATable(name, index, item));
      return [];
    }
    const surroundings = rest.surroundings(item, index);
    const values = readValues(schema, item, { surroundings, problems });
    return values === undefined ? [] : [{ index, values }];
  });
}

/** How the tables of one list are called. */
export type ItemSurroundings = (item: TomlTable, index: number) => Surroundings;

/** One table of a list. */
export interface ReadItem<T> {
  readonly index: number;
  readonly values: T;
}

function notATable(name: string, index: number, item: unknown): Problem {
  return {
    severity: "error",
    code: "invalid-value",
    message: `[[${name}]] #${index + 1} must be a table (got ${formatFound(item)})`,
    path: [name, index],
    at: "value",
  };
}

/** The original names a key in three ways; people search for its words. */
const QUOTED: ReadonlySet<string> = new Set(["goal", "seal", "enforcement", "economy", "memory"]);
const BRACKETED: ReadonlySet<string> = new Set(["conventions", "escalation"]);

/** How a table and its keys are called; the keys above the first table belong to `goal`. */
export function surroundingsOf(name: string): Surroundings {
  return {
    path: name === "goal" ? [] : [name],
    owner: name === "goal" ? "goal-file" : `[${name}]`,
    labelOf: (key, keys) => {
      if (QUOTED.has(name)) return `${name} "${key}"`;
      return BRACKETED.has(name) ? `[${name}] "${key}"` : `${name}.${toOneLine(keys, 100)}`;
    },
  };
}
