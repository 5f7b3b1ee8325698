import type { Decision } from "./decision.ts";
import type { Approval, Attempt, Ceilings, Claim, Landing, Spend, Target, Verdict } from "./run.ts";
import type { Baseline, Oid } from "./vector.ts";

/** One fact in a ledger. Folding the entries in order gives the state. */
export type Entry =
  | {
      readonly kind: "opened";
      readonly atMs: number;
      readonly goal: string;
      readonly generation: number;
      readonly approval: Approval;
      readonly ceilings: Ceilings;
      readonly target?: Target;
      readonly branch: string;
      readonly base: Oid;
      readonly head: Oid;
      /** What ratchets remember of earlier generations. */
      readonly baselines?: readonly Baseline[];
    }
  | { readonly kind: "claimed"; readonly atMs: number; readonly claim: Claim }
  | Settlement
  | {
      readonly kind: "released";
      readonly atMs: number;
      readonly epoch: number;
      readonly nonce: string;
      readonly spend: Spend;
      readonly reason: string;
      readonly decision: Decision;
    }
  | {
      readonly kind: "landed";
      readonly atMs: number;
      readonly landing: Landing;
      /** What the landing itself decides. */
      readonly verdicts?: readonly Verdict[];
      readonly decision: Decision;
    }
  | { readonly kind: "stopped"; readonly atMs: number; readonly decision: Decision };

/** The end of a claim that led to an observation. */
export interface Settlement {
  readonly kind: "settled";
  readonly atMs: number;
  readonly iteration: number;
  readonly epoch: number;
  readonly nonce: string;
  readonly spend: Spend;
  readonly observed: readonly Verdict[];
  readonly attempt?: Attempt;
  /** The branch head after it. */
  readonly head: Oid;
  /** What ratchets remember from now on, as far as it changed. */
  readonly baselines?: readonly Baseline[];
  readonly decision: Decision;
}
