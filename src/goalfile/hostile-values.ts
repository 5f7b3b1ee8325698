import { DEPTH_MAX } from "./nesting-problem.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** Names that reach an object's prototype wherever somebody merges objects. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const PROBLEMS_MAX = 100;
/** Finding the places of so many would take seconds. */
const VALUES_MAX = 20_000;

interface Step {
  readonly value: unknown;
  readonly key: string | number;
  readonly depth: number;
  readonly parent: Step | undefined;
}

/** What no table of a goal-file may hold, wherever it stands. Walks without recursion. */
export function hostileValues(table: TomlTable): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Step[] = [{ value: table, key: "", depth: 0, parent: undefined }];
  let count = 0;
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    count += 1;
    if (count > VALUES_MAX) return [tooManyValues()];
    const problem = problems.length < PROBLEMS_MAX ? problemOf(step) : undefined;
    if (problem !== undefined) problems.push(problem);
    if (step.depth <= DEPTH_MAX) addChildren(open, step);
  }
  return problems;
}

function tooManyValues(): Problem {
  return {
    severity: "error",
    code: "too-many-values",
    message: `expected at most ${VALUES_MAX} values in a goal-file, found more`,
    suggestion: "Split it into several goals.",
    path: [],
    at: "key",
  };
}

function addChildren(open: Step[], parent: Step): void {
  const depth = parent.depth + 1;
  if (Array.isArray(parent.value)) {
    parent.value.forEach((value: unknown, key) => open.push({ value, key, depth, parent }));
  } else if (isTable(parent.value)) {
    for (const [key, value] of Object.entries(parent.value)) {
      open.push({ value, key, depth, parent });
    }
  }
}

function problemOf(step: Step): Problem | undefined {
  if (step.depth > DEPTH_MAX) {
    return {
      severity: "error",
      code: "too-deep",
      message: `expected at most ${DEPTH_MAX} levels of nesting, found more`,
      suggestion: "Flatten the tables and arrays here.",
      path: pathOf(step),
      at: "key",
    };
  }
  if (typeof step.key !== "string" || !UNSAFE_KEYS.has(step.key)) return undefined;
  return {
    severity: "error",
    code: "unsafe-key",
    message: `the key "${step.key}" is not allowed in a goal-file`,
    suggestion: "Give it another name.",
    path: pathOf(step),
    at: "key",
  };
}

function pathOf(step: Step): TomlPath {
  const path: (string | number)[] = [];
  for (let at = step; at.parent !== undefined; at = at.parent) path.push(at.key);
  return path.toReversed();
}
