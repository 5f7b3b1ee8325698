import { z } from "zod";
import { Environment } from "./environment.ts";
import { linearRegex } from "./linear-regex.ts";
import { PredicateHead } from "./predicate-head.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";
import { argument, executable } from "./setup.ts";
import { flag, listOf } from "./shapes.ts";

const CMD = '{owner} requires a non-empty string "cmd"';
const ARGS = "{at} must be an array of strings";
const CODES = "{at} must be an array of integers";
const PASS_CODES = {
  wrong: "{at} must be a non-empty integer array",
  missing: '{owner} with verdict "exit_code" requires a non-empty integer array "pass_codes"',
};
const PASS_WHEN = '{at} must be "<op> <number>" (op one of == != < <= > >=), got {got}';
const VERDICTS = ["exit_zero", "exit_code", "json", "match_count"] as const;
const FORMATS = ["sarif", "junit", "json", "raw"] as const;

/** What all providers share that start a program. */
export const Program = PredicateHead.extend({
  cmd: executable(CMD),
  args: listOf(argument(ARGS), ARGS).default([]),
  env: Environment.default({}),
});

/** The keys of a custom_script whatever its verdict. */
export const ScriptBase = Program.extend({
  verdict: z
    .enum(VERDICTS, {
      error:
        '{owner} has unknown verdict {got} (known: "exit_zero", "exit_code", "json", "match_count")',
    })
    .default("exit_zero"),
  pass_codes: integers(PASS_CODES.wrong).optional(),
  fail_codes: integers(CODES).default([]),
  path: jsonPath("json").optional(),
  pass_when: passWhen("json").optional(),
  match_regex: matchRegex().optional(),
  error_codes: integers(CODES).default([]),
  merge_stderr: flag().default(false),
  evidence_format: z
    .enum(FORMATS, { error: '{at} must be one of "sarif", "junit", "json", "raw" (got {got})' })
    .default("raw"),
});

export const ExitZeroScript = ScriptBase.extend({
  verdict: z.literal("exit_zero").default("exit_zero"),
});
export const ExitCodeScript = ScriptBase.extend({
  verdict: z.literal("exit_code"),
  pass_codes: z
    .array(integer(PASS_CODES.wrong), {
      error: (issue) => (issue.input === undefined ? PASS_CODES.missing : PASS_CODES.wrong),
    })
    .min(1, { error: PASS_CODES.wrong })
    .max(1_000, { error: PASS_CODES.wrong }),
});
export const JsonScript = ScriptBase.extend({
  verdict: z.literal("json"),
  path: jsonPath("json"),
  pass_when: passWhen("json"),
});
export const MatchCountScript = ScriptBase.extend({
  verdict: z.literal("match_count"),
  match_regex: matchRegex(),
  pass_when: passWhen("match_count"),
});

function integer(wrong: string): z.ZodNumber {
  return z.int({ error: wrong });
}

function integers(wrong: string): z.ZodArray<z.ZodNumber> {
  return listOf(integer(wrong), wrong);
}

function required(verdict: string, key: string): { wrong: string; missing: string } {
  const missing = `{owner} with verdict "${verdict}" requires a non-empty string "${key}"`;
  return { wrong: missing, missing };
}

function jsonPath(verdict: string): z.ZodString {
  const wording = required(verdict, "path");
  return ruledText(wording, filled(wording.wrong), shorterThan(500), (path) =>
    /^\$(?:\.[^.[\]]+|\[\d{1,9}\])*$/.test(path)
      ? undefined
      : {
          template: '{at} must be a path of "$", ".key" and "[number]" steps (got {got})',
          suggestion: 'Such as "$.totals.failed" or "$.runs[0].results".',
        },
  );
}

function matchRegex(): z.ZodString {
  const wording = required("match_count", "match_regex");
  return ruledText(wording, filled(wording.wrong), shorterThan(1_000), linearRegex);
}

function passWhen(verdict: string) {
  const wording = { missing: required(verdict, "pass_when").missing, wrong: PASS_WHEN };
  return ruledText(wording, shorterThan(64)).transform((text, context) => {
    const comparison = toComparison(text);
    if (comparison !== undefined) return comparison;
    context.issues.push({ code: "custom", message: PASS_WHEN, input: text });
    return z.NEVER;
  });
}

const OPERATOR = z.enum(["==", "!=", "<", "<=", ">", ">="]);

function toComparison(
  text: string,
): { readonly operator: z.infer<typeof OPERATOR>; readonly number: number } | undefined {
  const parts = /^\s*(==|!=|<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  const operator = OPERATOR.safeParse(parts?.[1]);
  return operator.success ? { operator: operator.data, number: Number(parts?.[2]) } : undefined;
}
