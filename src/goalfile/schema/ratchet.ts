import { z } from "zod";
import { allowedRegression, baseline } from "./baseline.ts";
import { measure } from "./measure.ts";
import { PredicateHead } from "./predicate-head.ts";
import { storeDir } from "./retired-keys.ts";

const DIRECTION = '{owner} requires "direction" of "higher_better" or "lower_better" (got {got})';

export const Ratchet = PredicateHead.extend({
  metric: measure({
    missing: '{owner} requires a "metric" table',
    wrong: '{owner} requires a metric table with a non-empty string "cmd"',
  }).describe("program that prints the number: cmd, args, env, path, timeout_ms"),
  baseline: baseline('{owner} requires a "baseline"'),
  direction: z
    .enum(["higher_better", "lower_better"], { error: DIRECTION })
    .describe("which way the number gets better"),
  allowed_regression: allowedRegression(),
  store_dir: storeDir(),
});
export type Ratchet = z.infer<typeof Ratchet>;
