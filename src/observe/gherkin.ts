import type { Gherkin } from "../model/check.ts";
import type { Counts, Finding } from "../model/vector.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { type CucumberScenario, type CucumberStep, hasPassed } from "./formats/read-cucumber.ts";
import { type GherkinReport, readGherkinReport } from "./gherkin-report.ts";
import { findScenario, namesOf } from "./gherkin-scenario.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import type { EndedProgram } from "./run-check.ts";

/** One scenario of a feature file; its runner runs once for all scenarios of an observation. */
export const gherkin: Provider<Gherkin> = {
  triggers: ["tree"],
  permanent: ["not-started", "not-available"],
  observe: async (subject, context) => await observeGherkin(subject, context),
};

async function observeGherkin(
  { check, cwd, timeoutMs }: SubjectOf<Gherkin>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { runner, report, verdictFormat } = check;
  if (runner === undefined) {
    const message = `nothing runs "${check.scenario}": set runner_cmd to a program that reports the scenarios`;
    return { status: "unknown", error: "not-available", message };
  }
  const key = JSON.stringify(["gherkin", cwd ?? "", runner, report ?? "", verdictFormat]);
  const read = await context.once(key, async () => {
    return await readGherkinReport({ ...check, runner }, timeoutMs, context);
  });
  return judge(check, read);
}

function judge(check: Gherkin, report: GherkinReport): ResultDraft {
  switch (report.kind) {
    case "none":
      return report.draft;
    case "map":
      return judgeMap(check, report);
    case "scenarios":
      return judgeScenarios(check, report);
  }
}

type MapReport = Extract<GherkinReport, { readonly kind: "map" }>;

function judgeMap(check: Gherkin, { verdicts, program }: MapReport): ResultDraft {
  const name = namesOf(check).find((it) => verdicts.has(it));
  if (name === undefined) {
    const message = `expected "${check.scenario}" in the report, found ${verdicts.size} other scenarios; let the runner run it`;
    return absent(message, program);
  }
  if (verdicts.get(name) === true) return passed(name);
  const message = `expected "${name}" to pass, found that the runner says otherwise`;
  const finding: Finding = { file: check.feature, level: "error", message };
  return { ...evidenceOf(program), status: "fail", message, score: 0, findings: [finding] };
}

function passed(name: string): ResultDraft {
  return { status: "pass", message: `"${name}" passed`, score: 1 };
}

function absent(message: string, program: EndedProgram): ResultDraft {
  return { ...evidenceOf(program), status: "unknown", error: "unreadable-output", message };
}

function evidenceOf({ output, secrets }: EndedProgram): Pick<ResultDraft, "output" | "secrets"> {
  return { output, secrets };
}

type ScenariosReport = Extract<GherkinReport, { readonly kind: "scenarios" }>;

function judgeScenarios(check: Gherkin, { scenarios, program }: ScenariosReport): ResultDraft {
  const found = findScenario(check, scenarios);
  switch (found.kind) {
    case "absent":
      return absent(found.message, program);
    case "ambiguous": {
      const { message } = found;
      return { status: "error", error: "unreadable-output", message, ...evidenceOf(program) };
    }
    case "found":
      return hasPassed(found.scenario)
        ? { ...passed(found.scenario.name), counts: countsOf(found.scenario) }
        : failed(check, found.scenario, program);
  }
}

function failed(
  check: Gherkin,
  scenario: CucumberScenario,
  { stderr, secrets }: EndedProgram,
): ResultDraft {
  const { passed: done, total, ...rest } = countsOf(scenario);
  const open = scenario.steps.filter(({ status }) => status !== "passed");
  // Steps behind a broken one are skipped: that is no news about them.
  const broken = open.filter(({ status }) => status !== "skipped");
  const findings = (broken.length === 0 ? open : broken).map((step) => toFinding(check, step));
  const [first] = findings;
  return {
    status: "fail",
    message: `"${scenario.name}": ${first?.message ?? "expected steps, found none"}`,
    seen: `${done} of ${total} steps passed`,
    wanted: "every step passed, at least one",
    findings,
    counts: { passed: done, total, ...rest },
    score: total === 0 ? 0 : done / total,
    output: [...broken.map((step) => step.message ?? ""), stderr]
      .filter((it) => it !== "")
      .join("\n"),
    secrets,
  };
}

function toFinding({ feature }: Gherkin, { name, status, line, message }: CucumberStep): Finding {
  const why = message === undefined ? "" : `: ${message}`;
  return {
    file: feature,
    ...(line === undefined ? {} : { line }),
    rule: status === "" ? "no status" : status,
    level: "error",
    message: `step "${name}" ${WORDS[status] ?? "has no verdict"}${why}`,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  failed: "failed",
  undefined: "is undefined: no step definition matches it",
  pending: "is pending: its step definition is not written yet",
  ambiguous: "is ambiguous: several step definitions match it",
  skipped: "was skipped, so that nothing is known of it",
};

function countsOf({ steps }: CucumberScenario): Counts {
  const done = steps.filter(({ status }) => status === "passed").length;
  const skipped = steps.filter(({ status }) => status === "skipped").length;
  const total = steps.length;
  return { passed: done, failed: total - done - skipped, skipped, total };
}
