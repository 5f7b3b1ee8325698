import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { z } from "zod";
import { Expression, isTemplateMapping } from "./template.ts";
import type { Json, Template } from "./template.ts";

/** What an expression sees: the contexts by name, and functions like `success()` that depend on where it stands. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Json>>;
  readonly functions: Readonly<Record<string, (...words: readonly string[]) => Json>>;
}

const AnyJson = z.json();
const statusFunctions = new Set(["success", "failure", "cancelled", "always"]);

export function evaluateExpression(text: string, scope: Scope): Json {
  return toJson(evaluate(text, scope));
}

/** Every expression in the template replaced by its value. */
export function evaluateTemplate(template: Template, scope: Scope): Json {
  if (template instanceof Expression) return evaluateExpression(template.text, scope);
  if (Array.isArray(template)) return template.map((item) => evaluateTemplate(item, scope));
  if (!isTemplateMapping(template)) return isScalar(template) ? template : null;
  const pairs = Object.entries(template).map(([key, value]) => [
    key,
    evaluateTemplate(value, scope),
  ]);
  return Object.fromEntries(pairs);
}

/** The text that GitHub would put in place of the value: `true`, `1.5`, and nothing for null. */
export function evaluateText(template: Template, scope: Scope): string {
  if (template instanceof Expression) return evaluate(template.text, scope).coerceString();
  return toText(evaluateTemplate(template, scope));
}

export function evaluateMap(
  template: Template | undefined,
  scope: Scope,
): Readonly<Record<string, string>> {
  const value = template === undefined ? {} : evaluateTemplate(template, scope);
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toText(item)]));
}

/** An `if:`; without a status function in it, `success()` is required as well. */
export function evaluateCondition(condition: Template | undefined, scope: Scope): boolean {
  const text = condition instanceof Expression ? condition.text : toConditionText(condition);
  if (text === "") return isTruthy(evaluateExpression("success()", scope));
  const isComplete = hasStatusFunction(text);
  return isTruthy(evaluateExpression(isComplete ? text : `success() && (${text})`, scope));
}

export function isTruthy(value: Json): boolean {
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  return value !== null && value !== false && value !== "";
}

export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function toText(value: Json): string {
  return toData(value).coerceString();
}

function evaluate(text: string, scope: Scope): data.ExpressionData {
  const functions = toFunctions(scope);
  const { tokens } = new Lexer(text).lex();
  const names = Object.keys(scope.contexts);
  const tree = new Parser(tokens, names, [...functions.values()]).parse();
  return new Evaluator(tree, toDictionary(scope.contexts), functions).evaluate();
}

function toFunctions(scope: Scope): Map<string, FunctionDefinition> {
  const functions = new Map<string, FunctionDefinition>();
  for (const [name, call] of Object.entries(scope.functions)) {
    functions.set(name.toLowerCase(), {
      name,
      minArgs: 0,
      maxArgs: 255,
      call: (...words) => toData(call(...words.map((word) => word.coerceString()))),
    });
  }
  return functions;
}

function toData(value: Json): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (isJsonObject(value)) return toDictionary(value);
  return new data.Array(...value.map(toData));
}

function toDictionary(values: { readonly [key: string]: Json }): data.Dictionary {
  const pairs = Object.entries(values).map(([key, value]) => ({ key, value: toData(value) }));
  return new data.Dictionary(...pairs);
}

function toJson(value: data.ExpressionData): Json {
  // JSON has no NaN: a comparison of it must stay false instead of becoming one with null.
  if (value instanceof data.NumberData) return value.value;
  return AnyJson.parse(JSON.parse(JSON.stringify(value, data.replacer)));
}

function isScalar(value: Template): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function toConditionText(condition: string | number | boolean | object | null | undefined): string {
  if (condition === undefined || condition === null || typeof condition === "object") return "";
  return String(condition).trim();
}

function hasStatusFunction(text: string): boolean {
  const { tokens } = new Lexer(text).lex();
  return tokens.some(
    (token, index) =>
      statusFunctions.has(token.lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === "(",
  );
}
