import { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { NewPullRequest, PullRequest, PullRequestOutcome } from "../ports/pull-requests.ts";
import { boundForGitHub } from "./github-bounded.ts";
import type { GitHubAnswer } from "./github-client.ts";
import { GitHubPull, readPull, toPull } from "./github-pull.ts";
import { askRepository, type GitHubRepository, refusalError } from "./github-repository.ts";
import type { Refusal } from "./github-send.ts";

const BODY_CHARACTERS_MAX = 65_536;

/** Opens a pull request; `findOpen` looks for the one that may be there already. */
export async function openPull(
  repository: GitHubRepository,
  request: NewPullRequest,
  findOpen: () => Promise<PullRequest | undefined>,
): Promise<PullRequestOutcome> {
  const asked = await askToOpen(repository, request, findOpen);
  if (!("kind" in asked)) return { kind: "done", pull: asked };
  if (asked.kind === "answered") return { kind: "done", pull: toPull(asked.value) };
  const existing = asked.status === 422 ? await findOpen() : undefined;
  if (existing !== undefined) return { kind: "done", pull: existing };
  return { kind: "refused", reason: openRefusal(request, asked) };
}

/** When it is not known whether GitHub opened it, looking tells. */
async function askToOpen(
  repository: GitHubRepository,
  request: NewPullRequest,
  findOpen: () => Promise<PullRequest | undefined>,
): Promise<GitHubAnswer<GitHubPull> | PullRequest> {
  try {
    const asked = await askOnce(repository, request, true);
    const hasNoDrafts =
      asked.kind === "refused" && /draft pull requests? (?:is|are) not supported/i.test(asked.said);
    return hasNoDrafts ? await askOnce(repository, request, false) : asked;
  } catch (error) {
    if (!(error instanceof KaziError) || error.code !== "github-unavailable") throw error;
    const opened = await findOpen();
    if (opened === undefined) throw error;
    return opened;
  }
}

async function askOnce(
  repository: GitHubRepository,
  request: NewPullRequest,
  isDraft: boolean,
): Promise<GitHubAnswer<GitHubPull>> {
  return await askRepository(repository, {
    route: "POST /pulls",
    purpose: `open a pull request for ${request.branch}`,
    parameters: {
      head: request.branch,
      base: request.base,
      title: request.title,
      body: boundForGitHub(request.body, BODY_CHARACTERS_MAX),
      draft: isDraft,
    },
    answer: GitHubPull,
  });
}

function openRefusal({ branch, base }: NewPullRequest, refusal: Refusal): string {
  const said = `GitHub said: ${refusal.status} ${refusal.said}`;
  const attempt = `a pull request from ${branch} to ${base} could not be opened`;
  if (/not permitted to create or approve/i.test(refusal.said)) {
    return `${attempt}; allow "GitHub Actions to create and approve pull requests" in the settings for Actions, or give kazi an App. ${said}`;
  }
  if (refusal.status === 403) return `${attempt}; grant kazi's token pull_requests: write. ${said}`;
  return `${attempt}; change what GitHub names, or open it by hand. ${said}`;
}

/** A draft becomes ready for review. */
export async function markReady(
  repository: GitHubRepository,
  pull: PullRequest,
): Promise<PullRequestOutcome> {
  const now = await readPull(repository, pull.number);
  if (now?.isDraft === false) return { kind: "done", pull: now };
  const purpose = `mark pull request #${pull.number} as ready for review`;
  const asked = await repository.client.askGraph({
    name: "markPullRequestReadyForReview",
    purpose,
    query: `mutation ($id: ID!) {
      markPullRequestReadyForReview(input: { pullRequestId: $id }) {
        pullRequest { isDraft }
      }
    }`,
    variables: { id: pull.nodeId },
    answer: z.object({
      markPullRequestReadyForReview: z.object({ pullRequest: z.object({ isDraft: z.boolean() }) }),
    }),
    isRepeatable: true,
  });
  if (asked.kind === "answered")
    return { kind: "done", pull: { ...(now ?? pull), isDraft: false } };
  return { kind: "refused", reason: refusalError(asked, purpose).message };
}
