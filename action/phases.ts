import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import type { PhaseReport } from "./phase-report.ts";
import { requireGit } from "./require-git.ts";

/**
 * Each phase is loaded when it is asked for: the jobs that run strangers' code know no API client. What the
 * machine lacks is said before anything large is loaded.
 */
export async function runPhase(inputs: Inputs, job: Job): Promise<PhaseReport> {
  switch (inputs.phase) {
    case "claim": {
      await requireGit();
      const { claimPhase } = await import("./phase-claim.ts");
      return await claimPhase(inputs, job);
    }
    case "dispatch": {
      await requireGit();
      const { dispatchPhase } = await import("./phase-dispatch.ts");
      return await dispatchPhase(inputs, job);
    }
    case "observe": {
      await requireGit();
      const { observePhase } = await import("./phase-observe.ts");
      return await observePhase(inputs, job);
    }
    case "land": {
      await requireGit();
      const { landPhase } = await import("./phase-land.ts");
      return await landPhase(inputs, job);
    }
    case "control": {
      const { controlPhase } = await import("./phase-control.ts");
      return await controlPhase(inputs, job);
    }
    case "probe":
    case "deploy":
      return { outputs: {}, sentence: NOTHING_TO_DO[inputs.phase] };
  }
}

const NOTHING_TO_DO = {
  probe:
    "Live predicates are evaluated by the observe job, which holds no secret: those that name one are unknown there.",
  deploy:
    "No goal has kazi deploy anything: what is live is observed after the repository's own delivery.",
} as const;
