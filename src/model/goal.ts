import type { Check, Invocation } from "./check.ts";
import type { Integration } from "./integration.ts";

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
  /** Predicates that start programs at the same time, at most; absent means four. */
  readonly concurrency?: number;
  readonly budget: Budget;
  readonly scope: Scope;
  readonly harness: HarnessChoice;
  readonly integration: Integration;
  readonly setup: Setup;
  readonly seal: Seal;
  // A table that the file does not have is absent here, but for what `create` turns on.
  readonly groups?: readonly Group[];
  readonly enforcement?: Enforcement;
  readonly captures?: readonly Capture[];
  readonly escalation?: Escalation;
  readonly approval?: ApprovalPolicy;
  readonly plan?: PlanChoice;
  readonly deploy?: Deploy;
  readonly gate?: GatePolicy;
  readonly checkout?: CheckoutChoice;
  readonly economy?: { readonly debrief: boolean };
  /** Absent means the usual documents; empty means none. */
  readonly memory?: { readonly corpus: readonly string[] };
  readonly conventions?: Conventions;
  /** Free text of whoever wrote the file, shown and never acted on, except `depends_on` of fleets. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Names one predicate inside its goal. */
export type PredicateId = string;

/** One machine-checkable statement about the repository or the running service. */
export interface Predicate {
  readonly id: PredicateId;
  readonly description?: string;
  /** A guard holds at the start and must not break; it counts like any other predicate. */
  readonly guard: boolean;
  /** Counts like any other; drawn up to accept the work rather than to drive it. */
  readonly acceptance?: boolean;
  /** Counts like any other, but its evidence is never shown to an agent. */
  readonly heldOut: boolean;
  /** An `unknown` does not stand in the way of the goal; it is shown as waived. */
  readonly optional?: boolean;
  /** Normalised id of one of the goal's groups. */
  readonly group?: string;
  /** Folder below the workspace that its program runs in; absent means the workspace itself. */
  readonly cwd?: string;
  /** Names of the secrets that it may use; only what looks at a running service has any. */
  readonly secrets?: readonly string[];
  readonly timeoutMs: number;
  readonly check: Check;
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
  /** Where changes are expected; shown when something else changes. */
  readonly writePaths?: readonly string[];
  /** Which repository is meant; for people. */
  readonly repo?: string;
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

/** Commands, as argv arrays, that prepare a fresh checkout before anything is observed. */
export interface Setup {
  readonly commands: readonly (readonly string[])[];
  readonly timeoutMs: number;
  /** Files of the repository whose content names what setup makes, and the folders to keep. */
  readonly cache?: { readonly key: readonly string[]; readonly paths: readonly string[] };
}

/** Which files grade the work and so cannot be changed by it. */
export interface Seal {
  readonly enabled: boolean;
  readonly sealedInputs: readonly string[];
  /** Taken out of the sealed set again: graders that this goal is meant to change. */
  readonly mutableInputs: readonly string[];
}

/** Predicates that are worked on together, and what has to hold before they are. */
export interface Group {
  /** Normalised: lower case, words joined by "-". */
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  /** Iterations that the group may take. */
  readonly iterationsMax?: number;
  readonly needs: readonly string[];
}

/** How evidence is kept honest. */
export interface Enforcement {
  readonly enabled: boolean;
  readonly cleanTree: boolean;
  readonly cleanRef: string;
  /** A pass that skipped something is none. */
  readonly failOnSkip: boolean;
  readonly readOnlyPaths: readonly string[];
  readonly fixerReadOnlyPaths: readonly string[];
  readonly demonstratorWritePaths: readonly string[];
}

/** A program whose output file later predicates look at. */
export interface Capture {
  readonly name: string;
  readonly launch: { readonly command: string; readonly args: readonly string[] };
  readonly output: string;
  readonly reset?: { readonly command: string; readonly args: readonly string[] };
  readonly postLaunchWaitMs: number;
  readonly timeoutMs: number;
}

/** Models to climb through when one gets no further. */
export interface Escalation {
  readonly ladder: readonly string[];
  readonly rungsMax?: number;
}

/** When a goal counts as approved. */
export interface ApprovalPolicy {
  /** A merge to the default branch by somebody who may write is an approval. */
  readonly onMerge: boolean;
}

/** Who drafts goals, apart from who works on them. */
export interface PlanChoice {
  readonly harness?: string;
  readonly model?: string;
}

/** How a landed revision gets to where it runs. */
export interface Deploy {
  readonly command?: Invocation;
  readonly workflow?: string;
  readonly environment?: string;
  readonly timeoutMs: number;
  readonly environments: Readonly<Record<string, DeployEnvironment>>;
}

/** What differs from one place to another. */
export interface DeployEnvironment {
  readonly url?: string;
  readonly command?: Invocation;
  readonly workflow?: string;
}

/** Which pull requests wait for this goal beside its own. */
export interface GatePolicy {
  readonly on: "own" | "all";
}

/** What of the repository a job checks out. */
export interface CheckoutChoice {
  /** Commits of history; absent means all. */
  readonly depth?: number;
  readonly sparse: readonly string[];
  readonly lfs: boolean;
  readonly submodules: boolean;
}

/** Rules for the agent that the goal adds. */
export interface Conventions {
  readonly processContract: boolean;
  readonly extraRules: readonly string[];
}
