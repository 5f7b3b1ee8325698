import { findPlaces } from "./find-places.ts";
import { placeName } from "./place-name.ts";
import type { Place, Problem, TomlPath } from "./problem.ts";

const START: Place = { line: 1, column: 1 };

type Placed = Pick<Problem, "path" | "at">;

/** Where each problem stands in the text: at its path, or at the table that it should stand in. */
export function locate(text: string, problems: readonly Placed[]): readonly Place[] {
  const names = new Set(problems.flatMap(({ path }) => prefixesOf(path)));
  if (names.size === 0) return problems.map(() => START);
  const { keys, values } = findPlaces(text, names);
  return problems.map(({ path, at }) => {
    const [first, second] = at === "key" ? [keys, values] : [values, keys];
    const name = prefixesOf(path).findLast((it) => keys.has(it) || values.has(it));
    if (name === undefined) return START;
    return first.get(name) ?? second.get(name) ?? START;
  });
}

function prefixesOf(path: TomlPath): readonly string[] {
  return path.map((_, index) => placeName(path.slice(0, index + 1)));
}
