import { jsonpath, type JSONPathQuery } from "json-p3";

const { selectors, expressions } = jsonpath;

type Expression = jsonpath.expressions.FilterExpression;
type FilterQuery = jsonpath.expressions.FilterQuery;

/** Each of them goes through all of the document again, once for every level that it has. */
const DESCENTS_MAX = 2;

/** Says what of a path could take for ever on a large document: nothing can interrupt it. */
export function costProblem(query: JSONPathQuery): string | undefined {
  const inFilters = filterQueriesOf(query);
  const repeated = inFilters.find((it) => isFromRoot(it) && !it.path.singularQuery());
  if (repeated !== undefined) {
    return `expected a filter to look from $ at one place only, found ${repeated.toString()}, which would be gone through again for every element`;
  }
  const paths = [query, ...inFilters.map(({ path }) => path)];
  const descents = paths.flatMap(({ segments }) => segments.filter(isDescent)).length;
  return descents > DESCENTS_MAX
    ? `expected ".." at most ${DESCENTS_MAX} times, found it ${descents} times`
    : undefined;
}

function filterQueriesOf({ segments }: JSONPathQuery): readonly FilterQuery[] {
  return segments
    .flatMap((segment) => segment.selectors)
    .flatMap((it) => (it instanceof selectors.FilterSelector ? queriesIn(it.expression) : []));
}

function queriesIn(expression: Expression): readonly FilterQuery[] {
  if (expression instanceof expressions.FilterQuery) {
    return [expression, ...filterQueriesOf(expression.path)];
  }
  return partsOf(expression).flatMap(queriesIn);
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression instanceof expressions.LogicalExpression) return [expression.expression];
  if (expression instanceof expressions.PrefixExpression) return [expression.right];
  if (expression instanceof expressions.InfixExpression) return [expression.left, expression.right];
  return expression instanceof expressions.FunctionExtension ? expression.args : [];
}

function isFromRoot(query: FilterQuery): boolean {
  return query instanceof expressions.RootQuery;
}

function isDescent(segment: jsonpath.JSONPathSegment): boolean {
  return segment.toString().startsWith("..");
}
