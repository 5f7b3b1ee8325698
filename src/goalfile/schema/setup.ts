import { z } from "zod";
import { filled, ruledText, shorterThan, visible, visibleLines } from "./rule.ts";
import { timeoutMs } from "./shapes.ts";

const COMMANDS = '{at} must be an array of commands such as [["npm", "ci"]]';
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

export const Setup = z.object({
  commands: z
    .array(
      z
        .tuple([executable(COMMANDS)], argument(COMMANDS), { error: COMMANDS })
        .check(z.maxLength(WORDS_MAX, { error: `{at} allows ${WORDS_MAX} words a command` })),
      { error: COMMANDS },
    )
    .max(COMMANDS_MAX, { error: `{at} allows ${COMMANDS_MAX} commands` })
    .default([]),
  timeout_ms: timeoutMs().default(600_000),
});
export type Setup = z.infer<typeof Setup>;
