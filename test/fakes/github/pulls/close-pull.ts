import type { Token, User, World } from "../model.ts";
import { emitPullEvent } from "./pull-event.ts";
import type { Pull } from "./pull.ts";

export interface Closing {
  readonly actor: User;
  readonly token: Token | undefined;
}

export async function closePull(world: World, pull: Pull, closing: Closing): Promise<void> {
  markClosed(world, pull, closing.actor);
  await emitPullEvent(world, pull, { action: "closed", ...closing });
}

/** `commit` is what stands on the base branch for it now. */
export function markMerged(world: World, pull: Pull, actor: User, commit: string): void {
  markClosed(world, pull, actor);
  pull.details.mergedAtMs = world.nowMs();
  pull.details.mergedBy = actor;
  pull.details.mergeCommitSha = commit;
}

function markClosed(world: World, pull: Pull, actor: User): void {
  const nowMs = world.nowMs();
  pull.issue.state = "closed";
  pull.issue.closedAtMs = nowMs;
  pull.issue.updatedAtMs = nowMs;
  pull.issue.closedBy = actor;
  pull.details.autoMerge = undefined;
  pull.details.queueEntry = undefined;
}
