import { isGoalPath } from "../src/control/goal-path.ts";
import type { HandoverName } from "../src/ports/handover.ts";

/** What the workflow asks for, checked. */
export type Inputs = ClaimInputs | WorkInputs | LandInputs | OtherInputs;

export interface CommonInputs {
  readonly token: string;
  /** Folder of the documents; absent for the usual one. */
  readonly handover?: string;
  readonly harness?: string;
  readonly model?: string;
  /** Slug of the App that shows what comes of a run; absent where the jobs show it themselves. */
  readonly app?: string;
}

/** Which goal is meant; what it says is looked up and not believed. */
interface GoalPlace {
  readonly goal: string;
  readonly pull?: number;
}

export interface ClaimInputs extends CommonInputs, GoalPlace {
  readonly phase: "claim";
  readonly approval?: string;
}

/** The jobs that go on with what claim left. */
export interface WorkInputs extends CommonInputs {
  readonly phase: "dispatch" | "observe";
  readonly digests: Digests;
}

export interface LandInputs extends CommonInputs, GoalPlace {
  readonly phase: "land";
  readonly digests: Digests;
}

interface OtherInputs extends CommonInputs {
  readonly phase: "control" | "probe" | "deploy";
}

/** What is read beside the inputs that every phase has. */
type PhaseInputs =
  | Omit<ClaimInputs, keyof CommonInputs>
  | Omit<WorkInputs, keyof CommonInputs>
  | Omit<LandInputs, keyof CommonInputs>
  | Omit<OtherInputs, keyof CommonInputs>;

/** SHA-256 of each document, as the job said that wrote it. */
export type Digests = Readonly<Partial<Record<HandoverName, string>>>;

/** All problems at once, each a sentence that says what was expected and found. */
export type InputsRead =
  | { readonly kind: "read"; readonly inputs: Inputs }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Reads the inputs of the step. `get` gives the empty string for one that is absent. */
export function readInputs(get: (name: string) => string): InputsRead {
  const problems: string[] = [];
  function report(name: string, expected: string): void {
    problems.push(`input "${name}": expected ${expected}, found ${shown(get(name))}`);
  }
  const common = readCommon(get, report);
  const forPhase = readPhase(get, report);
  return forPhase === undefined || problems.length > 0
    ? { kind: "refused", problems }
    : { kind: "read", inputs: { ...common, ...forPhase } };
}

type Get = (name: string) => string;
type Report = (name: string, expected: string) => void;

function readCommon(get: Get, report: Report): CommonInputs {
  if (get("token") === "") report("token", "the workflow's token or another one");
  const app = get("app");
  if (app !== "" && !/^[a-z\d][a-z\d-]{0,99}$/.test(app)) report("app", "the slug of an App");
  return {
    token: get("token"),
    ...optional("handover", get("handover")),
    ...optional("harness", get("harness")),
    ...optional("model", get("model")),
    ...optional("app", app),
  };
}

function optional<Name extends string>(
  name: Name,
  value: string,
): Readonly<Partial<Record<Name, string>>> {
  const given: Partial<Record<Name, string>> = {};
  if (value !== "") given[name] = value;
  return given;
}

function readPhase(get: Get, report: Report): PhaseInputs | undefined {
  const phase = get("phase");
  switch (phase) {
    case "claim":
      return { phase, ...readPlace(get, report), ...readApproval(get, report) };
    case "dispatch":
    case "observe":
      return { phase, digests: readDigests(get, report, NEEDED) };
    case "land":
      return { phase, ...readPlace(get, report), digests: readDigests(get, report, []) };
    case "control":
    case "probe":
    case "deploy":
      return { phase };
    default:
      report("phase", "one of claim, dispatch, observe, probe, land, deploy, control");
      return undefined;
  }
}

/** Without the ticket there is nothing to work on. Land goes on without: it gives the claim back. */
const NEEDED: readonly HandoverName[] = ["claim"];

function readPlace(get: Get, report: Report): GoalPlace {
  const goal = get("goal");
  const pull = get("pull");
  if (!isGoalPath(goal)) {
    report("goal", "the path of a goal-file, such as .kazi/goals/fix.goal.toml");
  }
  if (pull !== "" && !/^[1-9]\d{0,9}$/.test(pull)) {
    report("pull", "the number of a pull request, or nothing");
  }
  return { goal, ...(pull === "" ? {} : { pull: Number(pull) }) };
}

function readApproval(get: Get, report: Report): { readonly approval?: string } {
  const approval = get("approval");
  if (approval === "") return {};
  if (!/^(?:comment:[1-9]\d{0,18}|commit:[0-9a-f]{40,64})$/.test(approval)) {
    report("approval", "comment:<id>, commit:<sha>, or nothing");
  }
  return { approval };
}

/** A job that did not run leaves `name=` behind, which is no digest. */
function readDigests(get: Get, report: Report, needed: readonly HandoverName[]): Digests {
  const digests: Partial<Record<HandoverName, string>> = {};
  for (const part of get("digests").split(/\s+/)) {
    const [, name, value] = /^(claim|dispatch|observation)=([0-9a-f]{64})?$/.exec(part) ?? [];
    if (!isDocument(name) || name in digests) {
      if (part !== "") report("digests", `name=<sha256>, each name once, not ${shown(part)}`);
    } else if (value !== undefined) {
      digests[name] = value;
    }
  }
  for (const name of needed) {
    if (digests[name] === undefined) report("digests", `the digest of document "${name}"`);
  }
  return digests;
}

function isDocument(name: string | undefined): name is HandoverName {
  return name === "claim" || name === "dispatch" || name === "observation";
}

function shown(value: string): string {
  return value === "" ? "nothing" : JSON.stringify(value.slice(0, 100));
}
