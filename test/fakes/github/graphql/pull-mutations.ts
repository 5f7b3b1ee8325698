import { z } from "zod";
import { mayDo } from "../permissions.ts";
import { disableAutoMerge, enableAutoMerge } from "../pulls/auto-merge.ts";
import { mergePull } from "../pulls/merge-pull.ts";
import { enqueue, hasMergeQueue } from "../pulls/merge-queue.ts";
import { emitPullEvent } from "../pulls/pull-event.ts";
import type { Pull } from "../pulls/pull.ts";
import type { Call } from "../router.ts";
import type { Arguments, FieldResolver } from "./field-resolver.ts";
import { GraphQlError } from "./graphql-error.ts";
import { pullFields } from "./pull-fields.ts";
import { asGraphQl, pullOfNode } from "./pull-of-node.ts";

const Base = z.object({ pullRequestId: z.string(), clientMutationId: z.string().nullish() });
const Input = z.object({ input: Base });
const Method = z.enum(["MERGE", "SQUASH", "REBASE"]).nullish();
const MergeInput = z.object({
  input: Base.extend({
    mergeMethod: Method,
    commitHeadline: z.string().nullish(),
    commitBody: z.string().nullish(),
    expectedHeadOid: z.string().nullish(),
  }),
});

const METHODS = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" } as const;

/** What GraphQL alone can do to a pull request, and merging, which it can as well. */
export const PULL_MUTATIONS: Readonly<Record<string, FieldResolver>> = {
  markPullRequestReadyForReview: async (call, args) => await setDraft(call, args, false),
  convertPullRequestToDraft: async (call, args) => await setDraft(call, args, true),
  enablePullRequestAutoMerge: enable,
  disablePullRequestAutoMerge: disable,
  mergePullRequest: merge,
  enqueuePullRequest: queue,
};

async function setDraft(call: Call, args: Arguments, isDraft: boolean): Promise<unknown> {
  const { input } = Input.parse(args);
  const pull = pullOfNode(call, input.pullRequestId);
  if (isDraft && !pull.repository.settings.allowsDrafts) {
    throw new GraphQlError("Draft pull requests are not supported in this repository.");
  }
  if (pull.details.isDraft !== isDraft) {
    pull.details.isDraft = isDraft;
    pull.issue.updatedAtMs = call.world.nowMs();
    const action = isDraft ? "converted_to_draft" : "ready_for_review";
    const { token } = call;
    await emitPullEvent(call.world, pull, { action, actor: token.actor, token });
  }
  return await answer(call, pull, input.clientMutationId);
}

async function enable(call: Call, args: Arguments): Promise<unknown> {
  const { input } = MergeInput.parse(args);
  const pull = pullOfNode(call, input.pullRequestId);
  needContents(call, pull);
  await asGraphQl(async () => {
    await enableAutoMerge(call.world, pull, {
      enabledBy: call.token.actor,
      token: call.token,
      method: METHODS[input.mergeMethod ?? "MERGE"],
      commitTitle: input.commitHeadline ?? undefined,
      commitMessage: input.commitBody ?? undefined,
    });
  });
  return await answer(call, pull, input.clientMutationId);
}

async function disable(call: Call, args: Arguments): Promise<unknown> {
  const { input } = Input.parse(args);
  const pull = pullOfNode(call, input.pullRequestId);
  if (pull.details.autoMerge === undefined) {
    throw new GraphQlError("Can't disable auto-merge for this pull request.", "UNPROCESSABLE");
  }
  await disableAutoMerge(call.world, pull, { token: call.token });
  return await answer(call, pull, input.clientMutationId);
}

async function merge(call: Call, args: Arguments): Promise<unknown> {
  const { input } = MergeInput.parse(args);
  const pull = pullOfNode(call, input.pullRequestId);
  needContents(call, pull);
  await asGraphQl(async () => {
    await mergePull(call.world, pull, {
      method: METHODS[input.mergeMethod ?? "MERGE"],
      title: input.commitHeadline ?? undefined,
      message: input.commitBody ?? undefined,
      expectedHead: input.expectedHeadOid ?? undefined,
      actor: call.token.actor,
      token: call.token,
      isAutomatic: false,
    });
  });
  return await answer(call, pull, input.clientMutationId);
}

async function queue(call: Call, args: Arguments): Promise<unknown> {
  const { input } = Input.parse(args);
  const pull = pullOfNode(call, input.pullRequestId);
  needContents(call, pull);
  if (!hasMergeQueue(pull)) {
    throw new GraphQlError("The base branch does not have a merge queue.", "UNPROCESSABLE");
  }
  await asGraphQl(async () => {
    await enqueue(call.world, pull);
  });
  return await answer(call, pull, input.clientMutationId);
}

/** A merge writes to the base branch. */
function needContents(call: Call, pull: Pull): void {
  if (!mayDo(call.token, pull.repository, { name: "contents", level: "write" })) {
    throw new GraphQlError("Resource not accessible by integration", "FORBIDDEN");
  }
}

async function answer(
  call: Call,
  pull: Pull,
  clientMutationId: string | null | undefined,
): Promise<unknown> {
  return { clientMutationId, pullRequest: await pullFields(call.world, pull) };
}
