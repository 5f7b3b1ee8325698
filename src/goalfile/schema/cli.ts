import { z } from "zod";
import { contradiction } from "./contradiction.ts";
import { jsonPath } from "./json-path.ts";
import { linearRegex } from "./linear-regex.ts";
import { toPlainPath } from "./path-rules.ts";
import { Program, words } from "./program.ts";
import { filePath } from "./report-path.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";
import { samples } from "./samples.ts";
import { listOf } from "./shapes.ts";
import { tagError } from "./tag-error.ts";

const LIST = "{at} must be an array of tables";
const ARGS = '{at} has a call whose "args" are not an array of strings';
const TARGET = {
  unknown:
    '{owner} has an assertion with unknown target {got} (known: "exit_code", "stdout", "stderr")',
  missing: '{owner} has an assertion with no "target"',
  wrong: LIST,
};
const MATCH =
  '{owner} has an assertion with unknown match {got} (known: "equals", "contains", "regex", "json_path", "golden")';
const EXIT_CODE = '{owner} has an exit_code assertion that requires an integer "expected"';
const EQUALS = '{owner} has an assertion that requires a string "expected"';
const CONTAINS = '{owner} has a contains assertion that requires a non-empty string "expected"';
const REGEX = '{owner} has a regex assertion that requires a non-empty string "expected"';
const PATH = '{owner} has a json_path assertion that requires a "path" such as "$.version"';
const SCALAR =
  '{owner} has a json_path assertion that requires an "expected" text, number or boolean';
const GOLDEN = '{owner} has a golden assertion that requires a "golden" file of the repository';
const TEXT_MAX = 16_384;
const CALLS_MAX = 100;

const Stream = z.enum(["stdout", "stderr"]);

const Assertion = z.discriminatedUnion(
  "target",
  [
    z.object({
      target: z.literal("exit_code"),
      expected: z.int({ error: EXIT_CODE }).describe("exit code"),
    }),
    z.discriminatedUnion(
      "match",
      [
        z.object({
          target: Stream,
          match: z.literal("equals").optional(),
          expected: ruledText(EQUALS, shorterThan(TEXT_MAX)).describe("the whole text"),
        }),
        z.object({
          target: Stream,
          match: z.literal("contains"),
          expected: ruledText(CONTAINS, notEmpty(CONTAINS), shorterThan(TEXT_MAX)).describe(
            "a part of it",
          ),
        }),
        z.object({
          target: Stream,
          match: z.literal("regex"),
          expected: ruledText(REGEX, filled(REGEX), shorterThan(1_000), linearRegex).describe(
            "regex",
          ),
        }),
        z.object({
          target: Stream,
          match: z.literal("json_path"),
          path: jsonPath(PATH).describe("JSONPath of the value"),
          expected: z
            .union([z.string(), z.number(), z.boolean()], { error: SCALAR })
            .describe("the value"),
        }),
        z.object({
          target: Stream,
          match: z.literal("golden"),
          golden: filePath(GOLDEN).transform(toPlainPath).describe("file with the expected text"),
        }),
      ],
      { error: MATCH },
    ),
  ],
  { error: tagError("target", TARGET) },
);

const Call = z.object(
  {
    args: words(ARGS).default([]),
    assertions: listOf(Assertion, LIST).default([]).describe("what must hold of this call"),
  },
  { error: LIST },
);
export type CliCall = z.infer<typeof Call>;

export const Cli = Program.extend({
  assertions: listOf(Assertion, LIST)
    .default([])
    .describe("what must hold of the call; exit code 0 unless there are any"),
  script: listOf(Call, LIST)
    .min(1, { error: LIST })
    .max(CALLS_MAX, { error: `{at} must have at most ${CALLS_MAX} items` })
    .optional()
    .describe("calls one after another, instead of one: args and assertions each"),
  samples: samples(1),
}).refine(
  (values) => values.script === undefined || (isNone(values.args) && isNone(values.assertions)),
  contradiction(
    "script",
    '{at} goes without "args" and "assertions"',
    "Move them into a call of the script.",
  ),
);
export type Cli = z.infer<typeof Cli>;

function notEmpty(template: string) {
  return (text: string) => (text === "" ? { template } : undefined);
}

/** A list that was refused is not there. */
function isNone(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
