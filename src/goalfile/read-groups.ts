import type { Group } from "../model/goal.ts";
import { toOneLine } from "../model/plain-text.ts";
import { findCycles } from "./find-cycles.ts";
import { present } from "./present.ts";
import type { Problem, TomlPath } from "./problem.ts";
import { type FileContext, readList, type ReadItem } from "./read-table.ts";
import { didYouMean, type Surroundings } from "./read-values.ts";
import type { Group as GroupTable } from "./schema/group.ts";
import { toGroupId } from "./schema/to-group-id.ts";
import { LISTS } from "./tables.ts";
import { isTable, type TomlTable } from "./toml-table.ts";

const DECLARED_MAX = 10;
/** More are not shown, and each is compared with every group. */
const UNKNOWN_MAX = 100;

/** The groups of a file, with every reference among them looked up. */
export function readGroups(context: FileContext): readonly Group[] {
  const items = readList("group", LISTS.group, { ...context, surroundings });
  const groups = items.map(({ values }) => toGroup(values));
  context.problems.push(
    ...repeatedIds(items),
    ...allUnknownReferences(items, groups),
    ...cyclesOf("parent", groups, items),
    ...cyclesOf("needs", groups, items),
  );
  return groups;
}

/** The groups that predicates name and nobody declared. */
export function undeclaredGroups(root: TomlTable, groups: readonly Group[]): readonly Problem[] {
  const tables: unknown = root["predicate"];
  if (!Array.isArray(tables)) return [];
  const declared = new Set(groups.map((it) => it.id));
  const problems: Problem[] = [];
  for (const [index, table] of tables.entries()) {
    const named = isTable(table) ? table["group"] : undefined;
    if (!isTable(table) || typeof named !== "string" || named.trim() === "") continue;
    if (declared.has(toGroupId(named)) || problems.length > UNKNOWN_MAX) continue;
    const id = table["id"];
    const name = typeof id === "string" ? `"${toOneLine(id, 80)}"` : `#${index + 1}`;
    const path = ["predicate", index, "group"];
    const sentence = `predicate ${name} references unknown group`;
    problems.push(unknownGroup(sentence, named, { groups, path }));
  }
  return problems;
}

function surroundings(item: TomlTable, index: number): Surroundings {
  const id = item["id"];
  const owner = `[[group]] #${index + 1}`;
  const name = typeof id === "string" && toGroupId(id) !== "" ? `group "${toGroupId(id)}"` : owner;
  return {
    path: ["group", index],
    owner: name,
    index: `#${index + 1}`,
    labelOf: (key) => `${key === "id" ? owner : name} "${key}"`,
  };
}

function toGroup(table: GroupTable): Group {
  return {
    id: toGroupId(table.id),
    name: table.name ?? table.id,
    ...present("parent", table.parent === undefined ? undefined : toGroupId(table.parent)),
    ...present("iterationsMax", table.budget),
    needs: table.needs.map(toGroupId),
  };
}

function repeatedIds(items: readonly ReadItem<GroupTable>[]): readonly Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ index, values }): readonly Problem[] => {
    const id = toGroupId(values.id);
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const authored = toOneLine(values.id, 80);
    const spelling = authored === id ? "" : ` (authored "${authored}" normalizes to "${id}")`;
    return [
      {
        severity: "error",
        code: "duplicate-id",
        message: `duplicate group id "${id}"${spelling}`,
        suggestion: "Declare every group once.",
        path: ["group", index, "id"],
        at: "value",
      },
    ];
  });
}

function allUnknownReferences(
  items: readonly ReadItem<GroupTable>[],
  groups: readonly Group[],
): readonly Problem[] {
  const declared = new Set(groups.map((it) => it.id));
  const problems: Problem[] = [];
  for (const item of items) {
    if (problems.length > UNKNOWN_MAX) break;
    problems.push(...unknownReferences(item, groups, declared));
  }
  return problems;
}

function unknownReferences(
  { index, values }: ReadItem<GroupTable>,
  groups: readonly Group[],
  declared: ReadonlySet<string>,
): readonly Problem[] {
  const name = `group "${toGroupId(values.id)}"`;
  const problems: Problem[] = [];
  const { parent, needs } = values;
  if (parent !== undefined && !declared.has(toGroupId(parent))) {
    const path = ["group", index, "parent"];
    problems.push(unknownGroup(`${name} references unknown parent`, parent, { groups, path }));
  }
  needs.forEach((need, place) => {
    const path = ["group", index, "needs", place];
    if (toGroupId(need) === toGroupId(values.id)) problems.push(needsItself(name, path));
    else if (!declared.has(toGroupId(need))) {
      problems.push(unknownGroup(`${name} needs unknown group`, need, { groups, path }));
    }
  });
  return problems;
}

function unknownGroup(
  sentence: string,
  named: string,
  { groups, path }: { readonly groups: readonly Group[]; readonly path: TomlPath },
): Problem {
  const ids = groups.map((it) => it.id);
  const id = toGroupId(named);
  const shown = ids.slice(0, DECLARED_MAX).map((it) => `"${it}"`);
  const more = ids.length > DECLARED_MAX ? [`${ids.length - DECLARED_MAX} more`] : [];
  const declared = ids.length === 0 ? "none" : [...shown, ...more].join(", ");
  return {
    severity: "error",
    code: "unknown-group",
    message: `${sentence} "${toOneLine(id, 80)}" (declared: ${declared})`,
    suggestion: didYouMean(id, ids) ?? "Declare it with [[group]], or name another.",
    path,
    at: "value",
  };
}

function needsItself(name: string, path: TomlPath): Problem {
  return {
    severity: "error",
    code: "cycle",
    message: `${name} needs itself (a self-edge is not allowed)`,
    suggestion: "Remove it from its own needs.",
    path,
    at: "value",
  };
}

function cyclesOf(
  relation: "parent" | "needs",
  groups: readonly Group[],
  items: readonly ReadItem<GroupTable>[],
): readonly Problem[] {
  const edges = new Map(groups.map((group) => [group.id, edgesOf(group, relation)]));
  return findCycles(edges).map((chain) => {
    const item = items.find(({ values }) => toGroupId(values.id) === chain[0]);
    return {
      severity: "error",
      code: "cycle",
      message: `group "${chain[0]}" has a cyclic ${relation} chain: ${toOneLine(chain.join(" -> "), 300)}`,
      suggestion: "Take one of them out.",
      path: ["group", item?.index ?? 0, relation],
      at: "value",
    };
  });
}

/** A group that needs itself is told as such. */
function edgesOf({ id, parent, needs }: Group, relation: "parent" | "needs"): readonly string[] {
  if (relation === "needs") return needs.filter((it) => it !== id);
  return parent === undefined ? [] : [parent];
}
