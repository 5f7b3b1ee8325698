import type { z } from "zod";
import type { Problem } from "./problem.ts";
import { LISTS, TABLES, TOP_KEYS } from "./tables.ts";
import type { TomlTable } from "./toml-table.ts";
import { unknownKeysWithin } from "./unknown-keys-within.ts";
import { unknownKeys } from "./unknown-keys.ts";

const { goal: _, ...NAMED } = TABLES;
const SINGLE: ReadonlyMap<string, z.ZodObject> = new Map(Object.entries(NAMED));
const LISTED: ReadonlyMap<string, z.ZodObject> = new Map(Object.entries(LISTS));

/** Keys that nothing reads, above the first table and in every table but the predicates. */
export function unknownTableKeys(root: TomlTable): readonly Problem[] {
  return [
    ...unknownKeys(root, { known: TOP_KEYS, path: [], owner: "goal-file" }),
    ...Object.keys(root).flatMap((name) => unknownInTable(name, root[name])),
  ];
}

function unknownInTable(name: string, value: unknown): readonly Problem[] {
  const single = SINGLE.get(name);
  if (single !== undefined) {
    return unknownKeysWithin(value, single, { path: [name], owner: `[${name}]` });
  }
  const listed = LISTED.get(name);
  if (listed === undefined || !Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    unknownKeysWithin(item, listed, { path: [name, index], owner: `[[${name}]] #${index + 1}` }),
  );
}
