import { z } from "zod";
import { positiveInteger } from "./shapes.ts";

const WEIGHT = "{at} must be a number between 0.0 and 1.0";
const COST = "{at} must be a positive number";

export const Budget = z.object({
  max_iterations: positiveInteger().optional(),
  max_dispatches: positiveInteger().optional(),
  max_wall_clock_ms: positiveInteger().optional(),
  max_tokens: positiveInteger().optional(),
  max_cost_usd: z.number({ error: COST }).positive({ error: COST }).optional(),
  cached_read_weight: z
    .number({ error: WEIGHT })
    .min(0, { error: WEIGHT })
    .max(1, { error: WEIGHT })
    .default(0.1),
});
export type Budget = z.infer<typeof Budget>;
