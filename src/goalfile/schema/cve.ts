import { z } from "zod";
import { allowedRegression, baseline } from "./baseline.ts";
import { contradiction } from "./contradiction.ts";
import { jsonPath } from "./json-path.ts";
import { command, Program, words } from "./program.ts";
import { storeDir } from "./retired-keys.ts";

const TOOLS = ["govulncheck", "trivy", "grype", "npm_audit"] as const;
const KNOWN = TOOLS.map((name) => `"${name}"`).join(", ");
/** Their output is looked into by a path; that of govulncheck is understood. */
const COUNTED: ReadonlySet<string> = new Set(["trivy", "grype", "npm_audit"]);
const COUNT_PATH = '{at} must be a JSONPath such as "$.metadata.vulnerabilities.total"';

export const Cve = Program.extend({
  tool: z
    .enum(TOOLS, { error: `{owner} has unknown tool {got} (known: ${KNOWN})` })
    .default("govulncheck")
    .describe("scanner whose output is read"),
  cmd: command().optional().describe("executable; the scanner's own unless it is given"),
  args: words().optional().describe("arguments; the scanner's usual ones unless they are given"),
  count_path: jsonPath(COUNT_PATH)
    .optional()
    .describe("JSONPath of the number of vulnerabilities; required but for govulncheck"),
  baseline: baseline("{at} is missing")
    .prefault(0)
    .describe('how many are known already: number, git ref, or "stored": the fewest kept'),
  allowed_regression: allowedRegression(),
  store_dir: storeDir(),
}).refine(
  (values) => !COUNTED.has(values.tool) || values.count_path !== undefined,
  contradiction(
    "count_path",
    '{owner} requires a non-empty string "count_path" for every tool but govulncheck',
    'Such as "$.metadata.vulnerabilities.total" for npm_audit.',
  ),
);
export type Cve = z.infer<typeof Cve>;
