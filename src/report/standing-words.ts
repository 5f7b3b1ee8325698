import type { GoalView } from "./goal-view.ts";

/** May this commit land? The same words as the port `Gate` has. */
export type GateVerdict = "success" | "failure" | "neutral" | "action-required" | "running";

/** What a standing means: for the gate, for the eye, and in a few words of our own. */
export interface StandingWords {
  readonly verdict: GateVerdict;
  readonly sign: string;
  readonly words: string;
}

/** Words that hold nothing of a stranger's. */
export function standingWords({ standing, run }: GoalView): StandingWords {
  switch (standing.kind) {
    case "passing":
      return { verdict: "success", sign: "✅", words: passingWords(run?.status) };
    case "running":
      return { verdict: "running", sign: "🔄", words: "running" };
    case "unapproved":
      return { verdict: "action-required", sign: "✋", words: "waiting for approval" };
    case "void":
      return { verdict: "action-required", sign: "✋", words: "changed since it was approved" };
    case "withdrawn":
      return {
        verdict: "action-required",
        sign: "✋",
        words: "its approval does not hold any more",
      };
    case "passed-elsewhere":
      return { verdict: "action-required", sign: "✋", words: "converged, but at another commit" };
    case "ended":
      return { verdict: "failure", sign: "❌", words: run?.status ?? "ended" };
    case "elsewhere":
      return { verdict: "action-required", sign: "✋", words: `live on ${standing.where}` };
    case "fork":
      return { verdict: "action-required", sign: "✋", words: "comes from a fork" };
    case "unreadable":
      return { verdict: "failure", sign: "❌", words: "the goal-file does not load" };
    case "missing":
      return { verdict: "failure", sign: "❌", words: "the goal-file is gone" };
    case "damaged":
      return { verdict: "failure", sign: "❌", words: "tampered" };
  }
}

function passingWords(status: string | undefined): string {
  return status === "converged" ? "converged" : "everything passes that can pass before the merge";
}
