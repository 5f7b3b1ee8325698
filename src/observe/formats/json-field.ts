/** What stands at these keys of a document, read as own members only; `undefined` where a step is missing. */
export function fieldAt(document: unknown, ...keys: readonly (string | number)[]): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

/** The same where it is text that says something. */
export function textAt(
  document: unknown,
  ...keys: readonly (string | number)[]
): string | undefined {
  const value = fieldAt(document, ...keys);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The same where it is a whole number that a line, a column or an index can be. */
export function numberAt(
  document: unknown,
  ...keys: readonly (string | number)[]
): number | undefined {
  const value = fieldAt(document, ...keys);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The same where it is a list, else an empty one. */
export function listAt(
  document: unknown,
  ...keys: readonly (string | number)[]
): readonly unknown[] {
  const value: unknown = fieldAt(document, ...keys);
  return Array.isArray(value) ? value : [];
}
