import type { WorkflowFile } from "../actions-seam.ts";
import type { Repository, World } from "../model.ts";
import { resolveOid, runGit } from "../run-git.ts";
import { readWorkflowText } from "./workflow-text.ts";

const FOLDER = ".github/workflows/";

interface Known {
  readonly id: number;
  readonly createdAtMs: number;
}

/** A workflow keeps its id for as long as it keeps its path. */
const knownWorkflows = new WeakMap<Repository, Map<string, Known>>();

/** The workflow files of a commit, by default of the default branch's head, in the order of their paths. */
export async function listWorkflows(
  world: World,
  repository: Repository,
  sha?: string,
): Promise<readonly WorkflowFile[]> {
  const commit = sha ?? (await resolveOid(repository, `refs/heads/${repository.defaultBranch}`));
  if (commit === undefined) return [];
  const listed = await runGit(repository, ["ls-tree", "-z", "--name-only", commit, FOLDER]);
  const paths = listed.split("\0").filter((path) => /\.ya?ml$/.test(path));
  return await Promise.all(paths.map(async (path) => await readFile(path)));

  async function readFile(path: string): Promise<WorkflowFile> {
    const text = await runGit(repository, ["cat-file", "blob", `${commit}:${path}`]);
    return {
      ...knownWorkflow(world, repository, path),
      path,
      name: readWorkflowText(text).name ?? path,
      text,
    };
  }
}

export function knownWorkflow(world: World, repository: Repository, path: string): Known {
  const paths = knownWorkflows.get(repository) ?? new Map<string, Known>();
  knownWorkflows.set(repository, paths);
  const known = paths.get(path) ?? { id: world.nextId(), createdAtMs: world.nowMs() };
  paths.set(path, known);
  return known;
}
