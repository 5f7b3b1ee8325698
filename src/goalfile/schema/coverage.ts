import { z } from "zod";
import { allowedRegression, baseline } from "./baseline.ts";
import { measure } from "./measure.ts";
import { PredicateHead } from "./predicate-head.ts";
import { storeDir } from "./retired-keys.ts";

const PATCH = '{owner} requires a "patch" metric table with a non-empty string "cmd"';
const PROJECT = '{owner} "project" must be a metric table with a non-empty string "cmd"';

export const Coverage = PredicateHead.extend({
  patch: measure({ missing: PATCH, wrong: PATCH }).describe(
    "program that prints the coverage of the changed lines: cmd, args, env, path, timeout_ms",
  ),
  target: z
    .number({ error: '{owner} requires a numeric "target"' })
    .describe("least coverage of the changed lines, in the unit that the program prints"),
  project: measure({ missing: PROJECT, wrong: PROJECT })
    .optional()
    .describe("program that prints the coverage of everything"),
  project_baseline: baseline("{at} is missing")
    .prefault("stored")
    .describe('what everything is compared with: number, git ref, or "stored"'),
  project_allowed_regression: allowedRegression(),
  store_dir: storeDir(),
});
export type Coverage = z.infer<typeof Coverage>;
