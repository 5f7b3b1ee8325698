import { z } from "zod";
import type { Goal } from "../model/goal.ts";
import { toOneLine } from "../model/plain-text.ts";
import { findCycles } from "./find-cycles.ts";
import { type LoadedFile, loadFile } from "./load-file.ts";
import type { GoalSource } from "./load-goal.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { type GoalContext, readGoal } from "./read-goal.ts";
import { readList, type ReadItem } from "./read-table.ts";
import { didYouMean, formatFound, type Surroundings } from "./read-values.ts";
import { relativePath } from "./relative-path.ts";
import { RoadmapGoal } from "./schema/roadmap-goal.ts";
import type { TomlTable } from "./toml-table.ts";
import { topWarnings } from "./top-problems.ts";
import { unknownKeysWithin } from "./unknown-keys-within.ts";

const RoadmapFile = z.object({ goals: z.array(RoadmapGoal) });

/** Goals and what each of them waits for. */
export interface Roadmap {
  readonly goals: readonly RoadmapEntry[];
}

/** A goal of a roadmap: a file beside it, or the goal itself. */
export interface RoadmapEntry {
  readonly id: string;
  readonly needs: readonly string[];
  readonly source:
    | { readonly kind: "path"; readonly path: string }
    | { readonly kind: "inline"; readonly goal: Goal };
}

/** A roadmap, or everything that is wrong with it; the files that it names are not read. */
export function loadRoadmap(source: GoalSource): LoadedFile<Roadmap> {
  const features = source.features ?? new Map();
  return loadFile(source, (context) => readRoadmap({ ...context, features }, source.path));
}

function readRoadmap(context: GoalContext, file: string): Roadmap | undefined {
  const { root, problems } = context;
  problems.push(...unknownKeysWithin(root, RoadmapFile, { path: [], owner: "roadmap" }));
  const wrong = wrongList(root["goals"]);
  if (wrong !== undefined) {
    problems.push({ ...wrong, path: ["goals"], at: "key" });
    return undefined;
  }
  const items = readList("goals", RoadmapGoal, { root, problems, surroundings });
  problems.push(
    ...repeated(items),
    ...items.flatMap((item) => unknownNeeds(item, items)),
    ...cycles(items),
  );
  return { goals: items.flatMap((item) => toEntry(item, context, file)) };
}

function wrongList(list: unknown): Omit<Problem, "path" | "at"> | undefined {
  const wrong = { severity: "error", code: "invalid-value" } as const;
  if (list === undefined) {
    return { ...wrong, message: "roadmap is missing the required [[goals]] array" };
  }
  if (!Array.isArray(list)) {
    const found = formatFound(list);
    return { ...wrong, message: `roadmap [[goals]] must be an array of tables (got ${found})` };
  }
  if (list.length > 0) return undefined;
  const message = "roadmap declares an empty [[goals]] array — at least one goal is required";
  return { ...wrong, message };
}

function surroundings(item: TomlTable, index: number): Surroundings {
  const id = item["id"];
  const label =
    typeof id === "string" && id.trim() !== "" ? `"${toOneLine(id, 80)}"` : `#${index + 1}`;
  const owner = `roadmap goal ${label}`;
  return {
    path: ["goals", index],
    owner,
    index: `#${index + 1}`,
    labelOf: (key) => `${owner} "${key}"`,
  };
}

function repeated(items: readonly ReadItem<RoadmapGoal>[]): readonly Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ index, values: { id } }): readonly Problem[] => {
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const message = `roadmap declares goal id "${toOneLine(id, 80)}" more than once`;
    return [problemAt(["goals", index, "id"], "duplicate-id", message)];
  });
}

function unknownNeeds(
  { index, values }: ReadItem<RoadmapGoal>,
  items: readonly ReadItem<RoadmapGoal>[],
): readonly Problem[] {
  const ids = items.map((it) => it.values.id);
  const declared = ids
    .slice(0, 10)
    .map((it) => `"${toOneLine(it, 80)}"`)
    .join(", ");
  return values.needs.flatMap((need, place): readonly Problem[] => {
    if (ids.includes(need)) return [];
    const message = `roadmap goal "${toOneLine(values.id, 80)}" needs unknown goal id "${toOneLine(need, 80)}" (declared: ${declared})`;
    const path = ["goals", index, "needs", place];
    const suggestion = didYouMean(need, ids) ?? "Declare it with [[goals]], or remove it here.";
    return [{ ...problemAt(path, "unknown-goal", message), suggestion }];
  });
}

function cycles(items: readonly ReadItem<RoadmapGoal>[]): readonly Problem[] {
  const edges = new Map(items.map(({ values: { id, needs } }) => [id, needs]));
  return findCycles(edges).map((chain) => {
    const item = items.find(({ values }) => values.id === chain[0]);
    const message = `roadmap dependency cycle: ${toOneLine(chain.join(" -> "), 300)}`;
    const path = ["goals", item?.index ?? 0, "needs"];
    return { ...problemAt(path, "cycle", message), suggestion: "Take one of them out." };
  });
}

function problemAt(path: TomlPath, code: string, message: string): Problem {
  return { severity: "error", code, message, path, at: "value" };
}

function toEntry(
  { index, values }: ReadItem<RoadmapGoal>,
  context: GoalContext,
  file: string,
): readonly RoadmapEntry[] {
  const { id, needs } = values;
  if (values.goal !== undefined) {
    const goal = readInline({ id, ...values.goal }, index, context);
    return goal === undefined ? [] : [{ id, needs, source: { kind: "inline", goal } }];
  }
  const path = relativePath(file, values.path ?? "");
  if (path !== undefined) return [{ id, needs, source: { kind: "path", path } }];
  const message = `roadmap goal "${toOneLine(id, 80)}" "path" must name a file of the repository (got ${formatFound(values.path)})`;
  context.problems.push(problemAt(["goals", index, "path"], "path-outside", message));
  return [];
}

/** Read like a file of its own; told where it stands in this one. */
function readInline(root: TomlTable, index: number, context: GoalContext): Goal | undefined {
  const problems: Problem[] = [...topWarnings(root)];
  const goal = readGoal({ ...context, root, problems });
  const place = ["goals", index, "goal"];
  context.problems.push(...problems.map((it) => ({ ...it, path: [...place, ...it.path] })));
  return goal;
}
