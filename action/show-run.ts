import { pullOfRun } from "../src/control/pull-of-run.ts";
import { refreshPull } from "../src/control/refresh-pull.ts";
import type { RunState } from "../src/model/run.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { RefStore } from "../src/ports/ref-store.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";

/** Where a run is shown: its pull request, as the run or else the workflow's input says. */
export interface ShownRun {
  readonly forge: Forge;
  readonly store: RefStore;
  readonly state: RunState | undefined;
  readonly pull?: number;
}

/** Without an App the job itself brings gate and comment up to date. That it could not is told, and undoes nothing. */
export async function showRun(inputs: Inputs, job: Job, shown: ShownRun): Promise<void> {
  if (inputs.app !== undefined) return;
  try {
    const { forge, store, state } = shown;
    const number = (state === undefined ? undefined : await pullOfRun(forge, state)) ?? shown.pull;
    if (number !== undefined) await refreshPull(forge, store, number);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    job.log.emit({ kind: "warned", message: `what came of it could not be shown: ${why}` });
  }
}
