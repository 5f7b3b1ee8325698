import { z } from "zod";
import { HarnessId } from "./harness.ts";
import { flagValue } from "./rule.ts";

/** Who drafts goals. */
export const Plan = z.object({
  harness: HarnessId.optional().describe("agent that drafts goals; that of [harness] when absent"),
  model: flagValue("{at} must be a string").optional().describe("model that drafts goals"),
});
export type Plan = z.infer<typeof Plan>;
