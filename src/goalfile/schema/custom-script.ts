import { z } from "zod";
import { passWhen } from "./comparison.ts";
import { jsonPath } from "./json-path.ts";
import { linearRegex } from "./linear-regex.ts";
import { Program } from "./program.ts";
import { reportFile } from "./report-path.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const CODES = "{at} must be an array of integers";
const PASS_CODES = {
  wrong: "{at} must be a non-empty integer array",
  missing: '{owner} with verdict "exit_code" requires a non-empty integer array "pass_codes"',
};
const PASS_WHEN = '{at} must be "<op> <number>" (op one of == != < <= > >=), got {got}';
const VERDICTS = ["exit_zero", "exit_code", "json", "match_count"] as const;
const FORMATS = ["sarif", "junit", "json", "raw"] as const;
const PASS_CODES_HELP = "exit codes that are a pass, with exit_code";

/** The keys of a custom_script whatever its verdict. */
export const ScriptBase = Program.extend({
  verdict: z
    .enum(VERDICTS, {
      error:
        '{owner} has unknown verdict {got} (known: "exit_zero", "exit_code", "json", "match_count")',
    })
    .default("exit_zero")
    .describe("what decides: the exit code, a number in its JSON, or how many lines match"),
  pass_codes: integers(PASS_CODES.wrong).optional().describe(PASS_CODES_HELP),
  fail_codes: integers(CODES).default([]).describe("exit codes that are an expected failure"),
  path: scriptPath().optional().describe("JSONPath of the number, with json"),
  pass_when: comparison("json").optional(),
  match_regex: matchRegex().optional().describe("lines that count, with match_count"),
  error_codes: errorCodes(),
  merge_stderr: mergeStderr(false),
  evidence_format: z
    .enum(FORMATS, { error: '{at} must be one of "sarif", "junit", "json", "raw" (got {got})' })
    .default("raw")
    .describe("what the output is read as for the evidence; never moves the verdict"),
  report: reportFile(),
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
  path: scriptPath(),
  pass_when: comparison("json"),
});
export const MatchCountScript = ScriptBase.extend({
  verdict: z.literal("match_count"),
  match_regex: matchRegex(),
  pass_when: comparison("match_count"),
});

/** Exit codes that are neither a pass nor a fail. */
export function errorCodes(): z.ZodDefault<z.ZodArray<z.ZodNumber>> {
  return integers(CODES)
    .default([])
    .describe("exit codes that mean that the program could not do its work");
}

/** Whether what a program complains of is part of its output. */
export function mergeStderr(usual: boolean): z.ZodDefault<z.ZodBoolean> {
  return flag().default(usual).describe("read standard error together with standard output");
}

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

function scriptPath(): z.ZodString {
  return jsonPath(required("json", "path"));
}

function matchRegex(): z.ZodString {
  const wording = required("match_count", "match_regex");
  return ruledText(wording, filled(wording.wrong), shorterThan(1_000), linearRegex);
}

function comparison(verdict: string) {
  return passWhen({ missing: required(verdict, "pass_when").missing, wrong: PASS_WHEN });
}
