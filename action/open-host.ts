import path from "node:path";
import type { Forge } from "../src/ports/forge.ts";
import type { Host } from "../src/reconcile/host.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { createRunnerHost } from "./runner-host.ts";

/** Where the documents of the run's jobs lie on this runner. */
export function documentsFolder({ handover }: Inputs, { runner }: Job): string {
  return path.resolve(handover ?? path.join(runner.temporaryFolder, "kazi"));
}

/** The world as this job sees it. Only the jobs that may write know the forge. */
export async function openHost(inputs: Inputs, job: Job, forge?: Forge): Promise<Host> {
  const { runner, environment, log, signal } = job;
  return await createRunnerHost({
    folder: path.join(runner.temporaryFolder, "kazi-host"),
    documents: documentsFolder(inputs, job),
    remoteUrl: runner.remoteUrl,
    token: inputs.token,
    self: { kind: "workflow-run", runId: runner.runId, attempt: runner.attempt },
    ...(forge === undefined ? {} : { runs: forge.runs, pulls: forge.pulls }),
    runnerFolders: runner.foldersToKeep,
    environment,
    events: log,
    signal,
  });
}
