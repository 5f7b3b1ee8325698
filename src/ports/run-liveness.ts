import type { Holder } from "../model/run.ts";

/** Knows which runs are still there. */
export interface RunLiveness {
  /** The run that asks. */
  self(): Holder;
  /** `unknown` when the holder lives where this machine cannot look. */
  stateOf(holder: Holder): Promise<"alive" | "gone" | "unknown">;
}
