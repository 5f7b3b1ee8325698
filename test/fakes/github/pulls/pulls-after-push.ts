import { isAncestor } from "../git/move-refs.ts";
import { ZERO_OID } from "../git/zero-oid.ts";
import type { RefMove, Repository, Token, World } from "../model.ts";
import { resolveOid } from "../run-git.ts";
import { closePull, markMerged } from "./close-pull.ts";
import { leaveQueue } from "./merge-queue.ts";
import { emitPullEvent } from "./pull-event.ts";
import { listPulls, type Pull } from "./pull.ts";
import { refreshPullRefs } from "./refresh-pull-refs.ts";

const BRANCHES = "refs/heads/";

/** Pull requests follow their branches: new commits, a merge by hand, a branch that is gone. */
export async function pullsAfterPush(
  world: World,
  place: { readonly repository: Repository; readonly token: Token },
  moves: readonly RefMove[],
): Promise<void> {
  const { repository, token } = place;
  for (const move of moves.filter((it) => it.ref.startsWith(BRANCHES))) {
    const branch = move.ref.slice(BRANCHES.length);
    for (const pull of openPulls(world)) {
      if (isHead(pull, repository, branch)) await headMoved(world, pull, move, token);
      if (isBase(pull, repository, branch)) await baseMoved(world, pull, move, token);
    }
  }
}

function openPulls(world: World): readonly Pull[] {
  return world.repositories.flatMap(listPulls).filter((pull) => pull.issue.state === "open");
}

function isHead(pull: Pull, repository: Repository, branch: string): boolean {
  return pull.details.headRepository.id === repository.id && pull.details.headRef === branch;
}

function isBase(pull: Pull, repository: Repository, branch: string): boolean {
  return pull.repository.id === repository.id && pull.details.baseRef === branch;
}

async function headMoved(world: World, pull: Pull, move: RefMove, token: Token): Promise<void> {
  const { details, issue } = pull;
  const { actor } = token;
  // Two pushes may be told of in another order than they came: what counts is where the branch is now.
  const tip = await resolveOid(details.headRepository, move.ref);
  if (tip === undefined) {
    await closePull(world, pull, { actor, token });
    return;
  }
  details.headSha = tip;
  await leaveQueue(world, pull);
  issue.updatedAtMs = world.nowMs();
  details.mergeability = { kind: "unknown" };
  await refreshPullRefs(world, pull);
  await takeBase(pull);
  const extra = { before: move.before, after: move.after };
  await emitPullEvent(world, pull, { action: "synchronize", actor, token, extra });
}

async function takeBase(pull: Pull): Promise<void> {
  const tip = await resolveOid(pull.repository, `${BRANCHES}${pull.details.baseRef}`);
  pull.details.baseSha = tip ?? pull.details.baseSha;
}

async function baseMoved(world: World, pull: Pull, move: RefMove, token: Token): Promise<void> {
  const { actor } = token;
  if (move.after === ZERO_OID) {
    await closePull(world, pull, { actor, token });
    return;
  }
  pull.details.mergeability = { kind: "unknown" };
  if (await isAncestor(pull.repository, pull.details.headSha, move.after)) {
    markMerged(world, pull, actor, move.after);
    await emitPullEvent(world, pull, { action: "closed", actor, token });
  }
}
