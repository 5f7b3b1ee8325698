import { dispatchPhase as dispatch } from "../src/reconcile/phase-dispatch.ts";
import { digestOf } from "./documents.ts";
import type { WorkInputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { documentsFolder, openHost } from "./open-host.ts";
import type { PhaseReport } from "./phase-report.ts";
import { requireDocuments } from "./require-documents.ts";

/** The agent's turn. This job holds a key of a model and may read the repository, nothing else. */
export async function dispatchPhase(inputs: WorkInputs, job: Job): Promise<PhaseReport> {
  const folder = documentsFolder(inputs, job);
  await requireDocuments(folder, inputs.digests);
  const report = await dispatch(await openHost(inputs, job));
  const paths = report.changed.length === 1 ? "1 path" : `${report.changed.length} paths`;
  return {
    outputs: { digest: await digestOf(folder, "dispatch") },
    sentence: `The agent ended as ${report.outcome.ending} with ${paths} changed; nothing is kept before it is observed.`,
  };
}
