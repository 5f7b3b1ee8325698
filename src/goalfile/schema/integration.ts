import { z } from "zod";
import { type BrokenRule, flagValue, ruledText, shorterThan, toShown } from "./rule.ts";

const TEXT = "{at} must be a string";
const MODES = ["none", "commit", "branch", "pr", "merge"] as const;
const NOT_IN_BRANCHES = /[\s~^:?*[\\]|\.\.|@\{|\/\/|^\/|(^|\/)\.|\.lock(\/|$)/;

/** How far the result has to travel. */
export const Integration = z.object({
  mode: z
    .enum(MODES, {
      error: (issue) =>
        typeof issue.input === "string"
          ? '[integration] "mode" must be one of "branch", "commit", "merge", "none", "pr" (got {got})'
          : '[integration] "mode" must be a string',
    })
    .optional()
    .describe("how far the result travels before the goal counts; the host chooses when absent"),
  branch: flagValue(TEXT, branchName).optional().describe("branch that the work goes to"),
  branch_prefix: flagValue(TEXT, branchStart).optional().describe("what its name starts with"),
  base: flagValue(TEXT, branchName).optional().describe("branch that it is merged to"),
  commit_style: ruledText(TEXT, shorterThan(200))
    .transform(toShown)
    .optional()
    .describe("for people; kazi words its commits itself"),
});
export type Integration = z.infer<typeof Integration>;

function branchName(text: string): BrokenRule | undefined {
  return /[/.]$/.test(text) ? notABranch() : branchStart(text);
}

function branchStart(text: string): BrokenRule | undefined {
  return NOT_IN_BRANCHES.test(text) ? notABranch() : undefined;
}

function notABranch(): BrokenRule {
  return { template: "{at} must be a branch name that git accepts (got {got})" };
}
