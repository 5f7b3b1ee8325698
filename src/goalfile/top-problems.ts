import { present } from "./present.ts";
import type { Problem } from "./problem.ts";
import { NOT_ENFORCED, TABLES, TOP_KEYS } from "./tables.ts";
import { isTable, type TomlTable } from "./toml-table.ts";
import { unknownKeys } from "./unknown-keys.ts";

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
  const inTables = Object.entries(TABLES).flatMap(([name, schema]) => {
    const table = name === "goal" ? undefined : root[name];
    const known = Object.keys(schema.shape);
    return isTable(table) ? unknownKeys(table, { known, path: [name], owner: `[${name}]` }) : [];
  });
  return [
    ...unknownKeys(root, { known: TOP_KEYS, path: [], owner: "goal-file" }),
    ...inTables,
    ...Object.keys(root)
      .filter((name) => NOT_ENFORCED.has(name))
      .map(notEnforced),
  ];
}

function notEnforced(name: string): Problem {
  const isList = name === "capture" || name === "group";
  const suggestion = INSTEAD[name];
  return {
    severity: "warning",
    code: "not-enforced",
    message: `${isList ? `[[${name}]]` : `[${name}]`} is read, but this version does not act on it`,
    ...present("suggestion", suggestion),
    path: [name],
    at: "key",
  };
}

const INSTEAD: Readonly<Record<string, string>> = {
  enforcement: "Protect files with [seal] and [scope].deny, and numbers with guard predicates.",
  capture: "Take the artifact in a custom_script and judge it there.",
  escalation: "Name one model in [harness].",
  group: "Every predicate counts by itself, and [budget] for all of them.",
  economy: "Remove it.",
  memory: "Remove it: the agent reads the repository.",
  conventions: "Write rules for the agent into the description of the goal.",
};
