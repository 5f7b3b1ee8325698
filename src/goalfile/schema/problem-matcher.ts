import { z } from "zod";
import { linearRegex } from "./linear-regex.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const MATCHER =
  "{at} must be an array of tables with a regexp each, one for each line of a problem";
const REGEXP = '{at} requires a non-empty string "regexp" in each of its tables';
const GROUP = "{at} must number the groups of its regexp from 0 to 99";
const PATTERNS_MAX = 20;

const Pattern = z.object(
  {
    regexp: ruledText(REGEXP, filled(REGEXP), shorterThan(1_000), linearRegex).describe(
      "what a line of a problem looks like",
    ),
    file: group("file"),
    line: group("line"),
    column: group("column"),
    severity: group("severity"),
    code: group("rule"),
    message: group("message"),
    loop: flag().default(false).describe("the line may come again and again, for more problems"),
  },
  { error: MATCHER },
);

export type ProblemPattern = z.infer<typeof Pattern>;

/** The patterns of a problem matcher of GitHub. */
export function problemMatcher(): z.ZodOptional<z.ZodArray<typeof Pattern>> {
  return listOf(Pattern, MATCHER)
    .min(1, { error: MATCHER })
    .max(PATTERNS_MAX, { error: `{at} must have at most ${PATTERNS_MAX} tables` })
    .refine((patterns) => patterns.some((it) => it.message !== undefined), {
      error: '{at} must say in one of its tables which group is the "message"',
    })
    .refine((patterns) => !patterns.slice(0, -1).some((it) => it.loop), {
      error: '{at} may "loop" in its last table only',
    })
    .optional()
    .describe("what a problem looks like, one table a line: keys of GitHub's problem matchers");
}

function group(what: string) {
  return z
    .int({ error: GROUP })
    .min(0, { error: GROUP })
    .max(99, { error: GROUP })
    .optional()
    .describe(`number of the group that is the ${what}`);
}
