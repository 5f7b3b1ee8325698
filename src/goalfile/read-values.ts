import type { z } from "zod";
import { toOneLine } from "../model/plain-text.ts";
import { nearName } from "./near-name.ts";
import { present } from "./present.ts";
import type { Problem, TomlPath } from "./problem.ts";
import type { RuleParams } from "./schema/rule.ts";
import { isTable } from "./toml-table.ts";

const ISSUES_MAX = 100;
const TEXT_MAX = 80;

/** Where values stand and what they are called there. */
export interface Surroundings {
  readonly path: TomlPath;
  /** The table in the words of the original. */
  readonly owner: string;
  readonly index?: string;
  readonly labelOf: (key: string) => string;
}

export interface ReadContext {
  readonly surroundings: Surroundings;
  readonly problems: Problem[];
}

/** The values as the schema gives them, or `undefined` when any of them was refused. */
export function readValues<T extends z.ZodType>(
  schema: T,
  input: unknown,
  context: ReadContext,
): z.output<T> | undefined {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, ISSUES_MAX)
    .map((issue) => toProblem(issue, context.surroundings));
  const seen = new Set<string>();
  for (const problem of problems) {
    const name = JSON.stringify([problem.path, problem.message]);
    if (!seen.has(name)) context.problems.push(problem);
    seen.add(name);
  }
  return undefined;
}

function toProblem(issue: z.core.$ZodIssue, surroundings: Surroundings): Problem {
  const isMissing = issue.input === undefined;
  const params = paramsOf(issue);
  return {
    severity: "error",
    code: params.code ?? (isMissing ? "missing-key" : "invalid-value"),
    message: wordingOf(issue, surroundings),
    ...present("suggestion", params.suggestion ?? suggestionOf(issue)),
    path: [...surroundings.path, ...issue.path.map(toStep)],
    at: "value",
  };
}

function wordingOf(issue: z.core.$ZodIssue, surroundings: Surroundings): string {
  const key = issue.path.find((step) => typeof step === "string") ?? "";
  const words: Readonly<Record<string, string>> = {
    "{at}": surroundings.labelOf(key),
    "{owner}": surroundings.owner,
    "{index}": surroundings.index ?? "",
    "{got}": formatFound(issue.input),
  };
  // A rule of ours says itself what it shows: the value may be a password.
  const isWhole =
    issue.code === "custom" || issue.input === undefined || issue.message.includes("{got}");
  const template = isWhole ? issue.message : `${issue.message} (got {got})`;
  return template.replaceAll(/\{(?:at|owner|index|got)\}/g, (name) => words[name] ?? name);
}

function suggestionOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== "invalid_value" || typeof issue.input !== "string") return undefined;
  return didYouMean(issue.input, issue.values.map(String));
}

export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const near = nearName(name, known);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}

function paramsOf(issue: z.core.$ZodIssue): RuleParams {
  const params: Readonly<Record<string, unknown>> =
    issue.code === "custom" ? (issue.params ?? {}) : {};
  const { code, suggestion } = params;
  return {
    code: typeof code === "string" ? code : undefined,
    suggestion: typeof suggestion === "string" ? suggestion : undefined,
  };
}

function toStep(step: PropertyKey): string | number {
  return typeof step === "symbol" ? step.toString() : step;
}

/** What stands there, short enough for one sentence. */
export function formatFound(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(toOneLine(value, TEXT_MAX));
  if (typeof value === "number" || typeof value === "bigint") return toOneLine(`${value}`, 40);
  if (typeof value === "boolean") return `${value}`;
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  return isTable(value) ? "a table" : "a date or time";
}
