import { z } from "zod";
import { GLOB_RULES, notGit, PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { filled, ruledText, shorterThan, visible, visibleLines } from "./rule.ts";
import { listOf, timeoutMs } from "./shapes.ts";

const COMMANDS = '{at} must be an array of commands such as [["npm", "ci"]]';
const GLOBS = "{at} must be an array of globs";
const FOLDERS = "{at} must be an array of folders";
const COMMANDS_MAX = 50;
const WORDS_MAX = 200;
const WORD_LENGTH_MAX = 16_384;

/** One executable: looked up by name or path, never read by a shell. */
export function executable(wrong: string): z.ZodString {
  return ruledText(wrong, filled(wrong), shorterThan(1_000), visible);
}

/** One argument: whatever a program may be told, as long as a reader can see it. */
export function argument(wrong: string): z.ZodString {
  return ruledText(wrong, shorterThan(WORD_LENGTH_MAX), visibleLines);
}

const Cache = z.object(
  {
    key: listOf(ruledText(GLOBS, ...GLOB_RULES), GLOBS)
      .min(1, { error: "{at} must name at least one file" })
      .transform((globs) => globs.map(toPlainPath))
      .describe("files whose content names what setup makes, such as a lockfile"),
    paths: listOf(ruledText(FOLDERS, ...PREFIX_RULES, notGit), FOLDERS)
      .min(1, { error: "{at} must name at least one folder" })
      .transform((folders) => folders.map(toPlainPath))
      .describe("folders that are kept, such as node_modules"),
  },
  { error: "{at} must be a table of key and paths" },
);

/** What prepares a fresh checkout. */
export const Setup = z.object({
  commands: z
    .array(
      z
        .tuple([executable(COMMANDS)], argument(COMMANDS), { error: COMMANDS })
        .check(z.maxLength(WORDS_MAX, { error: `{at} allows ${WORDS_MAX} words a command` })),
      { error: COMMANDS },
    )
    .max(COMMANDS_MAX, { error: `{at} allows ${COMMANDS_MAX} commands` })
    .default([])
    .describe("commands, each a list of words, that run before anything is observed"),
  timeout_ms: timeoutMs().default(600_000).describe("how long they may take together"),
  cache: Cache.optional().describe("what need not be made anew: key and paths"),
});
export type Setup = z.infer<typeof Setup>;
