import type { Json, Token, User, World } from "../model.ts";
import { renderPull } from "../render/pull.ts";
import { emit } from "../webhooks.ts";
import type { Pull } from "./pull.ts";

export interface PullEvent {
  readonly action: string;
  readonly actor: User;
  readonly token: Token | undefined;
  /** `changes`, `before`, `after`, `label`. */
  readonly extra?: Json;
}

export async function emitPullEvent(world: World, pull: Pull, it: PullEvent): Promise<void> {
  emit(world, {
    event: "pull_request",
    action: it.action,
    repository: pull.repository,
    actor: it.actor,
    ...(it.token === undefined ? {} : { token: it.token }),
    payload: {
      number: pull.issue.number,
      pull_request: await renderPull(world, pull),
      ...it.extra,
    },
  });
}
