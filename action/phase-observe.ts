import { observePhase as observe } from "../src/reconcile/phase-observe.ts";
import { digestOf } from "./documents.ts";
import type { WorkInputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { documentsFolder, openHost } from "./open-host.ts";
import type { PhaseReport } from "./phase-report.ts";
import { requireDocuments } from "./require-documents.ts";

/** Every predicate on head plus candidate. This job holds no secret and may read the repository. */
export async function observePhase(inputs: WorkInputs, job: Job): Promise<PhaseReport> {
  const folder = documentsFolder(inputs, job);
  await requireDocuments(folder, inputs.digests);
  await observe(await openHost(inputs, job));
  return {
    outputs: { digest: await digestOf(folder, "observation") },
    sentence: "Every predicate was evaluated; the land job decides what follows.",
  };
}
