import type { Decision } from "./decision.ts";
import type { PredicateId } from "./goal.ts";
import type { Attempt, Ceilings, HarnessEnding, Landing, Spend, Usage } from "./run.ts";
import type { Oid, PredicateResult, Vector } from "./vector.ts";

/** What happened, told while it happens. Surfaces render it; nothing depends on it. */
export type RunEvent =
  | {
      readonly kind: "opened";
      readonly goal: string;
      readonly generation: number;
      readonly resumed: boolean;
      readonly branch: string;
      readonly base: Oid;
      readonly digest: string;
      readonly graders: number;
      readonly ceilings: Ceilings;
    }
  | {
      readonly kind: "claimed";
      readonly iteration: number;
      readonly epoch: number;
      readonly work: "observe" | "dispatch";
    }
  | { readonly kind: "taken-over"; readonly iteration: number; readonly holder: string }
  | { readonly kind: "setup"; readonly argv: readonly string[] }
  | {
      readonly kind: "dispatching";
      readonly iteration: number;
      readonly harness: string;
      readonly model?: string;
      readonly failing: readonly PredicateId[];
    }
  | {
      readonly kind: "dispatched";
      readonly iteration: number;
      readonly ending: HarnessEnding;
      readonly durationMs: number;
      readonly summary: string;
      readonly usage: Usage;
    }
  | { readonly kind: "observed"; readonly iteration: number; readonly result: PredicateResult }
  | {
      readonly kind: "settled";
      readonly iteration: number;
      readonly vector: Vector;
      readonly attempt?: Attempt;
      /** The candidate as a unified diff, cut to a readable size. */
      readonly diff?: string;
      readonly spent: Spend;
      readonly decision: Decision;
    }
  | { readonly kind: "landed"; readonly landing: Landing; readonly branch: string }
  | { readonly kind: "warned"; readonly message: string }
  | { readonly kind: "waiting"; readonly reason: string; readonly untilMs: number }
  | { readonly kind: "released"; readonly iteration: number; readonly reason: string };
