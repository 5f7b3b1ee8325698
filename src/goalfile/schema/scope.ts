import { z } from "zod";
import { GLOB_RULES, notGit, PATH_RULES, PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { type BrokenRule, ruledText } from "./rule.ts";
import { listOf } from "./shapes.ts";

const TEXT = "{at} must be a string";
const LIST = "{at} must be an array of strings";

export const Scope = z.object({
  workspace: ruledText(TEXT, ...PATH_RULES, notGit)
    .transform(toPlainPath)
    .default(""),
  repo: z.string({ error: TEXT }).optional(),
  paths: listOf(ruledText(LIST, ...GLOB_RULES, notGit), LIST)
    .transform(toScopePaths)
    .default([]),
  write_paths: listOf(z.string({ error: LIST }), LIST).optional(),
  deny: listOf(ruledText(LIST, ...PREFIX_RULES, notEverything), LIST)
    .transform((paths) => paths.map(toPlainPath))
    .default([]),
});
export type Scope = z.infer<typeof Scope>;

/** No paths means all of them, and so does the root among them. */
function toScopePaths(paths: readonly string[]): string[] {
  const plain = paths.map(toPlainPath);
  return plain.includes("") ? [] : plain;
}

function notEverything(text: string): BrokenRule | undefined {
  if (toPlainPath(text) !== "") return undefined;
  return { template: "{at} must leave something to work on (got {got})" };
}
