import { z } from "zod";
import { positiveInteger } from "./shapes.ts";

const WEIGHT = "{at} must be a number between 0.0 and 1.0";
const COST = "{at} must be a positive number";

/** What the goal may cost. */
export const Budget = z.object({
  max_iterations: positiveInteger().optional().describe("passes that may be made"),
  max_dispatches: positiveInteger().optional().describe("times that an agent may be asked"),
  max_wall_clock_ms: positiveInteger().optional().describe("time from the first pass to the last"),
  max_tokens: positiveInteger().optional().describe("tokens that agents may use"),
  max_cost_usd: z
    .number({ error: COST })
    .positive({ error: COST })
    .optional()
    .describe("money that agents may cost"),
  cached_read_weight: z
    .number({ error: WEIGHT })
    .min(0, { error: WEIGHT })
    .max(1, { error: WEIGHT })
    .default(0.1)
    .describe("what a token read from a cache counts"),
});
export type Budget = z.infer<typeof Budget>;
