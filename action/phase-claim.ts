import { readApproval } from "../src/control/read-approval.ts";
import { tellNotStarted } from "../src/control/tell-not-started.ts";
import { whyApprovalVoid } from "../src/control/why-approval-void.ts";
import { whyElsewhere } from "../src/control/why-elsewhere.ts";
import { whyUsedUp } from "../src/control/why-used-up.ts";
import { KaziError } from "../src/model/kazi-error.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { RefStore } from "../src/ports/ref-store.ts";
import { type ApprovedStart, claimPhase as claim } from "../src/reconcile/phase-claim.ts";
import { checkDocuments, digestOf } from "./documents.ts";
import type { ClaimInputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { openForge, requireDefaultBranch } from "./open-forge.ts";
import { documentsFolder, openHost } from "./open-host.ts";
import type { PhaseReport } from "./phase-report.ts";
import { showRun } from "./show-run.ts";

/** What is to be done now, and the right to do it. Nothing to do is no failure. */
export async function claimPhase(inputs: ClaimInputs, job: Job): Promise<PhaseReport> {
  const forge = await openForge(inputs, job);
  await requireDefaultBranch(forge, job);
  const folder = documentsFolder(inputs, job);
  await checkDocuments(folder, {});
  const host = await openHost(inputs, job, forge);
  const start = await readStart({ forge, store: host.store }, inputs);
  if (typeof start === "string") return nothingToDo(start);
  const claimed = await claim(host, {
    goalPath: inputs.goal,
    ...(start === undefined ? {} : { approved: start }),
    ...(inputs.pull === undefined ? {} : { pull: inputs.pull }),
    whyVoid: async (run) => await whyApprovalVoid(forge, run),
  }).catch(async (error: unknown) => {
    await tellApprover(forge, { goalPath: inputs.goal, start }, error);
    throw error;
  });
  const shown = inputs.pull === undefined ? {} : { pull: inputs.pull };
  if (claimed.kind === "none") {
    await showRun(inputs, job, { forge, store: host.store, state: claimed.state, ...shown });
    return nothingToDo(claimed.reason);
  }
  const { ticket } = claimed;
  return {
    outputs: { work: ticket.kind, nonce: ticket.nonce, digest: await digestOf(folder, "claim") },
    sentence: `Iteration ${ticket.iteration} of goal ${ticket.goal}: ${WORK_WORDS[ticket.kind]}.`,
  };
}

/** A failed job is seen by nobody who did not start it. */
async function tellApprover(
  forge: Forge,
  { goalPath, start }: { readonly goalPath: string; readonly start: ApprovedStart | undefined },
  error: unknown,
): Promise<void> {
  const pointer = start?.approver.pointer;
  if (pointer === undefined || !(error instanceof KaziError)) return;
  if (error.code === "interrupted") return;
  // Why it did not begin says more than why that could not be told.
  await tellNotStarted(forge, pointer, { goalPath, reason: error.message }).catch(() => undefined);
}

const WORK_WORDS = {
  dispatch: "an agent works, then every predicate is evaluated",
  observe: "every predicate is evaluated",
} as const;

function nothingToDo(reason: string): PhaseReport {
  return {
    outputs: { work: "none" },
    sentence: `Nothing to do now: ${reason.replace(/\.$/, "")}.`,
  };
}

/** The approval that this run is to start with, or why it is none; absent when it is to go on. */
async function readStart(
  { forge, store }: { readonly forge: Forge; readonly store: RefStore },
  { approval, goal }: ClaimInputs,
): Promise<ApprovedStart | string | undefined> {
  if (approval === undefined) return undefined;
  const answer = await readApproval(forge, approval, goal);
  if (answer.kind === "refused") return answer.reason;
  const usedUp = await whyUsedUp(store, goal, approval);
  if (usedUp !== undefined) return usedUp;
  const { approver, commit, branch, target, goalDigest } = answer;
  const elsewhere = await whyElsewhere(forge, store, { commit, target, goalPath: goal });
  if (elsewhere !== undefined) return elsewhere;
  const { via, pointer, login: by } = approver;
  return { approver: { via, pointer, by, target }, commit, branch, goalDigest };
}
