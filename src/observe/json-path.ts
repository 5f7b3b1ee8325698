/** One step into a document. */
type Step = { readonly key: string } | { readonly index: number };

/** What stands at a path, or in words why nothing does. */
export type PathLookup =
  | { readonly kind: "found"; readonly value: unknown }
  | { readonly kind: "problem"; readonly message: string; readonly permanent: boolean };

const STEP = /\.([^.[\]]+)|\[(\d{1,9})\]/y;

/** Follows the subset `$`, `.key`, `[n]`. */
export function lookUpPath(document: unknown, path: string): PathLookup {
  const steps = parsePath(path);
  if (steps === undefined) {
    return {
      kind: "problem",
      message: `path ${path}: expected $ followed by .key or [n]`,
      permanent: true,
    };
  }
  let value = document;
  for (const step of steps) {
    const next = "key" in step ? member(value, step.key) : item(value, step.index);
    if (typeof next === "string") {
      return { kind: "problem", message: `path ${path}: ${next}`, permanent: false };
    }
    ({ value } = next);
  }
  return { kind: "found", value };
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

/** The kind of a JSON value, in words. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
