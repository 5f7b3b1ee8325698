import { z } from "zod";
import { timeoutMs } from "./shapes.ts";

/** How long a predicate may take where nobody says it. */
export const PREDICATE_TIMEOUT_MS = 600_000;

const CONCURRENCY = "{at} must be an integer from 1 to 16";

/** What predicates have that do not say it themselves. */
export const Defaults = z.object({
  timeout_ms: timeoutMs().optional().describe("how long a predicate may take"),
  concurrency: z
    .int({ error: CONCURRENCY })
    .min(1, { error: CONCURRENCY })
    .max(16, { error: CONCURRENCY })
    .optional()
    .describe("how many predicates may run programs at the same time; 4 where it is absent"),
});
export type Defaults = z.infer<typeof Defaults>;
