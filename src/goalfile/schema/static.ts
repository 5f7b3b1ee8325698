import { z } from "zod";
import { allowedRegression, baseline } from "./baseline.ts";
import { contradiction } from "./contradiction.ts";
import { errorCodes, mergeStderr } from "./custom-script.ts";
import { problemMatcher } from "./problem-matcher.ts";
import { Program } from "./program.ts";
import { reportFile } from "./report-path.ts";
import { storeDir } from "./retired-keys.ts";

const FORMATS = [
  "checkstyle",
  "dialyzer",
  "eslint",
  "golangci",
  "mypy",
  "problem_matcher",
  "sarif",
  "tsc",
] as const;
const KNOWN = FORMATS.map((name) => `"${name}"`).join(", ");

export const Static = Program.extend({
  format: z
    .enum(FORMATS, { error: `{owner} has unknown format {got} (known: ${KNOWN})` })
    .default("dialyzer")
    .describe("what the analyzer prints"),
  matcher: problemMatcher(),
  report: reportFile(),
  baseline: baseline("{at} is missing")
    .optional()
    .describe('what is known already: number, git ref, or "stored"; nothing unless it is given'),
  allowed_regression: allowedRegression(),
  merge_stderr: mergeStderr(false),
  error_codes: errorCodes(),
  store_dir: storeDir(),
})
  .refine(
    (values) => values.format !== "problem_matcher" || values.matcher !== undefined,
    contradiction(
      "matcher",
      '{owner} with format "problem_matcher" requires a "matcher"',
      'Such as matcher = [{ regexp = "^(.+):(\\\\d+): (.+)$", file = 1, line = 2, message = 3 }].',
    ),
  )
  .refine(
    (values) => values.format === "problem_matcher" || values.matcher === undefined,
    contradiction(
      "matcher",
      "{at} is for another format",
      'Set format = "problem_matcher", or remove it.',
    ),
  );
export type Static = z.infer<typeof Static>;
