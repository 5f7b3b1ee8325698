import type { WorkflowJob, WorkflowRun } from "../github/actions-seam.ts";
import type { World } from "../github/model.ts";
import type { Scope } from "./expressions.ts";
import type { JobFolders } from "./job-folders.ts";
import type { JobLog } from "./job-log.ts";
import type { Masker } from "./masker.ts";
import type { Graces } from "./run-process.ts";
import type { Json } from "./template.ts";
import type { RunDefaults, StepDefinition } from "./workflow.ts";

export type Outcome = "success" | "failure" | "cancelled" | "skipped";
export type Status = "success" | "failure" | "cancelled";

/** The workflow file that a job stands in; of a called workflow it is not the run's. */
export interface WorkflowPlace {
  /** `owner/repo/.github/workflows/x.yml@ref`. */
  readonly ref: string;
  readonly sha: string;
  readonly repository: string;
  readonly path: string;
}

/** Everything about one job while it runs. */
export interface JobSession {
  readonly world: World;
  readonly run: WorkflowRun;
  readonly job: WorkflowJob;
  readonly place: WorkflowPlace;
  readonly folders: JobFolders;
  readonly masker: Masker;
  readonly log: JobLog;
  readonly token: string;
  readonly defaults: RunDefaults;
  /** `github`, `inputs`, `vars`, `secrets`, `needs`, `strategy` and `matrix`. */
  readonly contexts: Readonly<Record<string, Json>>;
  /** What the machine has by itself, above all PATH. */
  readonly machine: Readonly<Record<string, string>>;
  /** What the runner gives to actions only: the address that OIDC tokens come from. */
  readonly actionVariables: Readonly<Record<string, string>>;
  /** `env:` of the workflow and of the job, then what steps write to GITHUB_ENV. */
  readonly env: Map<string, string>;
  /** What steps wrote to GITHUB_PATH, the newest last. */
  readonly paths: string[];
  readonly trackingId: string;
  readonly graces: Graces;
  /** Somebody cancelled the run, or the job took too long. */
  readonly cancelled: AbortSignal;
  /** The machine is gone. */
  readonly lost: AbortSignal;
  readonly postSteps: PostStep[];
  status: Status;
  summary: string;
  onStep(name: string): void;
}

/** What an action leaves to be done after all steps, the last one first. */
export interface PostStep {
  /** The step that it belongs to, as people see it. */
  readonly of: string;
  readonly condition: string;
  run(signal: AbortSignal): Promise<Outcome>;
}

/** The steps that see each other's outputs: those of a job, or of one use of a composite action. */
export interface StepFrame {
  readonly steps: Map<string, StepRecord>;
  readonly inputs: Json;
  /** Set inside of a composite action. */
  readonly action: ActionPlace | undefined;
  /** `env:` of the step that uses the composite action. */
  readonly env: Readonly<Record<string, string>>;
  readonly depth: number;
  /** Of the step that uses the composite action: what ends that one ends these. */
  readonly signal: AbortSignal | undefined;
  status: Status;
}

export interface ActionPlace {
  readonly path: string;
  readonly repository: string;
  readonly ref: string;
}

export interface StepRecord {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly conclusion: Outcome;
}

export interface StepResult {
  readonly outcome: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
}

/** One step about to be executed: its condition holds, its `env` is evaluated. */
export interface ActiveStep {
  readonly definition: StepDefinition;
  readonly frame: StepFrame;
  readonly scope: Scope;
  readonly env: Readonly<Record<string, string>>;
  /** As people see it: `Run actions/checkout@v6`. */
  readonly name: string;
  /** GITHUB_ACTION. */
  readonly actionName: string;
  readonly signal: AbortSignal;
}
