import { unprocessable } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";
import { resolveOid } from "../run-git.ts";
import { emitPullEvent } from "./pull-event.ts";
import type { Pull } from "./pull.ts";
import { refreshPullRefs } from "./refresh-pull-refs.ts";

export async function changeBase(call: RepositoryCall, pull: Pull, base: string): Promise<void> {
  const { world, token } = call;
  const { details } = pull;
  const tip = await resolveOid(pull.repository, `refs/heads/${base}`);
  if (tip === undefined) {
    throw unprocessable("Validation Failed", [
      { resource: "PullRequest", field: "base", code: "invalid" },
    ]);
  }
  const from = { ref: { from: details.baseRef }, sha: { from: details.baseSha } };
  details.baseRef = base;
  details.baseSha = tip;
  details.autoMerge = undefined;
  details.mergeability = { kind: "unknown" };
  await refreshPullRefs(world, pull);
  const extra = { changes: { base: from } };
  await emitPullEvent(world, pull, { action: "edited", actor: token.actor, token, extra });
}
