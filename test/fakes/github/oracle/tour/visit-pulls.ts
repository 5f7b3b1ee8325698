import { z } from "zod";
import type { Tour } from "./start-tour.ts";
import { addCommit, type Branch } from "./visit-git.ts";

/** A draft of `work` into `main`; gives the head after one more commit. */
export async function visitPulls(tour: Tour, work: Branch): Promise<Branch> {
  const { octo, bot, path } = tour;
  const made = await bot("POST", `${path}/pulls`, {
    title: "Work",
    head: "work",
    base: "main",
    body: "Done",
    draft: true,
  });
  const pull = `${path}/pulls/${made.id("number")}`;
  await octo("GET", `${path}/pulls?state=all`);
  await octo("GET", pull);
  await bot("PATCH", pull, { title: "Good work" });
  await octo("GET", `${pull}/files`);
  await octo("GET", `${pull}/commits`);
  await octo("GET", `${path}/commits/${work.headSha}/pulls`);
  await octo("GET", `${path}/issues/${made.id("number")}`);
  await bot("POST", `${path}/issues/${made.id("number")}/comments`, { body: "Look" });
  await octo("POST", `${path}/issues/${made.id("number")}/labels`, { labels: ["goal"] });
  await octo("PATCH", pull, { state: "closed" });
  await octo("PATCH", pull, { state: "open" });
  await visitStates(tour, made.text("node_id"));
  await visitReviews(tour, pull);
  const next = await addCommit(tour, work, "m");
  await bot("PATCH", `${path}/git/refs/heads/work`, { sha: next.headSha });
  return next;
}

export async function visitMerge(tour: Tour): Promise<void> {
  const { octo, path } = tour;
  const pulls = await octo("GET", `${path}/pulls`);
  const pull = `${path}/pulls/${pulls.id(0, "number")}`;
  await moveMain(tour);
  await octo("PUT", `${pull}/update-branch`, {});
  await octo("PUT", `${pull}/merge`, { merge_method: "squash" });
  await octo("GET", `${pull}/merge`);
  await octo("GET", pull);
}

/** So that the branch is behind. */
async function moveMain(tour: Tour): Promise<void> {
  const { octo, path } = tour;
  const main = await octo("GET", `${path}/branches/main`);
  const headSha = main.text("commit", "sha");
  const treeSha = main.text("commit", "commit", "tree", "sha");
  const next = await addCommit(tour, { headSha, treeSha }, "o");
  await octo("PATCH", `${path}/git/refs/heads/main`, { sha: next.headSha });
}

async function visitReviews({ octo, ann }: Tour, pull: string): Promise<void> {
  await octo("POST", `${pull}/requested_reviewers`, { reviewers: ["ann"] });
  await octo("GET", `${pull}/requested_reviewers`);
  const made = await ann("POST", `${pull}/reviews`, { event: "APPROVE", body: "Good" });
  await octo("GET", `${pull}/reviews`);
  const review = `${pull}/reviews/${made.id("id")}`;
  await octo("GET", review);
  await octo("PUT", `${review}/dismissals`, { message: "Look again" });
}

/** Draft or ready, and waiting to be merged by itself: only GraphQL can say it. */
async function visitStates(tour: Tour, pullId: string): Promise<void> {
  const { repository } = tour;
  await mutate(tour, "markPullRequestReadyForReview", { pullRequestId: pullId });
  await mutate(tour, "convertPullRequestToDraft", { pullRequestId: pullId });
  await mutate(tour, "markPullRequestReadyForReview", { pullRequestId: pullId });
  repository.settings.allowsAutoMerge = true;
  repository.protectedBranches.set("main", {
    requiredChecks: [{ context: "need" }],
    isStrict: false,
    isEnforcedForAdmins: true,
    requiredReviews: 0,
    isPullRequestRequired: false,
    allowsForcePushes: false,
    allowsDeletions: false,
  });
  await mutate(tour, "enablePullRequestAutoMerge", { pullRequestId: pullId });
  await mutate(tour, "disablePullRequestAutoMerge", { pullRequestId: pullId });
  repository.protectedBranches.clear();
}

const Answer = z.object({ errors: z.array(z.unknown()).optional() });

async function mutate({ github }: Tour, name: string, input: object): Promise<void> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation($input: ${type}) { ${name}(input: $input) { clientMutationId } }`;
  const response = await fetch(`${github.url}/api/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${github.addToken("octo").value}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const text = await response.text();
  await github.idle();
  if (!response.ok || Answer.parse(JSON.parse(text)).errors !== undefined) {
    throw new Error(`${name}: ${response.status} ${text}`);
  }
}
