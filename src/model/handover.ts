import type { PredicateId } from "./goal.ts";
import type { HarnessOutcome } from "./harness.ts";
import type { Claim, RefusedPath, Reservation } from "./run.ts";
import type { Baseline, Oid, Vector } from "./vector.ts";

/** What the claim job leaves for the others: one iteration, exactly. */
export interface ClaimTicket {
  readonly format: 1;
  readonly goal: string;
  readonly generation: number;
  readonly epoch: number;
  readonly nonce: string;
  readonly iteration: number;
  readonly kind: Claim["kind"];
  /** The commit that the work is based on. */
  readonly head: Oid;
  /** The commit that the whole generation started from. */
  readonly base: Oid;
  /** The branch that kept work is put on. */
  readonly branch: string;
  /** Where that branch stood when the claim was made; absent when there was none. */
  readonly branchHead?: Oid;
  /** The branch that the result is meant to land on. */
  readonly baseBranch: string;
  /** A git tree with the approved version of every grader. */
  readonly graders: Oid;
  readonly goalDigest: string;
  readonly approvalDigest: string;
  readonly deadlineMs: number;
  readonly reservation: Reservation;
  /** What the agent is asked to make pass; empty for an observation. */
  readonly failing: readonly PredicateId[];
  /** What ratchets compare with. */
  readonly baselines?: readonly Baseline[];
}

/** What the dispatch job says it did; the land job believes only what it can check. */
export interface DispatchReport {
  readonly format: 1;
  readonly epoch: number;
  readonly nonce: string;
  /** Absent when there is nothing to observe or keep. */
  readonly candidate?: Oid;
  readonly outcome: ReportedOutcome;
  readonly changed: readonly string[];
  readonly refused: readonly RefusedPath[];
}

/** A harness outcome without what it printed. */
export type ReportedOutcome = Omit<HarnessOutcome, "excerpt">;

/** What the observe job saw, of exactly one tree. */
export interface Observation {
  readonly format: 1;
  readonly epoch: number;
  readonly nonce: string;
  /** Absent when the claimed head itself was observed. */
  readonly candidate?: Oid;
  readonly vector: Vector;
  /** Graders that differed from the approved version and were put back. */
  readonly restored: readonly string[];
  readonly durationMs: number;
}
