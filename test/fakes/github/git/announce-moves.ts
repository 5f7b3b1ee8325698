import type { Json, RefMove, Repository, Token, World } from "../model.ts";
import { emit } from "../webhooks.ts";
import { renderPush } from "./render-push.ts";
import { ZERO_OID } from "./zero-oid.ts";

export interface Mover {
  readonly repository: Repository;
  readonly token: Token;
}

/** Of more tags than this in one push, GitHub says nothing. */
const TAGS_PER_PUSH_MAX = 3;

/** The events of refs that have moved. Refs that are neither branches nor tags make none. */
export async function announceMoves(
  world: World,
  mover: Mover,
  moves: readonly RefMove[],
): Promise<void> {
  const { repository, token } = mover;
  const tags = moves.filter((move) => move.ref.startsWith("refs/tags/"));
  const told = moves.filter(
    (move) =>
      move.ref.startsWith("refs/heads/") ||
      (move.ref.startsWith("refs/tags/") && tags.length <= TAGS_PER_PUSH_MAX),
  );
  if (told.length > 0) {
    repository.pushedAtMs = world.nowMs();
  }
  for (const move of told) {
    const payload = await renderPush(world, mover, { move, moves });
    if (move.before === ZERO_OID || move.after === ZERO_OID) {
      emitCreation(world, mover, move);
    }
    emit(world, { event: "push", repository, actor: token.actor, token, payload });
  }
  for (const listener of world.moveListeners) {
    await listener(repository, moves, token);
  }
}

function emitCreation(world: World, { repository, token }: Mover, move: RefMove): void {
  const isBranch = move.ref.startsWith("refs/heads/");
  const common: Json = {
    ref: move.ref.replace(/^refs\/(?:heads|tags)\//, ""),
    ref_type: isBranch ? "branch" : "tag",
    pusher_type: "user",
  };
  const isNew = move.before === ZERO_OID;
  const payload = isNew
    ? {
        ...common,
        master_branch: repository.defaultBranch,
        description: repository.description ?? null,
      }
    : common;
  const event = isNew ? "create" : "delete";
  emit(world, { event, repository, actor: token.actor, token, payload });
}
