import { z } from "zod";
import { groupName } from "./group.ts";
import { notGit, PATH_RULES, toPlainPath } from "./path-rules.ts";
import { type BrokenRule, filled, ruledText, shorterThan, toShown, visible } from "./rule.ts";
import { flag, listOf, timeoutMs } from "./shapes.ts";
import { toGroupId } from "./to-group-id.ts";

const TEXT = "{at} must be a string";
const ID = {
  wrong: '[[predicate]] {index} "id" must be a non-empty string',
  missing: '[[predicate]] {index} is missing required key "id"',
};
const PROVIDER = {
  wrong: TEXT,
  missing: '{owner} is missing required key "provider"',
};
const GROUP = "{at} must be a non-empty string";
const SECRETS = "{at} must be an array of names of secrets";

/** What every predicate may say, whatever evaluates it. */
export const PredicateHead = z.object({
  id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible).describe(
    "names the predicate in every report",
  ),
  provider: ruledText(PROVIDER).describe("what evaluates it"),
  description: ruledText(TEXT, shorterThan(10_000))
    .transform(toShown)
    .optional()
    .describe("what it is for; told to the agent"),
  guard: flag().default(false).describe("holds at the start and must not break"),
  acceptance: flag().default(false).describe("accepts the work; counts like any other"),
  held_out: flag().default(false).describe("counts, and its evidence is never told to the agent"),
  group: groupName(GROUP).transform(toGroupId).optional().describe("id of a [[group]]"),
  optional: flag().default(false).describe("an unknown is waived and shown"),
  cwd: ruledText(TEXT, ...PATH_RULES, notGit)
    .transform(toPlainPath)
    .optional()
    .describe("folder below the workspace in which its program runs"),
  secrets: listOf(ruledText(SECRETS, secretName), SECRETS)
    .optional()
    .describe("names of the secrets that it may use; only for live predicates that run no program"),
  timeout_ms: timeoutMs().optional().describe("how long it may take"),
  feature: z.unknown().optional().describe("for people; nothing reads it"),
  scenario: z.unknown().optional().describe("for people; nothing reads it"),
  steps: z.unknown().optional().describe("for people; nothing reads it"),
  role: z.unknown().optional().describe("for people; nothing reads it"),
  priority: z.unknown().optional().describe("for people; nothing reads it"),
  interface: z.unknown().optional().describe("for people; nothing reads it"),
});
export type PredicateHead = z.infer<typeof PredicateHead>;

/** Names a secret the way GitHub does. */
export function secretName(text: string): BrokenRule | undefined {
  if (/^(?!GITHUB_)[A-Za-z_][A-Za-z0-9_]{0,199}$/i.test(text)) return undefined;
  return {
    template: "{at} must use names that GitHub accepts for secrets (got {got})",
    code: "invalid-name",
    suggestion: "Letters, digits and underscores, not starting with a digit or GITHUB_.",
  };
}
