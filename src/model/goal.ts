/** What must become true, what it may cost, and what may be touched on the way. */
export interface Goal {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  /** `create` must start red; `repair` may find nothing to do. */
  readonly mode: "repair" | "create";
  /** A standing goal is kept true for ever instead of ending when it holds. */
  readonly standing: boolean;
  /** In file order, predicates first, guards last: the order of every report. */
  readonly predicates: readonly Predicate[];
  readonly budget: Budget;
  readonly scope: Scope;
  readonly harness: HarnessChoice;
  readonly integration: Integration;
  readonly setup: Setup;
  readonly seal: Seal;
}

/** Names one predicate inside its goal. */
export type PredicateId = string;

/** One machine-checkable statement about the repository or the running service. */
export interface Predicate {
  readonly id: PredicateId;
  readonly description?: string;
  /** A guard holds at the start and must not break; it counts like any other predicate. */
  readonly guard: boolean;
  /** Counts like any other, but its evidence is never shown to an agent. */
  readonly heldOut: boolean;
  readonly timeoutMs: number;
  readonly check: Check;
}

/** How a predicate is evaluated; `provider` is the tag. */
export type Check = CustomScript | TestRunner | HttpProbe;

/** A program without a shell: `command` is one executable, `args` are passed as they are. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Any program whose ending or output is the verdict. */
export interface CustomScript extends Invocation {
  readonly provider: "custom_script";
  readonly verdict: ScriptVerdict;
  /** Exit codes that mean "could not be evaluated"; looked at before the verdict. */
  readonly errorCodes: readonly number[];
  readonly mergeStderr: boolean;
}

/** The rule that turns a finished program into pass or fail. */
export type ScriptVerdict =
  | { readonly kind: "exit_zero" }
  | {
      readonly kind: "exit_code";
      readonly passCodes: readonly number[];
      readonly failCodes: readonly number[];
    }
  | { readonly kind: "json"; readonly path: string; readonly passWhen: Comparison }
  | { readonly kind: "match_count"; readonly regex: string; readonly passWhen: Comparison };

/** `observed <operator> number`. */
export interface Comparison {
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
  readonly number: number;
}

/** A test suite: exit 0 and at least one test that really ran. */
export interface TestRunner extends Invocation {
  readonly provider: "test_runner";
}

/** A running service that must answer as stated. */
export interface HttpProbe {
  readonly provider: "http_probe";
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent means any 2xx. */
  readonly expectStatus?: number;
  readonly expectBody?: string;
  readonly bodyMatch: "contains" | "exact";
  /** Consecutive answers that must all hold. */
  readonly samples: number;
  readonly intervalMs: number;
}

/** The ceilings that a goal-file declares; an absent one stays absent here. */
export interface Budget {
  readonly iterationsMax?: number;
  readonly dispatchesMax?: number;
  readonly wallClockMaxMs?: number;
  readonly tokensMax?: number;
  readonly costMaxUsd?: number;
  /** What a token read from a cache counts, 0 to 1. */
  readonly cachedReadWeight: number;
}

/** Which part of the repository the goal is about. */
export interface Scope {
  /** Folder of the repository in which predicates run; empty for the root. */
  readonly workspace: string;
  /** Globs or folders, relative to `workspace`, that an agent may change; empty means all. */
  readonly paths: readonly string[];
  /** Path prefixes that no one may change for this goal. */
  readonly deny: readonly string[];
}

/** The agent that a goal-file asks for; a flag or the environment may name another. */
export interface HarnessChoice {
  readonly id?: string;
  readonly model?: string;
  /** Another executable for the profile's own. */
  readonly command?: string;
  readonly effort?: string;
  readonly permissionMode?: string;
  readonly allowedTools: readonly string[];
}

/** How far the result has to travel before the goal counts as landed. */
export interface Integration {
  /** Absent means that the host chooses. */
  readonly mode?: IntegrationLevel;
  readonly branch?: string;
  readonly branchPrefix?: string;
  readonly base?: string;
}

/** The steps on the way from a commit to a merge, in order. */
export type IntegrationLevel = "none" | "commit" | "branch" | "pr" | "merge";

/** Commands, as argv arrays, that prepare a fresh checkout before anything is observed. */
export interface Setup {
  readonly commands: readonly (readonly string[])[];
  readonly timeoutMs: number;
}

/** Which files grade the work and so cannot be changed by it. */
export interface Seal {
  readonly enabled: boolean;
  readonly sealedInputs: readonly string[];
  /** Taken out of the sealed set again: graders that this goal is meant to change. */
  readonly mutableInputs: readonly string[];
}
