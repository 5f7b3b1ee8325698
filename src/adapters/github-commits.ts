import { z } from "zod";
import type { Oid } from "../model/vector.ts";
import type { SourceCommit } from "../ports/source.ts";
import { findInRepository, type GitHubRepository } from "./github-repository.ts";

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 a commit that is not there. */
const ABSENT = [404, 409, 422];
const PER_PAGE = 100;
const KEPT_MAX = 5_000;

const CommitAnswer = z.object({
  sha: z.string(),
  commit: z.object({ tree: z.object({ sha: z.string() }) }),
  parents: z.array(z.object({ sha: z.string() })),
  committer: z.object({ login: z.string().optional() }).nullish(),
});

/**
 * Commits by their ids, which name the same for ever. Whoever asks for a parent of what was read walks back, so
 * then a hundred come with one request: a busy branch would cost hundreds of requests at each look.
 */
export function createCommitReader(
  repository: GitHubRepository,
): (oid: Oid) => Promise<SourceCommit | undefined> {
  const kept = new Map<Oid, SourceCommit>();
  const ahead = new Set<Oid>();
  return async (oid) => {
    if (!OID.test(oid)) return undefined;
    const known = kept.get(oid);
    if (known !== undefined) return known;
    const found = ahead.has(oid) ? await listFrom(repository, oid) : await readOne(repository, oid);
    if (kept.size > KEPT_MAX) kept.clear();
    for (const commit of found) {
      kept.set(commit.oid, commit);
      for (const parent of commit.parents) ahead.add(parent);
    }
    return kept.get(oid);
  };
}

async function readOne(repository: GitHubRepository, oid: Oid): Promise<readonly SourceCommit[]> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /commits/{ref}",
      purpose: `read the commit ${oid}`,
      // Its files come with it, by pages: one is the least.
      parameters: { ref: oid, per_page: 1 },
      answer: CommitAnswer,
    },
    ABSENT,
  );
  return found === undefined ? [] : [toCommit(found)];
}

async function listFrom(repository: GitHubRepository, oid: Oid): Promise<readonly SourceCommit[]> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /commits",
      purpose: `read the commits up to ${oid}`,
      parameters: { sha: oid, per_page: PER_PAGE },
      answer: z.array(CommitAnswer),
    },
    ABSENT,
  );
  return (found ?? []).map(toCommit);
}

function toCommit(found: z.infer<typeof CommitAnswer>): SourceCommit {
  const committer = found.committer?.login;
  return {
    oid: found.sha,
    tree: found.commit.tree.sha,
    parents: found.parents.map(({ sha }) => sha),
    ...(committer === undefined ? {} : { committer }),
  };
}
