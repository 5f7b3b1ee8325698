import { isAncestor } from "../git/move-refs.ts";
import type { Issue, PullDetails, Repository, Token, World } from "../model.ts";
import { forbidden, unprocessable } from "../respond.ts";
import { resolveOid, tryGit } from "../run-git.ts";
import { emitPullEvent } from "./pull-event.ts";
import { listPulls, type Pull } from "./pull.ts";
import { refreshPullRefs } from "./refresh-pull-refs.ts";

export interface NewPull {
  readonly title: string;
  readonly body: string | undefined;
  /** `branch` or `owner:branch`. */
  readonly head: string;
  readonly base: string;
  readonly isDraft: boolean;
}

export async function createPull(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  request: NewPull,
): Promise<Pull> {
  const { repository, token } = place;
  refuseActions(repository, token);
  if (request.isDraft && !repository.settings.allowsDrafts) {
    throw unprocessable("Draft pull requests are not supported in this repository.");
  }
  const ends = await findEnds(world, repository, request);
  await refuseEmpty(repository, ends);
  refuseDuplicate(repository, ends);
  const pull = addPull(world, place, { request, ends });
  await refreshPullRefs(world, pull);
  await emitPullEvent(world, pull, { action: "opened", actor: token.actor, token });
  return pull;
}

function refuseActions(repository: Repository, token: Token): void {
  if (token.kind === "workflow" && !repository.settings.allowsActionsToCreatePullRequests) {
    throw forbidden("GitHub Actions is not permitted to create or approve pull requests.");
  }
}

interface Ends {
  readonly headRepository: Repository;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

async function findEnds(world: World, repository: Repository, it: NewPull): Promise<Ends> {
  const baseSha = await resolveOid(repository, `refs/heads/${it.base}`);
  if (baseSha === undefined) throw invalid("base");
  const colon = it.head.indexOf(":");
  const headRef = it.head.slice(colon + 1);
  const headRepository =
    colon === -1 ? repository : findNetwork(world, repository, it.head.slice(0, colon));
  if (headRepository === undefined) throw invalid("head");
  const headSha = await resolveOid(headRepository, `refs/heads/${headRef}`);
  if (headSha === undefined) throw invalid("head");
  return { headRepository, headRef, headSha, baseRef: it.base, baseSha };
}

function invalid(field: string): Error {
  return unprocessable("Validation Failed", [{ resource: "PullRequest", field, code: "invalid" }]);
}

/** The repository of that owner among this one and its forks. */
function findNetwork(world: World, repository: Repository, login: string): Repository | undefined {
  return [repository, ...world.repositories.filter((it) => it.forkOf?.id === repository.id)].find(
    (it) => it.owner.login.toLowerCase() === login.toLowerCase(),
  );
}

function refuseDuplicate(repository: Repository, ends: Ends): void {
  const isTaken = listPulls(repository).some(
    ({ issue, details }) =>
      issue.state === "open" &&
      details.headRepository.id === ends.headRepository.id &&
      details.headRef === ends.headRef &&
      details.baseRef === ends.baseRef,
  );
  if (isTaken) {
    const head = `${ends.headRepository.owner.login}:${ends.headRef}`;
    throw custom(`A pull request already exists for ${head}.`);
  }
}

async function refuseEmpty(repository: Repository, ends: Ends): Promise<void> {
  if (ends.headRepository.id !== repository.id) {
    await tryGit(repository, [
      "fetch",
      "--quiet",
      "--no-tags",
      ends.headRepository.gitDir,
      ends.headSha,
    ]);
  }
  const common = await tryGit(repository, ["merge-base", ends.baseSha, ends.headSha]);
  if (common.code !== 0) {
    throw custom(`The ${ends.headRef} branch has no history in common with ${ends.baseRef}`);
  }
  if (await isAncestor(repository, ends.headSha, ends.baseSha)) {
    throw custom(`No commits between ${ends.baseRef} and ${ends.headRef}`);
  }
}

function custom(message: string): Error {
  return unprocessable("Validation Failed", [{ resource: "PullRequest", code: "custom", message }]);
}

function addPull(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  it: { readonly request: NewPull; readonly ends: Ends },
): Pull {
  const { repository, token } = place;
  const nowMs = world.nowMs();
  const details: PullDetails = {
    ...it.ends,
    id: world.nextId(),
    reviews: [],
    requestedReviewers: new Set(),
    isDraft: it.request.isDraft,
    mergeability: { kind: "unknown" },
    mergedAtMs: undefined,
    mergedBy: undefined,
    mergeCommitSha: undefined,
    autoMerge: undefined,
    queueEntry: undefined,
  };
  const issue: Issue = {
    id: world.nextId(),
    number: repository.nextIssueNumber,
    author: token.actor,
    createdAtMs: nowMs,
    comments: [],
    reactions: [],
    labels: new Set(),
    assignees: new Set(),
    title: it.request.title,
    body: it.request.body,
    state: "open",
    stateReason: undefined,
    closedBy: undefined,
    closedAtMs: undefined,
    updatedAtMs: nowMs,
    pull: details,
  };
  repository.nextIssueNumber += 1;
  repository.issues.push(issue);
  return { repository, issue, details };
}
