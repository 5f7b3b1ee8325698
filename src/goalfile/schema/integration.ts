import { z } from "zod";
import { type BrokenRule, flagValue } from "./rule.ts";

const TEXT = "{at} must be a string";
const MODES = ["none", "commit", "branch", "pr", "merge"] as const;
const NOT_IN_BRANCHES = /[\s~^:?*[\\]|\.\.|@\{|\/\/|^\/|(^|\/)\.|\.lock(\/|$)/;

export const Integration = z.object({
  mode: z
    .enum(MODES, {
      error: (issue) =>
        typeof issue.input === "string"
          ? '[integration] "mode" must be one of "branch", "commit", "merge", "none", "pr" (got {got})'
          : '[integration] "mode" must be a string',
    })
    .optional(),
  branch: flagValue(TEXT, branchName).optional(),
  branch_prefix: flagValue(TEXT, branchStart).optional(),
  base: flagValue(TEXT, branchName).optional(),
  commit_style: z.string({ error: TEXT }).optional(),
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
