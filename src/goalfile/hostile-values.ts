import { DEPTH_MAX } from "./nesting-problem.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

/** Names that reach an object's prototype wherever somebody merges objects. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const PROBLEMS_MAX = 100;
/** Finding the places of so many would take seconds. */
const VALUES_MAX = 20_000;

/** A table or array, and the way to it. */
interface Step {
  readonly value: TomlTable | readonly unknown[];
  readonly key: string | number;
  readonly depth: number;
  readonly parent: Step | undefined;
}

interface Walk {
  readonly open: Step[];
  readonly problems: Problem[];
  count: number;
}

/** What no table of a goal-file may hold, wherever it stands. Walks without recursion. */
export function hostileValues(table: TomlTable): readonly Problem[] {
  const walk: Walk = {
    open: [{ value: table, key: "", depth: 0, parent: undefined }],
    problems: [],
    count: 0,
  };
  for (let step = walk.open.pop(); step !== undefined; step = walk.open.pop()) {
    if (isTable(step.value)) walkKeys(step.value, step, walk);
    else walkItems(step.value, step, walk);
    if (walk.count > VALUES_MAX) return [tooManyValues()];
  }
  return walk.problems;
}

function walkItems(items: readonly unknown[], parent: Step, walk: Walk): void {
  walk.count += items.length;
  if (walk.count > VALUES_MAX) return;
  items.forEach((item, key) => enter(item, key, parent, walk));
}

function walkKeys(table: TomlTable, parent: Step, walk: Walk): void {
  const keys = Object.keys(table);
  walk.count += keys.length;
  if (walk.count > VALUES_MAX) return;
  for (const key of keys) {
    if (UNSAFE_KEYS.has(key)) tell(walk, unsafeKey(key), pathOf(parent, key));
    enter(table[key], key, parent, walk);
  }
}

function enter(value: unknown, key: string | number, parent: Step, walk: Walk): void {
  if (typeof value !== "object") return;
  const depth = parent.depth + 1;
  if (depth > DEPTH_MAX) tell(walk, tooDeep(), pathOf(parent, key));
  else if (Array.isArray(value) || isTable(value)) walk.open.push({ value, key, depth, parent });
}

function tell(
  walk: Walk,
  problem: Omit<Problem, "severity" | "path" | "at">,
  path: TomlPath,
): void {
  if (walk.problems.length >= PROBLEMS_MAX) return;
  walk.problems.push({ severity: "error", ...problem, path, at: "key" });
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

function tooDeep(): Omit<Problem, "severity" | "path" | "at"> {
  return {
    code: "too-deep",
    message: `expected at most ${DEPTH_MAX} levels of nesting, found more`,
    suggestion: "Flatten the tables and arrays here.",
  };
}

function unsafeKey(key: string): Omit<Problem, "severity" | "path" | "at"> {
  return {
    code: "unsafe-key",
    message: `the key "${key}" is not allowed in a goal-file`,
    suggestion: "Give it another name.",
  };
}

function pathOf(parent: Step, key: string | number): TomlPath {
  const path = [key];
  for (let at = parent; at.parent !== undefined; at = at.parent) path.push(at.key);
  return path.toReversed();
}
