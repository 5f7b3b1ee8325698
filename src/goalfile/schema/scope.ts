import { z } from "zod";
import { GLOB_RULES, notGit, PATH_RULES, PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { type BrokenRule, ruledText, shorterThan, toShown } from "./rule.ts";
import { listOf } from "./shapes.ts";

const TEXT = "{at} must be a string";
const LIST = "{at} must be an array of strings";

/** Which part of the repository the goal is about. */
export const Scope = z.object({
  workspace: ruledText(TEXT, ...PATH_RULES, notGit)
    .transform(toPlainPath)
    .default("")
    .describe("folder of the repository in which predicates run"),
  repo: ruledText(TEXT, shorterThan(500))
    .transform(toShown)
    .optional()
    .describe("which repository is meant; for people"),
  paths: listOf(ruledText(LIST, ...GLOB_RULES, notGit), LIST)
    .transform(toScopePaths)
    .default([])
    .describe("globs or folders, relative to the workspace, that may change; all when empty"),
  write_paths: listOf(ruledText(LIST, shorterThan(500)).transform(toShown), LIST)
    .optional()
    .describe("where changes are expected; for people"),
  deny: listOf(ruledText(LIST, ...PREFIX_RULES, notEverything), LIST)
    .transform((paths) => paths.map(toPlainPath))
    .default([])
    .describe("files and folders, relative to the workspace, that nobody may change"),
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
