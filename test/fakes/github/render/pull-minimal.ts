import type { Issue, Json, PullDetails, Repository, World } from "../model.ts";

/** The open pull requests that a commit is the head of, as checks and runs name them; none across forks. */
export function renderPullsOfHead(world: World, repository: Repository, headSha: string): Json[] {
  return repository.issues.flatMap((issue) =>
    issue.pull !== undefined &&
    issue.state === "open" &&
    issue.pull.headSha === headSha &&
    issue.pull.headRepository.id === repository.id
      ? [renderPullMinimal(world, repository, { issue, pull: issue.pull })]
      : [],
  );
}

function renderPullMinimal(
  world: World,
  repository: Repository,
  it: { readonly issue: Issue; readonly pull: PullDetails },
): Json {
  return {
    id: it.pull.id,
    number: it.issue.number,
    url: `${world.apiUrl}/repos/${repository.fullName}/pulls/${it.issue.number}`,
    head: {
      ref: it.pull.headRef,
      sha: it.pull.headSha,
      repo: renderRepositoryName(world, it.pull.headRepository),
    },
    base: {
      ref: it.pull.baseRef,
      sha: it.pull.baseSha,
      repo: renderRepositoryName(world, repository),
    },
  };
}

function renderRepositoryName(world: World, repository: Repository): Json {
  return {
    id: repository.id,
    url: `${world.apiUrl}/repos/${repository.fullName}`,
    name: repository.name,
  };
}
