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
  /** What later observations are to be compared with, if this one is kept. */
  readonly baselines?: readonly Baseline[];
}

/** What a ratchet remembers: a number, or the known findings of an analyzer. Out of every agent's reach. */
export interface Baseline {
  /** Made by `baselineKey`. */
  readonly key: string;
  /** Of the check that it was taken with: another command starts afresh. */
  readonly check: string;
  readonly value?: number;
  /** Fingerprints of findings, sorted, each at most 64 characters. */
  readonly fingerprints?: readonly string[];
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
  /** Names of files that were kept: pictures, traces, whole reports. At most 20. */
  readonly files?: readonly string[];
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
