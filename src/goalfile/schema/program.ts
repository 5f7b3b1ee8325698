import type { z } from "zod";
import { Environment } from "./environment.ts";
import { PredicateHead } from "./predicate-head.ts";
import { argument, executable } from "./setup.ts";
import { listOf } from "./shapes.ts";
import { TABLE_OF_TEXTS } from "./text-table.ts";

const CMD = '{owner} requires a non-empty string "cmd"';
const ARGS = "{at} must be an array of strings";

/** One executable. `wrong` is said when it is missing, too. */
export function command(wrong = CMD): z.ZodString {
  return executable(wrong).describe("executable, by name or by a path in the repository");
}

/** What the executable is told, one word an item. */
export function words(wrong = ARGS): z.ZodArray<z.ZodString> {
  return listOf(argument(wrong), wrong).describe("arguments, passed on as they are");
}

/** Variables that the program sees in addition to the few that are let through. */
export function variables(): z.ZodDefault<typeof Environment> {
  return Environment.default({}).meta({
    description: "variables of the program's environment",
    jsonSchema: TABLE_OF_TEXTS,
  });
}

/** What all providers share that start a program. */
export const Program = PredicateHead.extend({
  cmd: command(),
  args: words().default([]),
  env: variables(),
});
export type Program = z.infer<typeof Program>;
