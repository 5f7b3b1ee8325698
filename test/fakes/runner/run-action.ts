import path from "node:path";
import { evaluateMap, evaluateText } from "./expressions.ts";
import { fetchAction, findUsableRepository, parseActionReference } from "./fetch-action.ts";
import type {
  ActionPlace,
  ActiveStep,
  JobSession,
  StepFrame,
  StepRecord,
  StepResult,
} from "./job-session.ts";
import type { ActionDefinition, ActionRuns } from "./parse-action.ts";
import { readAction } from "./read-action.ts";
import { runCommand } from "./run-command.ts";
import { standIns } from "./stand-ins/stand-ins.ts";
import type { StepDefinition } from "./workflow.ts";

/** How a composite action's own steps are executed. */
export type RunStep = (
  session: JobSession,
  frame: StepFrame,
  step: StepDefinition,
) => Promise<StepRecord>;

/** As deep as GitHub lets composite actions use each other. */
const DEPTH_MAX = 10;

/** Executes a `uses:` step. */
export async function runAction(
  session: JobSession,
  step: ActiveStep,
  uses: string,
  runStep: RunStep,
): Promise<StepResult> {
  session.log.write(`##[group]Run ${uses}`);
  const given = evaluateMap(step.definition.with, step.scope);
  for (const [name, value] of Object.entries(given)) session.log.write(`  ${name}: ${value}`);
  session.log.write("##[endgroup]");
  const standIn = findStandIn(session, uses);
  if (standIn !== undefined) return await standIn(session, step, given);
  const place = await placeOf(session, uses);
  const definition = await readAction(place.path);
  const inputs = inputsOf(definition, given, step);
  warnOfUnknown(session, definition, given);
  const { runs } = definition;
  if (runs.kind === "refused") throw new Error(runs.reason);
  if (runs.kind === "composite") {
    return await runComposite(session, step, { place, inputs, runs }, runStep);
  }
  return await runNode(session, step, { place, inputs, runs });
}

/** A repository of that name on the local GitHub goes before the stand-in. */
export function findStandIn(
  session: Pick<JobSession, "world" | "run">,
  uses: string,
): (typeof standIns)[string] | undefined {
  const { repository, folder } = parseActionReference(uses);
  if (folder !== "" || findUsableRepository(session, repository) !== undefined) return undefined;
  return standIns[repository];
}

async function placeOf(session: JobSession, uses: string): Promise<ActionPlace> {
  if (uses.startsWith("./")) {
    return { path: path.resolve(session.folders.workspace, uses), repository: "", ref: "" };
  }
  if (uses.startsWith("docker://")) {
    throw new Error(`This runner has no container engine, which '${uses}' needs.`);
  }
  return await fetchAction(session, parseActionReference(uses));
}

function inputsOf(
  definition: ActionDefinition,
  given: Readonly<Record<string, string>>,
  step: ActiveStep,
): Record<string, string> {
  const lowered = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const inputs = { ...given };
  for (const [name, fallback] of Object.entries(definition.inputs)) {
    inputs[name] = lowered[name.toLowerCase()] ?? evaluateText(fallback ?? "", step.scope);
  }
  return inputs;
}

function warnOfUnknown(
  session: JobSession,
  { inputs }: ActionDefinition,
  given: Readonly<Record<string, string>>,
): void {
  const names = Object.keys(inputs);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const unknown = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length === 0) return;
  const list = (items: readonly string[]): string => items.map((item) => `'${item}'`).join(", ");
  session.log.warning(`Unexpected input(s) ${list(unknown)}, valid inputs are [${list(names)}]`);
}

interface NodeAction {
  readonly place: ActionPlace;
  readonly inputs: Readonly<Record<string, string>>;
  readonly runs: Extract<ActionRuns, { kind: "node" }>;
}

async function runNode(
  session: JobSession,
  step: ActiveStep,
  { place, inputs, runs }: NodeAction,
): Promise<StepResult> {
  const state: Record<string, string> = {};
  const variables = { ...inputVariables(inputs), ...session.actionVariables };
  const phase = async (file: string, active: ActiveStep): Promise<StepResult> => {
    const result = await runCommand(session, active, {
      argv: [process.execPath, path.join(place.path, file)],
      cwd: session.folders.workspace,
      action: place,
      variables: { ...variables, ...stateVariables(state) },
    });
    Object.assign(state, result.state);
    return result;
  };
  const { post, postIf } = runs;
  if (post !== undefined) {
    session.postSteps.push({
      of: step.name,
      condition: evaluateText(postIf ?? "always()", step.scope),
      run: async (signal) => (await phase(post, { ...step, signal })).outcome,
    });
  }
  if (runs.pre !== undefined && place.repository !== "") {
    const before = await phase(runs.pre, step);
    if (before.outcome !== "success") return before;
  }
  return await phase(runs.main, step);
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    value,
  ]);
  return Object.fromEntries(pairs);
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
  return Object.fromEntries(pairs);
}

interface CompositeAction {
  readonly place: ActionPlace;
  readonly inputs: Readonly<Record<string, string>>;
  readonly runs: Extract<ActionRuns, { kind: "composite" }>;
}

async function runComposite(
  session: JobSession,
  step: ActiveStep,
  { place, inputs, runs }: CompositeAction,
  runStep: RunStep,
): Promise<StepResult> {
  const frame: StepFrame = {
    steps: new Map(),
    inputs,
    action: place,
    env: step.env,
    depth: step.frame.depth + 1,
    signal: step.signal,
    status: "success",
  };
  if (frame.depth > DEPTH_MAX) {
    throw new Error(`Composite actions may use each other ${DEPTH_MAX} levels deep.`);
  }
  for (const definition of runs.steps) await runStep(session, frame, definition);
  const outputs = outputsOf(step, frame, runs);
  if (step.signal.aborted) return { outcome: "cancelled", outputs };
  return { outcome: frame.status === "success" ? "success" : "failure", outputs };
}

function outputsOf(
  { scope }: ActiveStep,
  frame: StepFrame,
  { outputs }: CompositeAction["runs"],
): Record<string, string> {
  const steps = Object.fromEntries([...frame.steps].map(([id, record]) => [id, { ...record }]));
  const contexts = { ...scope.contexts, steps, inputs: frame.inputs };
  return { ...evaluateMap(outputs, { ...scope, contexts }) };
}
