import { JSONPathQuery, type JSONValue, jsonpath } from "json-p3";

type Segment = jsonpath.JSONPathSegment;
type Expression = jsonpath.expressions.FilterExpression;

const { NameSelector, FilterSelector } = jsonpath.selectors;
const { FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression, RelativeQuery } =
  jsonpath.expressions;

/**
 * Why a path that matches nothing cannot match anything in a document of this shape: a misspelt key
 * would match nothing as well, and nothing is often what is wanted. An empty list is no reason.
 */
export function findMissing(query: JSONPathQuery, document: JSONValue): string | undefined {
  for (const [index, segment] of query.segments.entries()) {
    const start = firstOf(query, index + 1);
    if (start.match(document) !== undefined) continue;
    const before = firstOf(query, index);
    return (
      describeMissing(start, segment, document) ??
      findMissingKey(before, segment, document) ??
      describeScalar(before, segment, document)
    );
  }
  return undefined;
}

function firstOf({ environment, segments }: JSONPathQuery, count: number): JSONPathQuery {
  return new JSONPathQuery(environment, segments.slice(0, count));
}

/** A name that no place has, or the one place of a path without a choice. */
function describeMissing(
  start: JSONPathQuery,
  segment: Segment,
  document: JSONValue,
): string | undefined {
  const isNamed = segment.selectors.every((selector) => selector instanceof NameSelector);
  if (!isNamed && !start.singularQuery()) return undefined;
  return isDescendant(segment) && isEmpty(document)
    ? undefined
    : `there is nothing at ${start.toString()}`;
}

function isDescendant(segment: Segment): boolean {
  return segment.toString().startsWith("..");
}

function isEmpty(document: JSONValue): boolean {
  return typeof document === "object" && document !== null && Object.keys(document).length === 0;
}

/** A filter may find nothing, but what it compares has to occur where there is anything to filter. */
function findMissingKey(
  before: JSONPathQuery,
  segment: Segment,
  document: JSONValue,
): string | undefined {
  const compared = segment.selectors.flatMap((selector) =>
    selector instanceof FilterSelector ? comparedIn(selector.expression) : [],
  );
  let missing = compared.map(leadingNames);
  let isAnything = false;
  for (const { value } of elementsOf(before, segment).lazyQuery(document)) {
    isAnything = true;
    missing = missing.filter((key) => key.match(value) === undefined);
    if (missing.length === 0) return undefined;
  }
  const [first] = missing;
  return isAnything && first !== undefined
    ? `nothing that it filters has ${first.toString().replace("$", "@")}`
    : undefined;
}

function elementsOf({ environment, segments }: JSONPathQuery, segment: Segment): JSONPathQuery {
  const all = environment.compile(isDescendant(segment) ? "$..*" : "$[*]");
  return new JSONPathQuery(environment, [...segments, ...all.segments]);
}

/** To ask whether something is there is no comparison: the answer may be no. */
function comparedIn(expression: Expression): readonly JSONPathQuery[] {
  if (expression instanceof LogicalExpression) return comparedIn(expression.expression);
  if (expression instanceof PrefixExpression) return comparedIn(expression.right);
  if (expression instanceof FunctionExtension) return expression.args.flatMap(operandsIn);
  if (!(expression instanceof InfixExpression)) return [];
  const { left, right, logical } = expression;
  return [left, right].flatMap(logical ? comparedIn : operandsIn);
}

function operandsIn(expression: Expression): readonly JSONPathQuery[] {
  if (expression instanceof RelativeQuery) return [expression.path];
  return expression instanceof FunctionExtension ? expression.args.flatMap(operandsIn) : [];
}

/** What is counted behind them may well be nothing. */
function leadingNames(query: JSONPathQuery): JSONPathQuery {
  const behind = query.segments.findIndex(
    (segment) =>
      isDescendant(segment) ||
      segment.selectors.some((selector) => !(selector instanceof NameSelector)),
  );
  return firstOf(query, behind === -1 ? query.segments.length : behind);
}

/** Nothing is in a number or a text; `null` is what some tools write for an empty list. */
function describeScalar(
  before: JSONPathQuery,
  segment: Segment,
  document: JSONValue,
): string | undefined {
  if (isDescendant(segment)) return undefined;
  for (const { value } of before.lazyQuery(document)) {
    if (value === null || typeof value === "object") return undefined;
  }
  return `expected a list or an object at ${before.toString()}`;
}
