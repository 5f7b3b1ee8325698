import { error as annotateError, getInput, notice, setOutput, setSecret } from "@actions/core";
import { KaziError } from "../src/model/kazi-error.ts";
import { toOneLine, toPlainText } from "../src/model/plain-text.ts";
import { hostEnvironment } from "./host-environment.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { type JobLog, openJobLog } from "./job-log.ts";
import { writeJobSummary } from "./job-summary.ts";
import type { PhaseReport } from "./phase-report.ts";
import { runPhase } from "./phases.ts";
import { readRunnerContext } from "./runner-context.ts";
import { withCancellation } from "./with-cancellation.ts";

const SENTENCE_MAX = 2_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const read = readInputs((name) => getInput(name));
  if (read.kind === "refused") {
    for (const problem of read.problems) annotateError(problem);
    return 1;
  }
  setSecret(read.inputs.token);
  const log = openJobLog((line) => process.stdout.write(`${line}\n`));
  const end = await run(read.inputs, log);
  log.close();
  await tell(read.inputs, end, log);
  return end.kind === "done" ? 0 : 1;
}

type End =
  | { readonly kind: "done"; readonly report: PhaseReport }
  | { readonly kind: "failed"; readonly message: string };

async function run(inputs: Inputs, log: JobLog): Promise<End> {
  try {
    const runner = readRunnerContext(process.env);
    const environment = hostEnvironment(process.env, inputs);
    const report = await withCancellation(
      async (signal) => await runPhase(inputs, { runner, environment, log, signal }),
    );
    return { kind: "done", report };
  } catch (error) {
    if (error instanceof KaziError) return { kind: "failed", message: error.message };
    if (error instanceof Error) log.line(toPlainText(error.stack ?? ""));
    return { kind: "failed", message: `broke off unexpectedly: ${String(error)}` };
  }
}

/** The annotation, the outputs, the summary. What cannot be shown does not undo what was done. */
async function tell(inputs: Inputs, end: End, log: JobLog): Promise<void> {
  const title = `kazi: ${inputs.phase}`;
  if (end.kind === "done") {
    for (const [name, value] of Object.entries(end.report.outputs)) setOutput(name, value);
  }
  const sentence = toOneLine(end.kind === "done" ? end.report.sentence : end.message, SENTENCE_MAX);
  if (end.kind === "done") notice(sentence, { title });
  else annotateError(sentence, { title });
  try {
    await writeJobSummary({ title, sentence, lines: log.lines });
  } catch (error) {
    notice(`the summary could not be written: ${String(error)}`);
  }
}
