import { type FilterFunction, FunctionExpressionType } from "json-p3";
import { RE2JS, RE2JSException } from "re2js";

/** Documents are hostile, so `match()` and `search()` of a filter run on the linear engine. */
export const LINEAR_PATTERNS: ReadonlyMap<string, FilterFunction> = new Map([
  ["match", toFunction((pattern, text) => pattern.testExact(text))],
  ["search", toFunction((pattern, text) => pattern.test(text))],
]);

function toFunction(isMatch: (pattern: RE2JS, text: string) => boolean): FilterFunction {
  const { ValueType, LogicalType } = FunctionExpressionType;
  let compiled: { readonly source: string; readonly pattern: RE2JS | undefined } | undefined;
  return {
    argTypes: [ValueType, ValueType],
    returnType: LogicalType,
    call: (text, source) => {
      if (typeof text !== "string" || typeof source !== "string") return false;
      if (compiled?.source !== source) compiled = { source, pattern: compile(source) };
      return compiled.pattern !== undefined && isMatch(compiled.pattern, text);
    },
  };
}

/** RFC 9535: a pattern that cannot be read matches nothing. */
function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
