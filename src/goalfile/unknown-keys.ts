import { toOneLine } from "../model/plain-text.ts";
import { present } from "./present.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { didYouMean } from "./read-values.ts";
import { TABLES } from "./tables.ts";
import type { TomlTable } from "./toml-table.ts";

/** More than is ever shown, so that it can be said that there are more. */
const WARNINGS_MAX = 200;

/** A warning for each key that nothing reads: a misspelt budget would otherwise be none at all. */
export function unknownKeys(
  table: TomlTable,
  {
    known,
    path,
    owner,
  }: {
    readonly known: readonly string[];
    readonly path: TomlPath;
    readonly owner: string;
  },
): readonly Problem[] {
  return Object.keys(table)
    .filter((key) => !known.includes(key))
    .slice(0, WARNINGS_MAX)
    .map((key) => ({
      severity: "warning",
      code: "unknown-key",
      message: `${owner} has unknown config key "${toOneLine(key, 80)}", which nothing reads`,
      ...present("suggestion", didYouMean(key, known) ?? homeOf(key)),
      path: [...path, key],
      at: "key",
    }));
}

/** In TOML a key belongs to the table above it, which is easily forgotten. */
function homeOf(key: string): string | undefined {
  const home = Object.entries(TABLES).find(([, schema]) => Object.hasOwn(schema.shape, key))?.[0];
  if (home === undefined) return undefined;
  return home === "goal" ? "Move it above the first table." : `It belongs in [${home}].`;
}
