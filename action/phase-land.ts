import { tellNotStarted } from "../src/control/tell-not-started.ts";
import { KaziError } from "../src/model/kazi-error.ts";
import type { RunState } from "../src/model/run.ts";
import type { Forge } from "../src/ports/forge.ts";
import type { DispatchOutcome, DispatchRequest } from "../src/ports/workflow-runs.ts";
import { landPhase as land } from "../src/reconcile/phase-land.ts";
import { checkDocuments } from "./documents.ts";
import type { LandInputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { openForge } from "./open-forge.ts";
import { documentsFolder, openHost } from "./open-host.ts";
import type { PhaseReport } from "./phase-report.ts";
import { showRun } from "./show-run.ts";

/** Keeps or throws away what was made, records it, and starts the next run where there is more to do. */
export async function landPhase(inputs: LandInputs, job: Job): Promise<PhaseReport> {
  const damage = await checkDocuments(documentsFolder(inputs, job), inputs.digests);
  for (const { problem } of damage) job.log.emit({ kind: "warned", message: problem });
  const forge = await openForge(inputs, job);
  const noTicket = damage.find(({ name }) => name === "claim");
  if (noTicket !== undefined) throw await handOn(forge, inputs, noTicket.problem);
  const host = await openHost(inputs, job, forge);
  const { state, again, lost } = await land(host);
  const settled =
    lost === undefined
      ? `Iteration ${state.iteration} of goal ${state.goal} is recorded; the goal is ${state.status}.`
      : `Nothing of this iteration was kept: ${lost}.`;
  const pull = state.target?.inPlace === true ? state.target.pull : undefined;
  const following = { goalPath: state.approval.goalPath, ...(pull === undefined ? {} : { pull }) };
  let next = "";
  try {
    if (again) next = ` ${await startNext(forge, state, following)}`;
  } finally {
    // Also when nobody answered: the head may have moved, and its gate is still to be written.
    await showRun(inputs, job, { forge, store: host.store, state });
  }
  const look = isUnheardMerge(inputs, state) ? ` ${await startRun(forge, following)}` : "";
  return { outputs: { outcome: state.status }, sentence: `${settled}${next}${look}` };
}

/** Where GitHub starts nothing any more the approver is told, or the gate would say "running" and nobody why. */
async function startNext(
  forge: Forge,
  { approval }: RunState,
  request: DispatchRequest,
): Promise<string> {
  const { pointer, goalPath } = approval;
  const started = await forge.runs.dispatch(request);
  if (started.kind === "blocked" && pointer !== undefined) {
    await tellNotStarted(forge, pointer, { goalPath, reason: started.reason }).catch(
      () => undefined,
    );
  }
  return wordsOf(started);
}

/**
 * The gate that was just shown may be all that a merge waited for, and without an App nobody hears of a
 * merge that this job's own token asked for. One more run looks; where the merge waits longer, the schedule does.
 */
function isUnheardMerge({ app }: LandInputs, { status, next }: RunState): boolean {
  return app === undefined && status === "running" && next.kind === "integrate";
}

/** Without its ticket this job cannot say what it may settle. The run after it finds this one over and takes its claim. */
async function handOn(
  forge: Forge,
  { goal, pull }: LandInputs,
  problem: string,
): Promise<KaziError> {
  const started = await startRun(forge, {
    goalPath: goal,
    ...(pull === undefined ? {} : { pull }),
  });
  return new KaziError({
    code: "handover-invalid",
    message: `${problem}; nothing of this iteration was kept. ${started}`,
  });
}

async function startRun(forge: Forge, request: DispatchRequest): Promise<string> {
  return wordsOf(await forge.runs.dispatch(request));
}

function wordsOf(started: DispatchOutcome): string {
  return started.kind === "started"
    ? "The next run was started."
    : `The next run could not be started: ${started.reason}`;
}
