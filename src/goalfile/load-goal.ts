import type { GoalIssue } from "../model/goal-issue.ts";
import type { Goal } from "../model/goal.ts";
import type { ReadFeature } from "./gherkin/feature-outline.ts";
import { type FileSource, loadFile } from "./load-file.ts";
import { type GoalContext, readGoal } from "./read-goal.ts";
import { otherFile, topWarnings } from "./top-problems.ts";

/** A goal-file, and what is known of the files that it is spread over. */
export interface GoalSource extends FileSource {
  /** What `readFeatures` found; without it a goal with `gherkin` predicates is refused. */
  readonly features?: ReadonlyMap<string, ReadFeature>;
}

export type LoadedGoal =
  | { readonly kind: "loaded"; readonly goal: Goal; readonly issues: readonly GoalIssue[] }
  | { readonly kind: "refused"; readonly issues: readonly GoalIssue[] };

/** Everything that is wrong with a goal-file at once, or the goal with its warnings. */
export function loadGoal(source: GoalSource): LoadedGoal {
  const features = source.features ?? new Map();
  const loaded = loadFile(source, (context) => readRoot({ ...context, features }));
  if (loaded.kind === "refused") return loaded;
  return { kind: "loaded", goal: loaded.value, issues: loaded.issues };
}

function readRoot(context: GoalContext): Goal | undefined {
  const other = otherFile(context.root);
  if (other !== undefined) {
    context.problems.push(other);
    return undefined;
  }
  context.problems.push(...topWarnings(context.root));
  return readGoal(context);
}
