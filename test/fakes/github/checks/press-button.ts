import type { Repository, User, World } from "../model.ts";
import { emitCheckRun } from "./check-event.ts";

export interface PressedButton {
  readonly repository: Repository;
  readonly checkRunId: number;
  readonly identifier: string;
  readonly user: User;
}

/** A person presses a button of a completed check on its page; there is no API for it. */
export async function pressButton(world: World, it: PressedButton): Promise<void> {
  const { repository, user, identifier } = it;
  const run = repository.checkRuns.find((known) => known.id === it.checkRunId);
  if (run?.actions.some((action) => action.identifier === identifier) !== true) {
    throw new Error(`The check-run ${it.checkRunId} has no button ${identifier}.`);
  }
  await emitCheckRun(world, run, {
    repository,
    actor: user,
    token: undefined,
    action: "requested_action",
    extra: { requested_action: { identifier } },
  });
}
