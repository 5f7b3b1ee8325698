import { z } from "zod";
import type { Review } from "../model.ts";
import { hasRole } from "../permissions.ts";
import { getPull } from "../pulls/get-pull.ts";
import { emitPullEvent } from "../pulls/pull-event.ts";
import type { Pull } from "../pulls/pull.ts";
import { renderSimplePull } from "../render/pull.ts";
import { renderReview } from "../render/review.ts";
import { renderUser } from "../render/user.ts";
import {
  created,
  forbidden,
  notFound,
  ok,
  pageReply,
  parseBody,
  unprocessable,
  type Reply,
} from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { emit } from "../webhooks.ts";

const READ = { name: "pull_requests", level: "read" } as const;
const WRITE = { name: "pull_requests", level: "write" } as const;
const REVIEWS = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";
const REVIEWERS = "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";

export const routes: readonly Route[] = [
  { scope: "repository", method: "GET", template: REVIEWS, permission: READ, handle: list },
  { scope: "repository", method: "POST", template: REVIEWS, permission: WRITE, handle: create },
  {
    scope: "repository",
    method: "GET",
    template: `${REVIEWS}/{review_id}`,
    permission: READ,
    handle: (call) => {
      const pull = getPull(call);
      return ok(renderReview(call.world, pull, getReview(call, pull)));
    },
  },
  {
    scope: "repository",
    method: "PUT",
    template: `${REVIEWS}/{review_id}/dismissals`,
    permission: WRITE,
    handle: dismiss,
  },
  {
    scope: "repository",
    method: "GET",
    template: REVIEWERS,
    permission: READ,
    handle: (call) => ok({ users: requestedUsers(call, getPull(call)), teams: [] }),
  },
  {
    scope: "repository",
    method: "POST",
    template: REVIEWERS,
    permission: WRITE,
    handle: requestReviewers,
  },
];

async function list(call: RepositoryCall): Promise<Reply> {
  const pull = getPull(call);
  return await pageReply(call, pull.details.reviews, (review) =>
    renderReview(call.world, pull, review),
  );
}

function getReview(call: RepositoryCall, pull: Pull): Review {
  const id = Number(call.params["review_id"]);
  const review = pull.details.reviews.find((it) => it.id === id);
  if (review === undefined) throw notFound();
  return review;
}

const NewReview = z.object({
  commit_id: z.string().optional(),
  body: z.string().optional(),
  event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]).optional(),
});

const STATE_OF_EVENT = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
} as const;

async function create(call: RepositoryCall): Promise<Reply> {
  const { world, token } = call;
  const pull = getPull(call);
  const body = parseBody(NewReview, call.body);
  refuseReview(call, pull, body.event);
  const review: Review = {
    id: world.nextId(),
    author: token.actor,
    commitId: body.commit_id ?? pull.details.headSha,
    submittedAtMs: world.nowMs(),
    body: body.body ?? "",
    state: body.event === undefined ? "PENDING" : STATE_OF_EVENT[body.event],
  };
  pull.details.reviews.push(review);
  pull.details.requestedReviewers.delete(token.actor.login);
  if (body.event !== undefined) tell(call, pull, review, "submitted");
  return ok(renderReview(world, pull, review));
}

function refuseReview(
  call: RepositoryCall,
  pull: Pull,
  event: z.infer<typeof NewReview>["event"],
): void {
  const { token, repository } = call;
  const isOwn = token.actor.id === pull.issue.author.id;
  if (isOwn && (event === "APPROVE" || event === "REQUEST_CHANGES")) {
    const verb = event === "APPROVE" ? "approve" : "request changes on";
    throw unprocessable("Unprocessable Entity", [`Can not ${verb} your own pull request`]);
  }
  const isForbidden = token.kind === "workflow" && event === "APPROVE";
  if (isForbidden && !repository.settings.allowsActionsToCreatePullRequests) {
    throw unprocessable("Unprocessable Entity", [
      "GitHub Actions is not permitted to approve pull requests.",
    ]);
  }
}

const Dismissal = z.object({ message: z.string(), event: z.literal("DISMISS").optional() });

async function dismiss(call: RepositoryCall): Promise<Reply> {
  const pull = getPull(call);
  const review = getReview(call, pull);
  parseBody(Dismissal, call.body);
  if (call.token.kind === "user" && !hasRole(call.repository, call.token.actor.login, "write")) {
    throw forbidden("Must have write access to dismiss a review.");
  }
  review.state = "DISMISSED";
  tell(call, pull, review, "dismissed");
  return ok(renderReview(call.world, pull, review));
}

function tell(call: RepositoryCall, pull: Pull, review: Review, action: string): void {
  const { world, repository, token } = call;
  // The event writes the state in small letters, the API in capitals.
  const rendered = { ...renderReview(world, pull, review), state: review.state.toLowerCase() };
  emit(world, {
    event: "pull_request_review",
    action,
    repository,
    actor: token.actor,
    token,
    payload: { review: rendered, pull_request: renderSimplePull(world, pull) },
  });
}

const Reviewers = z.object({
  reviewers: z.array(z.string()).default([]),
  team_reviewers: z.array(z.string()).default([]),
});

async function requestReviewers(call: RepositoryCall): Promise<Reply> {
  const { world, token, repository } = call;
  const pull = getPull(call);
  const { reviewers } = parseBody(Reviewers, call.body);
  if (reviewers.includes(pull.issue.author.login)) {
    throw unprocessable("Review cannot be requested from pull request author.");
  }
  if (!reviewers.every((login) => hasRole(repository, login, "read"))) {
    throw unprocessable(
      "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.",
    );
  }
  for (const login of reviewers) {
    const user = world.users.get(login);
    if (user === undefined || pull.details.requestedReviewers.has(login)) continue;
    pull.details.requestedReviewers.add(login);
    const extra = { requested_reviewer: renderUser(world, user) };
    const { actor } = token;
    await emitPullEvent(world, pull, { action: "review_requested", actor, token, extra });
  }
  return created(renderSimplePull(world, pull));
}

function requestedUsers(call: RepositoryCall, pull: Pull): unknown[] {
  return [...pull.details.requestedReviewers].flatMap((login) => {
    const user = call.world.users.get(login);
    return user === undefined ? [] : [renderUser(call.world, user)];
  });
}
