import { z } from "zod";
import type { WorkflowRun } from "../github/actions-seam.ts";
import type { GitHubEvent } from "../github/model.ts";

/** Runs that start each other by `workflow_run`: GitHub ends such a chain, and so a circle. */
const LEVELS_MAX = 3;

const RunPayload = z.object({ workflow_run: z.object({ id: z.number() }) });

export class RunChains {
  readonly #levels = new Map<number, number>();

  isTooLong(event: GitHubEvent): boolean {
    return this.#levelOf(event) > LEVELS_MAX;
  }

  add(event: GitHubEvent, runs: readonly WorkflowRun[]): void {
    for (const run of runs) this.#levels.set(run.id, this.#levelOf(event));
  }

  #levelOf(event: GitHubEvent): number {
    const payload = RunPayload.safeParse(event.payload);
    if (event.name !== "workflow_run" || !payload.success) return 0;
    return (this.#levels.get(payload.data.workflow_run.id) ?? 0) + 1;
  }
}
