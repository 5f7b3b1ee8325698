import { matchesPatterns } from "./filter-pattern.ts";
import type { Trigger } from "./workflow.ts";

/** What the filters below one event of `on:` are held against. */
export interface EventFacts {
  readonly name: string;
  readonly action: string | undefined;
  /** The branch pushed to, the base of a pull request, the head of a `workflow_run`. */
  readonly branch: string | undefined;
  readonly tag: string | undefined;
  /** Undefined where GitHub does not look at paths: tags and events without a diff. */
  readonly changedPaths: readonly string[] | undefined;
  /** The workflow that a `workflow_run` is about. */
  readonly workflowName: string | undefined;
}

/** Events that by default start on some of their activity types only; all others start on each. */
const DEFAULT_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
};

export function matchesTrigger(trigger: Trigger, facts: EventFacts): boolean {
  return (
    passesTypes(trigger, facts) &&
    passesRefs(trigger, facts) &&
    passesPaths(trigger, facts) &&
    passesWorkflows(trigger, facts)
  );
}

function passesTypes(trigger: Trigger, { name, action }: EventFacts): boolean {
  const types = trigger.types ?? DEFAULT_TYPES[name];
  return types === undefined || action === undefined || types.includes(action);
}

/** A filter of one kind alone shuts out the other kind: `branches:` means that no tag starts it. */
function passesRefs(trigger: Trigger, { branch, tag }: EventFacts): boolean {
  const { branches, tags } = trigger;
  const notBranches = trigger["branches-ignore"];
  const notTags = trigger["tags-ignore"];
  const hasBranchFilter = branches !== undefined || notBranches !== undefined;
  const hasTagFilter = tags !== undefined || notTags !== undefined;
  if (branch !== undefined) {
    return hasBranchFilter ? passes(branch, branches, notBranches) : !hasTagFilter;
  }
  if (tag !== undefined) return hasTagFilter ? passes(tag, tags, notTags) : !hasBranchFilter;
  return true;
}

function passes(
  name: string,
  wanted: readonly string[] | undefined,
  ignored: readonly string[] | undefined,
): boolean {
  if (wanted !== undefined) return matchesPatterns(wanted, name);
  return ignored === undefined || !matchesPatterns(ignored, name);
}

function passesPaths(trigger: Trigger, { changedPaths }: EventFacts): boolean {
  const wanted = trigger.paths;
  const ignored = trigger["paths-ignore"];
  if (changedPaths === undefined) return true;
  if (wanted !== undefined) return changedPaths.some((path) => matchesPatterns(wanted, path));
  if (ignored === undefined) return true;
  return changedPaths.some((path) => !matchesPatterns(ignored, path));
}

function passesWorkflows({ workflows }: Trigger, { workflowName }: EventFacts): boolean {
  return workflows === undefined || workflowName === undefined || workflows.includes(workflowName);
}
