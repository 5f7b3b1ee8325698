import type { Group } from "../../model/goal.ts";
import { toOneLine } from "../../model/plain-text.ts";
import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";

/** How alike two names are from which on they are probably one. */
const ALIKE_MIN = 0.92;
const NAME_MAX = 64;

/** Groups whose names differ by a slip of the pen. */
export function nearDuplicateGroups({ goal }: LintContext): readonly Problem[] {
  const groups = goal.groups ?? [];
  return groups.flatMap((group, index): readonly Problem[] => {
    const near = groups.slice(0, index).find((other) => areAlike(group, other));
    if (near === undefined) return [];
    return [
      {
        severity: "warning",
        code: "near-duplicate-group",
        message: `group "${toOneLine(group.id, 80)}" is nearly called like group "${toOneLine(near.id, 80)}"`,
        suggestion: "Make them one group, or give one of them another name.",
        path: ["group", index, "id"],
        at: "value",
      },
    ];
  });
}

/** Names that only count, such as "wave 1" and "wave 2", are meant to be alike. */
function areAlike(one: Group, other: Group): boolean {
  const [left, right] = [one.id.slice(0, NAME_MAX), other.id.slice(0, NAME_MAX)];
  const isCounting = left.replaceAll(/\d+/g, "#") === right.replaceAll(/\d+/g, "#");
  return !isCounting && jaroSimilarity(left, right) >= ALIKE_MIN;
}

/** Jaro's measure: 1 for the same text, 0 for nothing in common. */
export function jaroSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const [left, right] = [one.split(""), other.split("")];
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Set<number>();
  const matched = left.filter((letter, at) => {
    const found = right.findIndex(
      (it, index) => it === letter && !taken.has(index) && Math.abs(index - at) <= reach,
    );
    if (found !== -1) taken.add(found);
    return found !== -1;
  });
  const { length } = matched;
  if (length === 0) return 0;
  const counterparts = right.filter((_, index) => taken.has(index));
  const moved = matched.filter((letter, index) => letter !== counterparts[index]).length / 2;
  return (length / left.length + length / right.length + (length - moved) / length) / 3;
}
