import type { PredicateId } from "./goal.ts";

/** Identifies a git object, forty or sixty-four hex digits. */
export type Oid = string;

/** `error` could not be evaluated, `unknown` cannot be observed here; neither is ever a pass. */
export type Status = "pass" | "fail" | "error" | "unknown";

/** What one evaluation of one predicate found. */
export interface PredicateResult {
  readonly id: PredicateId;
  readonly status: Status;
  readonly evidence: Evidence;
  /** Progress towards a pass, 0 to 1; never moves the verdict. */
  readonly score?: number;
  /** For `error` and `unknown`: trying again cannot help. */
  readonly permanent: boolean;
}

/** Why a verdict is what it is: plain text, masked, bounded. */
export interface Evidence {
  /** One sentence, at most 500 characters. */
  readonly message: string;
  readonly seen?: string;
  readonly wanted?: string;
  /** At most 50. */
  readonly findings: readonly Finding[];
  readonly counts?: Counts;
  /** Head and tail of what the check printed, at most 8,000 characters. */
  readonly excerpt?: string;
  readonly durationMs: number;
}

/** One located complaint. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly rule?: string;
  readonly level: "error" | "warning" | "note";
  readonly message: string;
}

/** Tests by ending; `total` counts those that ran or were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly total: number;
}

/** All results of one observation, of exactly one tree. */
export interface Vector {
  readonly commit: Oid;
  readonly tree: Oid;
  readonly observedAtMs: number;
  readonly isolation: Isolation;
  /** In the goal's order; one for every predicate. */
  readonly results: readonly PredicateResult[];
}

/** How well children were kept apart: a PID namespace of their own, or only a process group. */
export type Isolation = "namespace" | "process-group";
