import type { Cause, Decision, StopStatus } from "./decision.ts";
import type { PredicateId } from "./goal.ts";
import type { IntegrationLevel } from "./integration.ts";
import type { Baseline, Oid, Status } from "./vector.ts";

/** The state of one generation of a goal: what every checkpoint of its ledger holds, bounded. */
export interface RunState {
  readonly format: 1;
  readonly goal: string;
  readonly generation: number;
  /** Number of the entry that made this state, from 0. */
  readonly sequence: number;
  /** Rises by one with every claim and never falls. */
  readonly epoch: number;
  readonly status: RunStatus;
  readonly cause?: Cause;
  readonly approval: Approval;
  readonly ceilings: Ceilings;
  /** Absent in a run on a person's machine, which is told at every start. */
  readonly target?: Target;
  /** The branch that kept work is put on. */
  readonly branch: string;
  /** The commit that the work started from. */
  readonly base: Oid;
  /** The newest commit that was kept; `base` until there is one. */
  readonly head: Oid;
  readonly claim?: Claim;
  /** The last iteration that was settled; -1 before the first. */
  readonly iteration: number;
  readonly spent: Spend;
  /** Verdicts of `head`, in the goal's order. */
  readonly vector: readonly Verdict[];
  /** The newest ten, oldest first. */
  readonly history: readonly HistoryItem[];
  readonly landing?: Landing;
  /** What ratchets remember of what was kept; absent until one does. Sorted by key. */
  readonly baselines?: readonly Baseline[];
  readonly next: Decision;
  readonly updatedAtMs: number;
}

/** A run is going on, or it ended in one of these ways. */
export type RunStatus = "running" | "converged" | StopStatus;

/** Who said yes, to exactly which bytes. */
export interface Approval {
  readonly digest: string;
  /** Digest of the goal-file's bytes alone. */
  readonly goalDigest: string;
  /** Path of the goal-file as it was given. */
  readonly goalPath: string;
  /** A git tree with the approved version of every grader. */
  readonly graders: Oid;
  readonly commit: Oid;
  readonly harness: string;
  readonly model?: string;
  /** `local` is honoured on the machine that gave it and nowhere else. */
  readonly via: "local" | "comment" | "commit";
  /** Where it was given: a record can be written by many, so this is read again before it is acted on. */
  readonly pointer?: ApprovalPointer;
  readonly by: string;
  readonly atMs: number;
}

/** A place on GitHub where somebody said yes. */
export type ApprovalPointer =
  | {
      readonly kind: "comment";
      readonly commentId: number;
      readonly pull: number;
      readonly userId: number;
    }
  | {
      readonly kind: "commit";
      /** The commit on the default branch that brought exactly these bytes. */
      readonly commit: Oid;
      /** The pull request that it came from. */
      readonly pull?: number;
      readonly userId: number;
    };

/** Where the work of a run goes, and what it is meant for. */
export interface Target {
  readonly baseBranch: string;
  /** The branch of the goal-file's own pull request takes the work. */
  readonly inPlace: boolean;
  /** That pull request. */
  readonly pull?: number;
}

/** The ceilings that are enforced: the declared ones, completed by policy. */
export interface Ceilings {
  readonly iterationsMax?: number;
  readonly dispatchesMax: number;
  readonly wallClockMaxMs: number;
  readonly tokensMax?: number;
  readonly costMaxUsd?: number;
  readonly cachedReadWeight: number;
}

/** One holder's right to work on one iteration. */
export interface Claim {
  readonly iteration: number;
  readonly epoch: number;
  readonly nonce: string;
  readonly kind: "observe" | "dispatch";
  readonly holder: Holder;
  readonly atMs: number;
  /** When the holder must have settled; later it may be taken over where nobody can see whether it lives. */
  readonly deadlineMs: number;
  readonly reservation: Reservation;
  /** The commit that the work is based on. */
  readonly head: Oid;
  /** What the work may change, for comparing with other goals. */
  readonly paths: readonly string[];
}

/** Who works on a claim. */
export type Holder = ProcessHolder | RunHolder;

/** Names a process in a way that survives the reuse of its number. */
export interface ProcessHolder {
  readonly kind: "process";
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly startedAt: string;
}

/** Names one attempt of a run of GitHub Actions. */
export interface RunHolder {
  readonly kind: "workflow-run";
  readonly runId: number;
  readonly attempt: number;
}

/** What is set aside before an agent starts, and charged in full when nothing else is known. */
export interface Reservation {
  readonly tokens?: number;
  readonly costUsd?: number;
  readonly wallClockMs: number;
}

/** What was used up. Weighted tokens; absent usage is charged as reserved. */
export interface Spend {
  readonly iterations: number;
  readonly dispatches: number;
  readonly wallClockMs: number;
  readonly tokens: number;
  readonly costUsd: number;
  readonly usage: Usage;
  /** Dispatches that did not say all of what they used. */
  readonly unreported: number;
}

/** Tokens by kind, as a harness reports them; absent is not zero. */
export interface Usage {
  readonly inputTokens?: number;
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly outputTokens?: number;
  readonly reasoningTokens?: number;
  readonly costUsd?: number;
}

/** A result without its evidence. */
export interface Verdict {
  readonly id: PredicateId;
  readonly status: Status;
  readonly score?: number;
  /** Equal signatures mean the same failure, whatever the durations and addresses in it. */
  readonly signature: string;
  readonly message: string;
  readonly permanent: boolean;
  /** An `unknown` of an optional predicate: shown, and in nobody's way. */
  readonly waived?: true;
}

/** One settled iteration, as later decisions and prompts need it. */
export interface HistoryItem {
  readonly iteration: number;
  readonly vector: readonly Verdict[];
  readonly attempt?: Attempt;
}

/** What one dispatch came to. */
export interface Attempt {
  readonly ending: HarnessEnding;
  /** The agent's own last words, one line, as data. */
  readonly summary: string;
  readonly changed: readonly string[];
  readonly refused: readonly RefusedPath[];
  readonly fate: CandidateFate;
  /** Predicates that passed before and do not now. */
  readonly regressed: readonly PredicateId[];
}

/** A path that was put back, and why. */
export interface RefusedPath {
  readonly path: string;
  readonly reason: string;
}

/** Kept on the branch, discarded as worse, void because the head moved, or nothing usable. */
export type CandidateFate = "kept" | "discarded" | "void" | "none";

/** How a harness process ended. */
export type HarnessEnding =
  | "completed"
  | "denied"
  | "auth"
  | "quota"
  | "rate-limited"
  | "overloaded"
  | "context-overflow"
  | "unknown-model"
  | "network"
  | "timed-out"
  | "crashed"
  | "garbage"
  | "missing";

/** How far the result has travelled. */
export interface Landing {
  readonly wanted: IntegrationLevel;
  readonly reached: IntegrationLevel;
  readonly revision: Oid;
  /** Why it did not go further. */
  readonly reason?: string;
  readonly atMs: number;
}
