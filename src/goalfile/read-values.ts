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
  /** Of the key of the table, and of the way from it to the value: `cache` and `cache.key`. */
  readonly labelOf: (key: string, keys: string) => string;
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
  const isMissing = foundBy(issue) === undefined;
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
  const keys = issue.path.filter((step) => typeof step === "string");
  const words: Readonly<Record<string, string>> = {
    "{at}": surroundings.labelOf(keys[0] ?? "", keys.join(".")),
    "{owner}": surroundings.owner,
    "{index}": surroundings.index ?? "",
    "{got}": formatFound(foundBy(issue)),
  };
  // A rule of ours says itself what it shows: the value may be a password.
  const isWhole =
    issue.code === "custom" || issue.input === undefined || issue.message.includes("{got}");
  const template = isWhole ? issue.message : `${issue.message} (got {got})`;
  return template.replaceAll(/\{(?:at|owner|index|got)\}/g, (name) => words[name] ?? name);
}

function suggestionOf(issue: z.core.$ZodIssue): string | undefined {
  const found = foundBy(issue);
  if (typeof found !== "string") return undefined;
  if (issue.code === "invalid_value") return didYouMean(found, issue.values.map(String));
  if (issue.code !== "invalid_union" || !("options" in issue)) return undefined;
  return didYouMean(found, (issue.options ?? []).map(String));
}

/** Tables of several kinds are told apart by a tag, and then the tag is what is wrong. */
function foundBy(issue: z.core.$ZodIssue): unknown {
  if (issue.code !== "invalid_union" || issue.discriminator === undefined) return issue.input;
  return isTable(issue.input) ? issue.input[issue.discriminator] : issue.input;
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
