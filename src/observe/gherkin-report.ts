import { z } from "zod";
import type { Gherkin, Invocation } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { type CucumberScenario, readCucumber } from "./formats/read-cucumber.ts";
import { parseJsonOutput } from "./parse-json-output.ts";
import type { ResultDraft } from "./result-draft.ts";
import { describeEnding, type EndedProgram, runCheck } from "./run-check.ts";

const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;
const REPORT_BYTES_MAX = 32 * 1024 * 1024;
/** What a table may say of a scenario that passed. */
const PASSED: ReadonlySet<string> = new Set(["pass", "passed", "ok", "true", "green", "success"]);
const ScenarioMap = z.record(z.string(), z.unknown());

/** What a runner reported, or the draft that says why it reported nothing. */
export type GherkinReport =
  | {
      readonly kind: "scenarios";
      readonly scenarios: readonly CucumberScenario[];
      readonly program: EndedProgram;
    }
  | {
      readonly kind: "map";
      /** Whether a scenario passed, by its name. */
      readonly verdicts: ReadonlyMap<string, boolean>;
      readonly program: EndedProgram;
    }
  | { readonly kind: "none"; readonly draft: ResultDraft };

/** A check together with the runner that it names. */
export type GherkinRunner = Pick<Gherkin, "report" | "verdictFormat"> & {
  readonly runner: Invocation;
};

/** Runs all scenarios. The exit code says nothing: runners fail as soon as one scenario does. */
export async function readGherkinReport(
  check: GherkinRunner,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<GherkinReport> {
  const older = await takeAway(check, context);
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr: false };
  const run = await runCheck(check.runner, options, context);
  if (run.kind === "not-ended") return { kind: "none", draft: run.draft };
  const { program } = run;
  const read = await readText(check, { program, older }, context);
  const report = typeof read === "string" ? parse(check, read) : read;
  return "trouble" in report ? none(check, program, report.trouble) : { ...report, program };
}

/** A report from before the run. */
interface OlderReport {
  readonly wasThere: boolean;
  /** Of one that could not be taken away. */
  readonly stamp?: string;
}

/** Nobody could tell the same bytes written again from the old ones. */
async function takeAway(
  { report }: GherkinRunner,
  { files }: EvaluationContext,
): Promise<OlderReport> {
  if (report === undefined) return { wasThere: false };
  const wasThere = (await files.stamp(report)) !== undefined;
  await files.remove(report);
  const stamp = await files.stamp(report);
  return stamp === undefined ? { wasThere } : { wasThere, stamp };
}

type Trouble = { readonly trouble: string };

/** What was there before the run says nothing about it. */
async function readText(
  { report }: GherkinRunner,
  { program, older }: { readonly program: EndedProgram; readonly older: OlderReport },
  { files }: EvaluationContext,
): Promise<string | Trouble> {
  if (report === undefined) {
    return program.omittedBytes === 0
      ? program.stdout
      : { trouble: `its output is larger than ${OUTPUT_BYTES_MAX} bytes` };
  }
  const file = await files.text(report, REPORT_BYTES_MAX);
  if (file.kind === "refused") return { trouble: `${report}: ${file.reason}` };
  const isRead = file.kind === "read" && older.stamp !== (await files.stamp(report));
  if (isRead) return file.text;
  return older.wasThere
    ? { trouble: `${report} was there before and was not written again` }
    : { trouble: `it wrote no ${report}` };
}

type Parsed =
  | { readonly kind: "scenarios"; readonly scenarios: readonly CucumberScenario[] }
  | { readonly kind: "map"; readonly verdicts: ReadonlyMap<string, boolean> };

function parse({ verdictFormat }: GherkinRunner, text: string): Parsed | Trouble {
  const parsed = parseJsonOutput(text);
  if (parsed === undefined) return { trouble: "its report is no JSON document, or more than one" };
  if (verdictFormat === "scenario_map") return parseMap(parsed.document);
  const whole = parsed.note === "" ? text : JSON.stringify(parsed.document);
  const read = readCucumber(whole);
  return read.kind === "read"
    ? { kind: "scenarios", scenarios: read.scenarios }
    : { trouble: `its report: ${read.reason}` };
}

function parseMap(document: unknown): Parsed | Trouble {
  const map = ScenarioMap.safeParse(document);
  if (!map.success) return { trouble: "its report is no table from scenario to verdict" };
  const entries = Object.entries(map.data).map(([name, value]) => [name, isPass(value)] as const);
  return { kind: "map", verdicts: new Map(entries) };
}

function isPass(value: unknown): boolean {
  return value === true || (typeof value === "string" && PASSED.has(value.toLowerCase()));
}

function none({ runner }: GherkinRunner, program: EndedProgram, trouble: string): GherkinReport {
  const { output, secrets } = program;
  const message = `${describeEnding(runner.command, program)}, but ${trouble}; expected a report of the scenarios`;
  const draft = { status: "error", error: "unreadable-output", message, output, secrets } as const;
  return { kind: "none", draft };
}
