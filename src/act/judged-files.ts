import { filesJudgedBy } from "../model/files-judged-by.ts";
import type { Goal } from "../model/goal.ts";
import { treeMatcher } from "./path-matchers.ts";
import { predicateFolder } from "./predicate-folder.ts";

/**
 * Paths that predicates compare with, whether they stand there or not: an expected picture that an
 * agent could bring itself would always be the right one.
 */
export function judgedFiles(goal: Goal): readonly string[] {
  if (!goal.seal.enabled) return [];
  const isReleased = treeMatcher(goal.seal.mutableInputs, goal.scope.workspace);
  const { workspace } = goal.scope;
  return goal.predicates
    .flatMap((predicate) =>
      filesJudgedBy(predicate.check).flatMap((file) => [
        plainPath("", file),
        plainPath(workspace, file),
        plainPath(predicateFolder(goal, predicate), file),
      ]),
    )
    .filter((path) => !isReleased(path));
}

function plainPath(folder: string, file: string): string {
  return `${folder}/${file}`
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}
