import type { Finding } from "../../model/vector.ts";

/** Reads a report of any length piece by piece, in memory that does not grow with it. */
export interface ReportReader {
  /** Pieces may end anywhere, also in the middle of a word. Must not throw. */
  write(text: string): void;
  /** What is wrong with the report as a whole, one sentence; `undefined` when it was one. */
  end(): string | undefined;
  /** How many results were left out because they are known or excused; absent where a format has no such thing. */
  excused?(): number;
}

/** A finding as a report gives it. */
export interface ReportedFinding extends Finding {
  /** Stays the same when lines move: the tool's own, or made of rule, file and the words. */
  readonly fingerprint: string;
}

/** Gets each finding once, in the order of the report. */
export type OnFinding = (finding: ReportedFinding) => void;
