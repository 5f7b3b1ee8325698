import { readCommit } from "../git/read-commit.ts";
import type { Json, Repository } from "../model.ts";

/** The short form of a commit, as runs and check suites carry it. */
export async function renderSimpleCommit(
  repository: Repository,
  sha: string,
): Promise<Json | null> {
  const commit = await readCommit(repository, sha);
  if (commit === undefined) return null;
  const { author, committer } = commit;
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: committer.date,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}
