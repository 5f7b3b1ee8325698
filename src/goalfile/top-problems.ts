import { notEnforced } from "./not-enforced.ts";
import type { Problem } from "./problem.ts";
import type { TomlTable } from "./toml-table.ts";
import { unknownTableKeys } from "./unknown-table-keys.ts";

/** Files of the original that stand beside goal-files, by the table that only they have. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ["goals", "a roadmap, which lists goals"],
  ["member", "a fleet file, which lists goal-files"],
];

export function otherFile(root: TomlTable): Problem | undefined {
  const found = OTHER_FILES.find(([key]) => Array.isArray(root[key]));
  if (found === undefined || root["predicate"] !== undefined) return undefined;
  return {
    severity: "error",
    code: "not-a-goal-file",
    message: `expected a goal-file, found ${found[1]} ([[${found[0]}]])`,
    suggestion: "Name one of the goal-files that it lists.",
    path: [found[0]],
    at: "key",
  };
}

/** Keys and tables that nothing reads, and tables that are read and not acted on. */
export function topWarnings(root: TomlTable): readonly Problem[] {
  return [...unknownTableKeys(root), ...notEnforced(root)];
}
