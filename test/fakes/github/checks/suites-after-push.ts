import { ZERO_OID } from "../git/zero-oid.ts";
import type { Installation, RefMove, Repository, Token, World } from "../model.ts";
import { emitCheckSuite } from "./check-event.ts";
import { findOrMakeSuite } from "./find-or-make-suite.ts";

const BRANCHES = "refs/heads/";

/** Each App that may write checks gets a suite for every commit that becomes the head of a branch. */
export async function suitesAfterPush(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  moves: readonly RefMove[],
): Promise<void> {
  const { repository, token } = place;
  for (const move of moves) {
    if (!move.ref.startsWith(BRANCHES) || move.after === ZERO_OID) continue;
    for (const { app } of world.installations.filter((it) => writesChecks(it, repository))) {
      const headBranch = move.ref.slice(BRANCHES.length);
      const made = findOrMakeSuite(world, repository, { app, headSha: move.after, headBranch });
      const event = { repository, actor: token.actor, token, action: "requested" };
      if (made.isNew) await emitCheckSuite(world, made.suite, event);
    }
  }
}

function writesChecks(installation: Installation, repository: Repository): boolean {
  return (
    installation.permissions["checks"] === "write" &&
    installation.account.id === repository.owner.id &&
    !installation.isSuspended &&
    (installation.repositoryIds?.has(repository.id) ?? true)
  );
}
