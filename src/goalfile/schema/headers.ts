import type { z } from "zod";
import { stringTable } from "./environment.ts";
import { type BrokenRule, visible } from "./rule.ts";
import { TABLE_OF_TEXTS } from "./text-table.ts";

/** What is sent above the body of a request. */
export function headers(): z.ZodDefault<ReturnType<typeof stringTable>> {
  return stringTable(headerName, visible)
    .default({})
    .meta({ description: "headers of the request", jsonSchema: TABLE_OF_TEXTS });
}

function headerName(name: string): BrokenRule | undefined {
  if (name.length <= 200 && /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) return undefined;
  return { template: "{at} must use valid header names (got {got})", code: "invalid-name" };
}
