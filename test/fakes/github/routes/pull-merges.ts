import { z } from "zod";
import { getPull } from "../pulls/get-pull.ts";
import { mergePull } from "../pulls/merge-pull.ts";
import { isMerged, type Pull } from "../pulls/pull.ts";
import { updatePullBranch } from "../pulls/update-pull-branch.ts";
import { noContent, notFound, ok, parseBody, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const ONE = "/repos/{owner}/{repo}/pulls/{pull_number}";

export const routes: readonly Route[] = [
  {
    scope: "repository",
    method: "GET",
    template: `${ONE}/merge`,
    permission: { name: "contents", level: "read" },
    handle: (call) => {
      if (!isMerged(getPull(call))) throw notFound();
      return noContent();
    },
  },
  {
    scope: "repository",
    method: "PUT",
    template: `${ONE}/merge`,
    permission: { name: "contents", level: "write" },
    handle: merge,
  },
  {
    scope: "repository",
    method: "PUT",
    template: `${ONE}/update-branch`,
    permission: { name: "pull_requests", level: "write" },
    handle: updateBranch,
  },
];

const MergeBody = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(["merge", "squash", "rebase"]).default("merge"),
});

async function merge(call: RepositoryCall): Promise<Reply> {
  const body = parseBody(MergeBody, call.body);
  const sha = await mergePull(call.world, getPull(call), {
    method: body.merge_method,
    title: body.commit_title,
    message: body.commit_message,
    expectedHead: body.sha,
    actor: call.token.actor,
    token: call.token,
    isAutomatic: false,
  });
  return ok({ sha, merged: true, message: "Pull Request successfully merged" });
}

const UpdateBody = z.object({ expected_head_sha: z.string().optional() });

async function updateBranch(call: RepositoryCall): Promise<Reply> {
  const pull: Pull = getPull(call);
  const { expected_head_sha: expectedHead } = parseBody(UpdateBody, call.body);
  await updatePullBranch(call.world, pull, { expectedHead, token: call.token });
  const url = `${call.world.url}/${call.repository.fullName}/pull/${pull.issue.number}`;
  return { status: 202, body: { message: "Updating pull request branch.", url } };
}
