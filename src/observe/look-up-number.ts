import type { ErrorKind } from "./error-kind.ts";
import { lookUpPath, nameOf } from "./json-path.ts";

/** A finite number, or in words why there is none. */
export type NumberLookup =
  | {
      readonly kind: "number";
      readonly value: number;
      /** Empty, or what to add to a message: a query gives how many places it matches. */
      readonly note: string;
    }
  | { readonly kind: "problem"; readonly message: string; readonly error: ErrorKind };

/** The number at a path of a document; where lists are counted, also the length of one. */
export function lookUpNumber(
  document: unknown,
  path: string,
  wanted: "number" | "number or list",
): NumberLookup {
  const found = lookUpPath(document, path);
  if (found.kind === "problem") {
    const error = found.permanent ? "bad-check" : "unreadable-output";
    return { kind: "problem", message: found.message, error };
  }
  const isCounted = wanted === "number or list" && Array.isArray(found.value);
  const value: unknown = isCounted ? found.value.length : found.value;
  if (typeof value === "number" && Number.isFinite(value)) {
    const note = found.matches === undefined ? "" : `; ${path} matches ${found.matches} places`;
    return { kind: "number", value, note };
  }
  const message = `path ${path}: expected a ${wanted}, found ${nameOf(value)}`;
  return { kind: "problem", message, error: "unreadable-output" };
}
