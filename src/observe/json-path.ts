import { JSONPathEnvironment, JSONPathError, type JSONPathQuery, type JSONValue } from "json-p3";
import { costProblem } from "./json-path-cost.ts";
import { LINEAR_PATTERNS } from "./json-path-patterns.ts";
import { findMissing } from "./missing-in-path.ts";

/** One step into a document. */
type Step = { readonly key: string } | { readonly index: number };

/** What stands at a path, or in words why nothing does. */
export type PathLookup =
  | {
      readonly kind: "found";
      /** For a path that may match several places, the list of what stands at them. */
      readonly value: unknown;
      /** How many places match; absent for a path that names one place. */
      readonly matches?: number;
    }
  | { readonly kind: "problem"; readonly message: string; readonly permanent: boolean };

const STEP = /\.(?!\*(?:[.[]|$))([^.[\]]+)|\[(\d{1,9})\]/y;
const MATCHES_MAX = 1_000_000;

/**
 * Follows a JSONPath. `$`, `.key` and `[n]` alone mean what they always did, whatever characters the
 * key has; everything else is RFC 9535, where wildcards, slices and filters give a list of matches.
 */
export function lookUpPath(document: unknown, path: string): PathLookup {
  const steps = parsePath(path);
  return steps === undefined ? lookUpQuery(document, path) : lookUpSteps(document, path, steps);
}

function parsePath(path: string): readonly Step[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: Step[] = [];
  for (let at = 1; at < path.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const [, key, index] = STEP.exec(path) ?? [];
    if (key === undefined && index === undefined) return undefined;
    steps.push(key === undefined ? { index: Number(index) } : { key });
  }
  return steps;
}

function lookUpSteps(document: unknown, path: string, steps: readonly Step[]): PathLookup {
  let value = document;
  for (const step of steps) {
    const next = "key" in step ? member(value, step.key) : item(value, step.index);
    if (typeof next === "string") return problem(path, next);
    ({ value } = next);
  }
  return { kind: "found", value };
}

function problem(path: string, words: string, permanent = false): PathLookup {
  return { kind: "problem", message: `path ${path}: ${words}`, permanent };
}

function member(value: unknown, key: string): { readonly value: unknown } | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `expected an object to hold "${key}", found ${nameOf(value)}`;
  }
  const found = Object.getOwnPropertyDescriptor(value, key);
  return found === undefined ? `there is no "${key}"` : { value: found.value };
}

function item(value: unknown, index: number): { readonly value: unknown } | string {
  if (!Array.isArray(value)) return `expected a list for [${index}], found ${nameOf(value)}`;
  const list: readonly unknown[] = value;
  return index < list.length
    ? { value: list[index] }
    : `[${index}] is behind the end of a list of ${list.length}`;
}

function lookUpQuery(document: unknown, path: string): PathLookup {
  const query = compile(path);
  if (typeof query === "string") return problem(path, query, true);
  if (!isJson(document)) return problem(path, "there is no document");
  const values = valuesAt(query, document);
  if (typeof values === "string") return problem(path, values);
  return query.singularQuery()
    ? { kind: "found", value: values[0] }
    : { kind: "found", value: values, matches: values.length };
}

/** Everything that matches, or in words why nothing can. */
function valuesAt(query: JSONPathQuery, document: JSONValue): readonly unknown[] | string {
  const values: unknown[] = [];
  try {
    for (const { value } of query.lazyQuery(document)) {
      values.push(value);
      if (values.length > MATCHES_MAX) return `more than ${MATCHES_MAX} matches`;
    }
    return values.length > 0 ? values : (findMissing(query, document) ?? values);
  } catch (error) {
    // Nesting without an end is the document's doing, not the path's.
    return error instanceof Error ? error.message : "cannot be followed";
  }
}

function compile(path: string): JSONPathQuery | string {
  const environment = new JSONPathEnvironment();
  for (const [name, pattern] of LINEAR_PATTERNS) environment.functionRegister.set(name, pattern);
  try {
    const query = environment.compile(path);
    return costProblem(query) ?? query;
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return `expected JSONPath as in RFC 9535, such as $.runs[*].results[?@.level == "error"]: ${error.message}`;
  }
}

/** What was parsed as JSON is nothing else. */
function isJson(document: unknown): document is JSONValue {
  return document !== undefined;
}

/** The kind of a JSON value, in words. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
