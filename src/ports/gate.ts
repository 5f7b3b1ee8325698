import type { Oid } from "../model/vector.ts";

/** The one required check, `kazi`, on one commit. A check-run with an App, a commit status without. */
export interface Gate {
  /** Which of the two this is: a status has no text and no annotations. */
  readonly kind: "check-run" | "status";
  /** Writes it; says nothing when it stands there like this already. */
  report(report: GateReport): Promise<void>;
  /** Whether any verdict stands on this commit. */
  isShown(sha: Oid): Promise<boolean>;
}

/** What is to be seen on a commit. */
export interface GateReport {
  readonly sha: Oid;
  readonly verdict: GateVerdict;
  /** One line of at most 140 characters: the status has nothing else. */
  readonly title: string;
  /** Markdown, bounded by whoever made it. */
  readonly summary: string;
  readonly annotations: readonly GateAnnotation[];
  readonly detailsUrl?: string;
}

/** May this commit land? `neutral` passes a required check, `waiting` and `running` hold it. */
export type GateVerdict = "success" | "failure" | "neutral" | "action-required" | "running";

/** A remark at a line. */
export interface GateAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: "notice" | "warning" | "failure";
  readonly message: string;
}
