import type { JobLog } from "./job-log.ts";
import type { RunnerContext } from "./runner-context.ts";

/** What every phase works with. */
export interface Job {
  readonly runner: RunnerContext;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: JobLog;
  readonly signal: AbortSignal;
}
