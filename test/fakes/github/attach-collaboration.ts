import { createActions } from "./actions.ts";
import { suitesAfterPush } from "./checks/suites-after-push.ts";
import type { World } from "./model.ts";
import { mergeAfterEvent } from "./pulls/auto-merge.ts";
import { queueAfterEvent } from "./pulls/merge-queue.ts";
import { pullsAfterPush } from "./pulls/pulls-after-push.ts";

/** Gives a world its Actions service, and lets pull requests and checks follow what happens in it. */
export function attachCollaboration(world: World): void {
  world.actions = createActions(world);
  world.eventListeners.add((event) => {
    mergeAfterEvent(world, event);
    queueAfterEvent(world, event);
  });
  world.moveListeners.add(async (repository, moves, token) => {
    await suitesAfterPush(world, { repository, token }, moves);
    await pullsAfterPush(world, { repository, token }, moves);
  });
}
