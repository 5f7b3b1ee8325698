import { evaluateCondition, evaluateMap, evaluateTemplate, evaluateText } from "./expressions.ts";
import { isTruthy } from "./expressions.ts";
import type { ActiveStep, JobSession, StepFrame, StepRecord, StepResult } from "./job-session.ts";
import { runAction } from "./run-action.ts";
import { runScript } from "./run-script.ts";
import { stepNames } from "./step-names.ts";
import { stepScope } from "./step-scope.ts";
import type { StepDefinition } from "./workflow.ts";

const SKIPPED: StepRecord = { outputs: {}, outcome: "skipped", conclusion: "skipped" };
const FAILED: StepResult = { outputs: {}, outcome: "failure" };
const MINUTE_MS = 60_000;

/** Executes one step, whatever it is, and keeps what later steps see of it. It never throws. */
export async function runStep(
  session: JobSession,
  frame: StepFrame,
  step: StepDefinition,
): Promise<StepRecord> {
  const record = await attemptStep(session, frame, step);
  if (step.id !== undefined) frame.steps.set(step.id, record);
  if (record.conclusion === "failure") frame.status = "failure";
  if (frame.depth === 0 && record.conclusion === "failure" && session.status === "success") {
    session.status = "failure";
  }
  return record;
}

async function attemptStep(
  session: JobSession,
  frame: StepFrame,
  step: StepDefinition,
): Promise<StepRecord> {
  if (session.lost.aborted) return SKIPPED;
  try {
    const before = { ...Object.fromEntries(session.env), ...frame.env };
    const env = { ...before, ...evaluateMap(step.env, stepScope(session, frame, before)) };
    const scope = stepScope(session, frame, env);
    if (!evaluateCondition(step.if, scope)) return SKIPPED;
    const result = await runWithin(session, { frame, definition: step, env });
    return { ...result, conclusion: concludeStep(session, frame, step, result) };
  } catch (error) {
    session.log.error(error instanceof Error ? error.message : String(error));
    return { ...FAILED, conclusion: "failure" };
  }
}

function concludeStep(
  session: JobSession,
  frame: StepFrame,
  step: StepDefinition,
  { outcome }: StepResult,
): StepRecord["conclusion"] {
  if (outcome !== "failure" || step.continueOnError === undefined) return outcome;
  const scope = stepScope(session, frame, Object.fromEntries(session.env));
  return isTruthy(evaluateTemplate(step.continueOnError, scope)) ? "success" : "failure";
}

type Prepared = Pick<ActiveStep, "frame" | "definition" | "env">;

/** Ends the step when it takes too long, and when the job is cancelled unless its condition holds even then. */
async function runWithin(session: JobSession, prepared: Prepared): Promise<StepResult> {
  const { frame, definition, env } = prepared;
  const scope = stepScope(session, frame, env);
  const ending = new AbortController();
  const timeout = new AbortController();
  const onCancel = (): void => {
    if (!evaluateCondition(definition.if, stepScope(session, frame, env))) ending.abort();
  };
  const minutes = Number(evaluateText(definition.timeoutMinutes ?? "", scope));
  const timer = minutes > 0 ? setTimeout(() => timeout.abort(), minutes * MINUTE_MS) : undefined;
  session.cancelled.addEventListener("abort", onCancel);
  const signals = [ending.signal, timeout.signal, frame.signal ?? ending.signal];
  try {
    const signal = AbortSignal.any(signals);
    const result = await execute(session, { ...prepared, scope, signal });
    if (!timeout.signal.aborted) return result;
    session.log.error(`The action has timed out after ${minutes} minutes.`);
    return { ...result, outcome: "failure" };
  } finally {
    clearTimeout(timer);
    session.cancelled.removeEventListener("abort", onCancel);
  }
}

async function execute(
  session: JobSession,
  prepared: Omit<ActiveStep, "actionName" | "name">,
): Promise<StepResult> {
  const { definition, scope } = prepared;
  const [name = ""] = stepNames([definition], scope);
  const step = { ...prepared, name, actionName: actionNameOf(definition) };
  try {
    if (definition.run !== undefined) return await runScript(session, step, definition.run);
    if (definition.uses === undefined) return FAILED;
    return await runAction(session, step, definition.uses, runStep);
  } catch (error) {
    session.log.error(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}

function actionNameOf({ id, uses }: StepDefinition): string {
  if (id !== undefined) return id;
  if (uses === undefined) return "__run";
  if (uses.startsWith("./")) return "__self";
  return `__${(uses.split("@")[0] ?? "").replaceAll(/[^\w-]/gu, "_")}`;
}
