import type { ApprovalPointer, Target } from "../model/run.ts";
import type { Oid } from "../model/vector.ts";

/** Who said yes, and where that can be read again. */
export interface Approver {
  readonly login: string;
  readonly userId: number;
  readonly via: "comment" | "commit";
  readonly pointer: ApprovalPointer;
}

/** An approval that holds now: `commit` has exactly the bytes that were approved. */
export interface ReadApproval {
  readonly kind: "approved";
  readonly approver: Approver;
  readonly commit: Oid;
  readonly goalDigest: string;
  /** The branch that has the commit, and where the work goes. */
  readonly branch: string;
  readonly target: Target;
}
