import type { z } from "zod";
import type { Check } from "../../model/check.ts";
import { type ReadContext, readValues } from "../read-values.ts";
import type { PredicateHead } from "../schema/predicate-head.ts";
import type { TomlTable } from "../toml-table.ts";

/** What every predicate says, and what only its provider understands. */
export interface ReadCheck {
  readonly head: PredicateHead;
  readonly check: Check;
}

/** Reads a predicate of one provider; nothing when any value was refused. */
export type ProviderReader = (input: TomlTable, context: ReadContext) => ReadCheck | undefined;

/** The reader of a provider that has the same keys whatever stands in them. */
export function readerOf<T extends z.ZodType<PredicateHead>>(
  schema: T,
  toCheck: (values: z.output<T>) => Check,
): ProviderReader {
  return (input, context) => {
    const values = readValues(schema, input, context);
    return values && { head: values, check: toCheck(values) };
  };
}
