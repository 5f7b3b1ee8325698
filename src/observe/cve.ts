import type { Cve } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { holdToBaseline } from "./hold-to-baseline.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { scanDependencies } from "./scan-dependencies.ts";

/** A report is long and says little to the eye; what counts stands in the findings. */
const SHOWN_CHARACTERS_MAX = 2000;

const NAMES: Readonly<Record<Cve["tool"], string>> = {
  govulncheck: "the number of reachable vulnerabilities",
  trivy: "the number of vulnerabilities",
  grype: "the number of vulnerabilities",
  npm_audit: "the number of vulnerabilities",
};

/** No known vulnerability more than the baseline allows. */
export const cve: Provider<Cve> = {
  // What is known changes without the tree.
  triggers: ["tree", "interval"],
  permanent: ["not-started", "bad-check"],
  observe: observeCve,
};

async function observeCve(
  { id, check, timeoutMs }: SubjectOf<Cve>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { command, args, env, tool, countPath } = check;
  const scanned = await scanDependencies(check, timeoutMs, context);
  if (scanned.kind === "not-measured") return scanned.draft;
  const draft = await holdToBaseline(
    {
      name: NAMES[tool],
      signal: scanned.value,
      key: id,
      measuredBy: { command, args, env, tool, countPath },
      source: check.baseline,
      direction: "lower_better",
      allowedRegression: check.allowedRegression,
      measureAgain: async (there) => await scanDependencies(check, timeoutMs, there),
    },
    context,
  );
  const { findings, note, program } = scanned;
  return {
    output: program.output,
    outputCharactersMax: SHOWN_CHARACTERS_MAX,
    secrets: program.secrets,
    ...draft,
    message: `${draft.message}${note}`,
    ...(draft.status === "fail" ? { findings } : {}),
  };
}
