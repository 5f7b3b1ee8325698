import type { ActionsService } from "../github/actions-seam.ts";
import { evaluateCondition, evaluateMap } from "./expressions.ts";
import { fetchAction, parseActionReference } from "./fetch-action.ts";
import type { JobSession, Outcome, PostStep, Status, StepFrame } from "./job-session.ts";
import { findStandIn } from "./run-action.ts";
import { runStep } from "./run-step.ts";
import { stepNames } from "./step-names.ts";
import { stepScope } from "./step-scope.ts";
import type { Template } from "./template.ts";
import type { JobDefinition } from "./workflow.ts";

export interface JobEnd {
  readonly conclusion: Status;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StepsOrder {
  readonly actions: ActionsService;
  readonly session: JobSession;
  readonly definition: JobDefinition;
  readonly env: readonly (Template | undefined)[];
}

/** All steps of a job, with what comes before the first and after the last. */
export async function executeSteps(order: StepsOrder): Promise<JobEnd> {
  const { actions, session, definition } = order;
  const { run, job } = session;
  const frame = topFrame(session);
  const names = ["Set up job", ...stepNames(definition.steps, stepScope(session, frame, {}))];
  actions.startJob(run, job, { runnerName: "local-runner", stepNames: names });
  const stopWatching = watch(session);
  const setUpOutcome = await report(order, 1, async () => await setUp(order, frame));
  for (const [index, step] of definition.steps.entries()) {
    session.onStep(names[index + 1] ?? "");
    await report(order, index + 2, async () => {
      if (setUpOutcome !== "success") return "skipped";
      const record = await runStep(session, frame, step);
      return record.outcome === "failure" ? record.conclusion : record.outcome;
    });
  }
  await runPostSteps(order, frame);
  stopWatching();
  return { conclusion: conclude(session), outputs: outputsOf(session, frame, definition) };
}

function topFrame({ contexts }: JobSession): StepFrame {
  return {
    steps: new Map(),
    inputs: contexts["inputs"] ?? {},
    action: undefined,
    env: {},
    depth: 0,
    signal: undefined,
    status: "success",
  };
}

/** The status changes before any step hears of the cancellation: their conditions are read again by it. */
function watch(session: JobSession): () => void {
  const onCancel = (): void => {
    session.status = "cancelled";
  };
  if (session.cancelled.aborted) onCancel();
  session.cancelled.addEventListener("abort", onCancel);
  return () => {
    session.cancelled.removeEventListener("abort", onCancel);
  };
}

async function report(
  { actions, session }: StepsOrder,
  number: number,
  work: () => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { run, job, lost } = session;
  // A lost machine says nothing more; the server ends the step together with the job.
  if (lost.aborted) return "cancelled";
  actions.startStep(run, job, number);
  const outcome = await work();
  actions.finishStep(job, number, outcome);
  return outcome;
}

async function setUp({ session, definition, env }: StepsOrder, frame: StepFrame): Promise<Outcome> {
  try {
    if (definition.needsEngine) {
      throw new Error("This runner has no container engine: `container` and `services` need one.");
    }
    for (const template of env) {
      const values = evaluateMap(template, stepScope(session, frame, {}));
      for (const [name, value] of Object.entries(values)) session.env.set(name, value);
    }
    await fetchActions(session, definition);
    return "success";
  } catch (error) {
    session.log.error(error instanceof Error ? error.message : String(error));
    frame.status = "failure";
    if (session.status === "success") session.status = "failure";
    return "failure";
  }
}

/** A missing action shows before anything is executed. */
async function fetchActions(session: JobSession, { steps }: JobDefinition): Promise<void> {
  for (const { uses } of steps) {
    const isRemote = uses !== undefined && !uses.startsWith("./") && !uses.startsWith("docker://");
    if (isRemote && findStandIn(session, uses) === undefined) {
      await fetchAction(session, parseActionReference(uses));
    }
  }
}

async function runPostSteps(order: StepsOrder, frame: StepFrame): Promise<void> {
  const { session } = order;
  for (const step of session.postSteps.splice(0).toReversed()) {
    const number = addStep(session, `Post ${step.of}`);
    await report(order, number, async () => await runPostStep(session, frame, step));
  }
  await report(order, addStep(session, "Complete job"), () => "success");
}

/** Steps that nobody knew of when the job began. */
function addStep({ job }: JobSession, name: string): number {
  const number = job.steps.length + 1;
  job.steps.push({
    number,
    name,
    status: "queued",
    conclusion: undefined,
    startedAtMs: undefined,
    completedAtMs: undefined,
  });
  return number;
}

async function runPostStep(
  session: JobSession,
  frame: StepFrame,
  step: PostStep,
): Promise<Outcome> {
  const scope = stepScope(session, frame, Object.fromEntries(session.env));
  if (!evaluateCondition(step.condition, scope)) return "skipped";
  const outcome = await step.run(session.lost);
  if (outcome === "failure" && session.status === "success") session.status = "failure";
  return outcome;
}

function conclude({ lost, status }: JobSession): Status {
  return lost.aborted ? "failure" : status;
}

/** GitHub does not hand on an output in which it finds something masked; the job stays green. */
function outputsOf(
  session: JobSession,
  frame: StepFrame,
  definition: JobDefinition,
): Record<string, string> {
  const scope = stepScope(session, frame, Object.fromEntries(session.env));
  const outputs: Record<string, string> = {};
  if (session.lost.aborted) return outputs;
  for (const [name, value] of Object.entries(evaluateMap(definition.outputs, scope))) {
    if (session.masker.hides(value)) {
      session.log.warning(`Skip output '${name}' since it may contain secret.`);
    } else if (value !== "") outputs[name] = value;
  }
  return outputs;
}
