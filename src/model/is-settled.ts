import type { Verdict } from "./run.ts";

/** Whether a verdict is in nobody's way: it passes, or nobody insists that it can be known. */
export function isSettled(verdict: Pick<Verdict, "status" | "waived">): boolean {
  return verdict.status === "pass" || verdict.waived === true;
}
