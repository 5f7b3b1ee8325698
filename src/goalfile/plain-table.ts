import { TomlDate } from "smol-toml";
import { toShown } from "./schema/rule.ts";
import { isTable } from "./toml-table.ts";

/** A table of TOML as JSON can hold it: dates, and numbers that JSON has not, become text. */
export function plainTable(
  table: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(table).map(([key, value]): [string, unknown] => [
    toShown(key),
    plainData(value),
  ]);
  // Taking invisible characters out may leave a name that reaches an object's prototype.
  return Object.fromEntries(entries.filter(([key]) => key !== "__proto__"));
}

function plainData(value: unknown): unknown {
  if (typeof value === "string") return toShown(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : `${value}`;
  if (typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plainData);
  if (isTable(value)) return plainTable(value);
  return value instanceof TomlDate ? value.toISOString() : String(value);
}
