import type { z } from "zod";
import { predicateName } from "./predicate-surroundings.ts";
import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { didYouMean, formatFound } from "./read-values.ts";
import { PROVIDERS, UNSUPPORTED_PROVIDERS } from "./tables.ts";
import type { TomlTable } from "./toml-table.ts";

const KNOWN = [...Object.keys(PROVIDERS), ...UNSUPPORTED_PROVIDERS].toSorted();

/** A rule over keys of every predicate, which holds whatever the single ones are. */
export function contradictions(input: TomlTable, index: number): readonly Problem[] {
  if (input["guard"] !== true || input["acceptance"] !== true) return [];
  return [
    {
      severity: "error",
      code: "contradiction",
      message: `${predicateName(input, index)} may not be both a guard and an acceptance predicate`,
      suggestion: "Remove one of the two.",
      path: ["predicate", index, "acceptance"],
      at: "value",
    },
  ];
}

/** The keys of each provider that load and move nothing, with what is said of them. */
const RETIRED: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map(
  Object.entries(PROVIDERS).map(([provider, schema]) => [provider, retiredOf(schema)]),
);

function retiredOf(schema: z.ZodObject): readonly (readonly [string, string])[] {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  return Object.entries(shape)
    .filter(([, it]) => it.meta()?.deprecated === true)
    .map(([key, it]) => [key, it.description ?? ""]);
}

/** A warning for each key of the original that loads and moves nothing. */
export function retiredKeys(input: TomlTable, provider: string, index: number): readonly Problem[] {
  const found = (RETIRED.get(provider) ?? []).filter(([key]) => input[key] !== undefined);
  return found.map(([key, description]) => ({
    severity: "warning",
    code: "not-enforced",
    message: `${predicateName(input, index)} "${key}" is ${description}`,
    suggestion: "Remove it.",
    path: ["predicate", index, key],
    at: "key",
  }));
}

/** Its goal waits for it for ever unless it is optional, so this is said before anything runs. */
export function notBuilt(
  input: TomlTable,
  check: { readonly named: string; readonly instead: string },
  index: number,
): Problem {
  return {
    severity: "warning",
    code: "not-built",
    message: `${predicateName(input, index)} has provider "${check.named}", which is not built here and never passes`,
    suggestion: check.instead,
    path: ["predicate", index, "provider"],
    at: "value",
  };
}

export function unknownProvider(input: TomlTable, provider: string, index: number): Problem {
  const known = KNOWN.map((it) => `"${it}"`).join(", ");
  return {
    severity: "error",
    code: "unknown-provider",
    message: `${predicateName(input, index)} has unknown provider ${formatFound(provider)} (known: ${known})`,
    ...present("suggestion", didYouMean(provider, KNOWN)),
    path: ["predicate", index, "provider"],
    at: "value",
  };
}
