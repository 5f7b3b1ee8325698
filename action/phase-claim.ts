import { readApproval } from "../src/control/read-approval.ts";
import { whyUsedUp } from "../src/control/why-used-up.ts";
import type { Approval } from "../src/model/run.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { RefStore } from "../src/ports/ref-store.ts";
import { type ApprovedStart, claimPhase as claim } from "../src/reconcile/phase-claim.ts";
import { checkDocuments, digestOf } from "./documents.ts";
import type { ClaimInputs } from "./inputs.ts";
import { openForge, requireDefaultBranch } from "./open-forge.ts";
import { documentsFolder, openHost } from "./open-host.ts";
import type { PhaseReport } from "./phase-report.ts";
import type { Job } from "./phases.ts";
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
    whyVoid: async (approval) => await whyVoid(forge, approval),
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

const WORK_WORDS = {
  dispatch: "an agent works, then every predicate is evaluated",
  observe: "every predicate is evaluated",
} as const;

function nothingToDo(reason: string): PhaseReport {
  return { outputs: { work: "none" }, sentence: `Nothing to do now: ${reason}.` };
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
  const { approver, commit, branch, target } = answer;
  const { via, pointer, login: by } = approver;
  return { approver: { via, pointer, by, target }, commit, branch };
}

/** A record is written by whoever may push, so its word about a person is looked up where that person said it. */
async function whyVoid(forge: Forge, approval: Approval): Promise<string | undefined> {
  const { pointer, goalPath } = approval;
  if (pointer === undefined) return "its approval names no place where a person gave it";
  const answer = await readApproval(forge, pointer, goalPath);
  return answer.kind === "refused" ? answer.reason : undefined;
}
