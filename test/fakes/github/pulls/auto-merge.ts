import { track } from "../deliver.ts";
import type { AutoMerge, GitHubEvent, World } from "../model.ts";
import { ApiError, unprocessable } from "../respond.ts";
import { mergePull } from "./merge-pull.ts";
import { enqueue, hasMergeQueue } from "./merge-queue.ts";
import { ANYBODY, mergeRulesOf } from "./merge-rules.ts";
import { mergeState } from "./merge-state.ts";
import { emitPullEvent } from "./pull-event.ts";
import { listPulls, type Pull } from "./pull.ts";
import { refreshPullRefs } from "./refresh-pull-refs.ts";

/** Refused where nothing is left to wait for, because then the caller can merge. */
export async function enableAutoMerge(
  world: World,
  pull: Pull,
  autoMerge: AutoMerge,
): Promise<void> {
  const { repository, details } = pull;
  if (!repository.settings.allowsAutoMerge) {
    throw unprocessable("Pull request Auto merge is not allowed for this repository");
  }
  if (!mergeRulesOf(repository, details.baseRef, ANYBODY).isProtected) {
    throw unprocessable("Pull request Protected branch rules not configured for this branch");
  }
  if (details.mergeability.kind === "unknown") await refreshPullRefs(world, pull);
  const state = await mergeState(pull);
  if (state === "clean" || state === "unstable") {
    throw unprocessable(`Pull request Pull request is in ${state} status`);
  }
  details.autoMerge = autoMerge;
  const { enabledBy: actor, token } = autoMerge;
  await emitPullEvent(world, pull, { action: "auto_merge_enabled", actor, token });
}

export async function disableAutoMerge(
  world: World,
  pull: Pull,
  by: Pick<AutoMerge, "token">,
): Promise<void> {
  pull.details.autoMerge = undefined;
  await emitPullEvent(world, pull, {
    action: "auto_merge_disabled",
    actor: by.token.actor,
    token: by.token,
    extra: { reason: "Manually disabled by user" },
  });
}

const WHAT_MAY_FREE_A_PULL: ReadonlySet<string> = new Set([
  "check_run",
  "status",
  "pull_request",
  "pull_request_review",
]);

/** Merges whatever waited only for what has just happened. */
export function mergeAfterEvent(world: World, event: GitHubEvent): void {
  if (!WHAT_MAY_FREE_A_PULL.has(event.name)) return;
  for (const pull of listPulls(event.repository)) {
    if (pull.issue.state === "open" && pull.details.autoMerge !== undefined) {
      track(world, mergeIfFree(world, pull, pull.details.autoMerge));
    }
  }
}

async function mergeIfFree(world: World, pull: Pull, autoMerge: AutoMerge): Promise<void> {
  try {
    if (hasMergeQueue(pull)) {
      await enqueue(world, pull);
      return;
    }
    await mergePull(world, pull, {
      method: autoMerge.method,
      title: autoMerge.commitTitle,
      message: autoMerge.commitMessage,
      expectedHead: undefined,
      actor: autoMerge.enabledBy,
      token: autoMerge.token,
      isAutomatic: true,
    });
  } catch (error) {
    // A refusal means that it has to wait for more; the next event tries again.
    if (!(error instanceof ApiError)) throw error;
  }
}
