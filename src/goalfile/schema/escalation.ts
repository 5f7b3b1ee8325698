import { z } from "zod";
import { flagValue } from "./rule.ts";
import { listOf, positiveInteger } from "./shapes.ts";

const LADDER = "{at} must be a non-empty list of model-id strings";

/** Models to climb through when one gets no further. */
export const Escalation = z.object({
  ladder: listOf(flagValue(LADDER), LADDER)
    .min(1, { error: LADDER })
    .default(["claude-haiku-4-5", "claude-sonnet-5", "claude-opus-4-8"])
    .describe("models, the cheapest first"),
  max_rungs: positiveInteger().optional().describe("how many of them are tried at most"),
});
export type Escalation = z.infer<typeof Escalation>;
