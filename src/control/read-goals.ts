import { goalDigest } from "../goalfile/approval-digest.ts";
import { readFeatures } from "../goalfile/gherkin/read-features.ts";
import { loadGoal, type LoadedGoal } from "../goalfile/load-goal.ts";
import type { Oid } from "../model/vector.ts";
import type { Forge } from "../ports/forge.ts";
import type { PullRequest } from "../ports/pull-requests.ts";
import { isGoalPath } from "./goal-path.ts";

/** Larger ones are refused by whoever loads them. */
const BYTES_MAX = 300_000;
/** Goals of one pull request, or of one default branch. */
const GOALS_MAX = 20;
/** Files that are read to find them. */
const FILES_MAX = 100;

/** A goal-file as it stands at one commit. */
export interface GoalFile {
  readonly path: string;
  readonly commit: Oid;
  /** Absent when the file is, or when it is too large to be one. */
  readonly digest?: string;
  readonly loaded: LoadedGoal;
}

/** The goal-files that a pull request adds or changes, as they stand at its head. */
export async function readGoals(forge: Forge, pull: PullRequest): Promise<readonly GoalFile[]> {
  const changed = await forge.pulls.changedFiles(pull.number);
  const paths = changed.filter((file) => file.change !== "removed").map((file) => file.path);
  return await readAll(forge, pull.headSha, paths);
}

/** The goal-files of the default branch as it is now. */
export async function readDefaultGoals(forge: Forge): Promise<readonly GoalFile[]> {
  const head = await forge.source.branch(await forge.source.defaultBranch());
  if (head === undefined) return [];
  return await readAll(forge, head, await forge.source.list(head, ".kazi"));
}

/** One goal-file at a commit, also when nothing can be read there. */
export async function readGoalFile(forge: Forge, commit: Oid, path: string): Promise<GoalFile> {
  const bytes = await forge.source.file(commit, path, BYTES_MAX);
  if (bytes === undefined) return { path, commit, loaded: { kind: "refused", issues: [] } };
  const features = await readFeatures(
    bytes,
    async (name) => await forge.source.file(commit, name, BYTES_MAX),
  );
  return { path, commit, digest: goalDigest(bytes), loaded: loadGoal({ path, bytes, features }) };
}

/** What a goal is called before its file loads. */
export function goalIdOf(file: GoalFile): string {
  return file.loaded.kind === "loaded" ? file.loaded.goal.id : file.path;
}

async function readAll(
  forge: Forge,
  commit: Oid,
  paths: readonly string[],
): Promise<readonly GoalFile[]> {
  const files: GoalFile[] = [];
  // What is none must not take the place of one: a goal that is not seen holds no gate.
  for (const path of paths.filter(isGoalPath).toSorted().slice(0, FILES_MAX)) {
    if (files.length >= GOALS_MAX) break;
    const file = await readGoalFile(forge, commit, path);
    if (!isOtherKind(file)) files.push(file);
  }
  return files;
}

/** Roadmaps and fleets may lie in the same folder. */
function isOtherKind({ loaded }: GoalFile): boolean {
  return loaded.issues.some((issue) => issue.code === "not-a-goal-file");
}
