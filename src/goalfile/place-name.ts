import type { TomlPath } from "./problem.ts";

/** One text for one path: a number is an index, a text a key. */
export function placeName(path: TomlPath): string {
  return JSON.stringify(path);
}
