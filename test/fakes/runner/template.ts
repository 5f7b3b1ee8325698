import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from "@actions/workflow-parser/templates/tokens/type-guards";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** An expression without its `${{ }}`, not yet evaluated. */
export class Expression {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value of a workflow file in which expressions still stand. */
export type Template =
  | string
  | number
  | boolean
  | null
  | Expression
  | readonly Template[]
  | { readonly [key: string]: Template };

export type TemplateMapping = { readonly [key: string]: Template };

/** The parser has already turned text with `${{ }}` in it into one `format(...)` expression. */
export function toTemplate(token: TemplateToken): Template {
  if (isBasicExpression(token)) return new Expression(token.expression);
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (isSequence(token)) return Array.from(token, toTemplate);
  if (isMapping(token)) {
    const pairs = Array.from(token, ({ key, value }) => [key.toString(), toTemplate(value)]);
    return Object.fromEntries(pairs);
  }
  return null;
}

export function isTemplateMapping(value: Template | undefined): value is TemplateMapping {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Expression)
  );
}
