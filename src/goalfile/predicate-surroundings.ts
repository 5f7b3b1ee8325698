import { toOneLine } from "../model/plain-text.ts";
import type { Surroundings } from "./read-values.ts";
import type { TomlTable } from "./toml-table.ts";

/** What the reader of a predicate itself understands; `timeout_ms` is a key of each provider. */
const COMMON: ReadonlySet<string> = new Set([
  "id",
  "provider",
  "description",
  "guard",
  "acceptance",
  "held_out",
  "group",
  "optional",
  "cwd",
  "secrets",
]);

/** The original says the provider with the keys of a provider, and leaves it out with common ones. */
export function predicateSurroundings(
  input: TomlTable,
  provider: string,
  index: number,
): Surroundings {
  const name = predicateName(input, index);
  const owner = provider === "" ? name : `${provider} ${name}`;
  return {
    path: ["predicate", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${COMMON.has(key) ? name : owner} "${key}"`,
  };
}

export function predicateName(input: TomlTable, index: number): string {
  const id = input["id"];
  if (typeof id !== "string" || id.trim() === "") return `[[predicate]] #${index + 1}`;
  // Asked for every predicate, and nearly all ids are plain.
  return `predicate "${/^[\w.:/-]{1,80}$/.test(id) ? id : toOneLine(id, 80)}"`;
}
