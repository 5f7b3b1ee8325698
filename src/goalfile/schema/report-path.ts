import type { z } from "zod";
import { GLOB_RULES, notGit, PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { type BrokenRule, ruledText } from "./rule.ts";

const TEXT = "{at} must be a string";

type PathText = z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>>;

/** A file of the checkout. */
export function filePath(wrong = TEXT): z.ZodString {
  return ruledText(wrong, ...PREFIX_RULES, notGit, notTheRoot);
}

/** Files of the checkout that a program writes. */
export function reportGlob(): PathText {
  return ruledText(TEXT, ...GLOB_RULES, notGit, notTheRoot)
    .transform(toPlainPath)
    .optional()
    .describe("glob of the JUnit files that the program writes");
}

/** One file of the checkout that a program writes. */
export function reportFile(): PathText {
  return filePath()
    .transform(toPlainPath)
    .optional()
    .describe("file that the program writes its report to, instead of standard output");
}

function notTheRoot(text: string): BrokenRule | undefined {
  if (toPlainPath(text) !== "") return undefined;
  return { template: "{at} must name a file (got {got})" };
}
