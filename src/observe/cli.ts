import type { Cli, CliAssertion, CliCall } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import type { FileText } from "../ports/folder-files.ts";
import {
  type AssertionVerdict,
  type BrokenAssertion,
  type Goldens,
  judgeCliAssertion,
} from "./cli-assertion.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { type EndedProgram, runCheck } from "./run-check.ts";

const OUTPUT_BYTES_MAX = 4 * 1024 * 1024;
const GOLDEN_BYTES_MAX = 4 * 1024 * 1024;
const NAME_CHARACTERS_MAX = 80;
/** What is wanted of a call that nothing is said about. */
const USUAL: readonly CliAssertion[] = [{ target: "exit_code", expected: 0 }];

/** A program behaves as stated: every statement about every call, in every sample. */
export const cli: Provider<Cli> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check", "no-baseline"],
  observe: async ({ check, timeoutMs }, context) => await observeCli(check, timeoutMs, context),
};

async function observeCli(
  check: Cli,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { samples } = check;
  const goldens = await readGoldens(check, context);
  for (let sample = 1; sample <= samples; sample += 1) {
    const draft = await observeOnce({ check, timeoutMs, goldens }, context);
    if (draft.status !== "pass") return inSamples(draft, { sample, samples });
  }
  const draft = passed(check);
  const times = samples === 1 ? "" : `, ${samples} times in a row`;
  return { ...draft, message: `${draft.message}${times}` };
}

/** Read before anything runs: a program that writes its own golden file would always equal it. */
async function readGoldens(check: Cli, { files }: EvaluationContext): Promise<Goldens> {
  const goldens = new Map<string, FileText>();
  for (const assertion of check.calls.flatMap(({ assertions }) => assertions)) {
    if (assertion.target === "exit_code" || assertion.match !== "golden") continue;
    const { golden } = assertion;
    if (!goldens.has(golden)) goldens.set(golden, await files.text(golden, GOLDEN_BYTES_MAX));
  }
  return goldens;
}

function inSamples(
  draft: ResultDraft,
  { sample, samples }: { readonly sample: number; readonly samples: number },
): ResultDraft {
  const note = samples === 1 ? "" : ` (sample ${sample} of ${samples})`;
  const { score } = draft;
  return {
    ...draft,
    message: `${draft.message}${note}`,
    ...(score === undefined ? {} : { score: (sample - 1 + score) / samples }),
  };
}

function passed(check: Cli): ResultDraft {
  const total = assertionsIn(check.calls);
  const { length } = check.calls;
  const calls = length === 1 ? check.command : `${length} calls of ${check.command}`;
  const isUsual = check.calls.every((call) => call.assertions.length === 0);
  const what = isUsual
    ? "exit code 0, because no assertion says more"
    : `${total} of ${total} assertions hold`;
  return {
    status: "pass",
    message: `${calls} behaved as stated: ${what}`,
    counts: { passed: total, failed: 0, skipped: 0, total },
    score: 1,
  };
}

interface Sampling {
  readonly check: Cli;
  readonly timeoutMs: number;
  readonly goldens: Goldens;
}

/** The calls one after another; a later one may need what an earlier one did, so the first failure ends it. */
async function observeOnce(sampling: Sampling, context: EvaluationContext): Promise<ResultDraft> {
  const { check } = sampling;
  for (const [index, call] of check.calls.entries()) {
    const judged = await observeCall({ ...sampling, call }, context);
    if (judged !== undefined) return inScript(judged, { check, index });
  }
  return passed(check);
}

/** Nothing when the call did as stated. */
async function observeCall(
  { check, call, timeoutMs, goldens }: Sampling & { readonly call: CliCall },
  context: EvaluationContext,
): Promise<ResultDraft | undefined> {
  const { command, env } = check;
  const options = { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX, mergeStderr: false };
  const run = await runCheck({ command, args: call.args, env }, options, context);
  if (run.kind === "not-ended") return run.draft;
  const verdicts = assertionsOf(call).map((it) => judgeCliAssertion(it, run.program, goldens));
  return toDraft(verdicts, run.program);
}

function assertionsOf(call: CliCall): readonly CliAssertion[] {
  return call.assertions.length === 0 ? USUAL : call.assertions;
}

function assertionsIn(calls: readonly CliCall[]): number {
  return calls.reduce((sum, call) => sum + assertionsOf(call).length, 0);
}

function toDraft(
  verdicts: readonly AssertionVerdict[],
  { output, secrets }: EndedProgram,
): ResultDraft | undefined {
  const error = verdicts.find((it) => it.kind === "error");
  if (error !== undefined) {
    return { status: "error", error: error.error, message: error.message, output, secrets };
  }
  const failures = verdicts.filter((it) => it.kind === "broken");
  const [first] = failures;
  if (first === undefined) return undefined;
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : "";
  const details = failures.flatMap(({ details: lines }) => (lines === undefined ? [] : [lines]));
  return {
    status: "fail",
    message: `${first.message}${more}`,
    seen: first.seen,
    wanted: first.wanted,
    findings: failures.map(toFinding),
    counts: countsOf(verdicts.length - failures.length, failures.length),
    output: [...details, output].filter((it) => it !== "").join("\n"),
    secrets,
  };
}

function toFinding({ file = "", message }: BrokenAssertion): Finding {
  return { file, level: "error", message };
}

function countsOf(holding: number, failed: number) {
  return { passed: holding, failed, skipped: 0, total: holding + failed };
}

/** Says which call it was, and counts those before and behind it. */
function inScript(
  draft: ResultDraft,
  { check, index }: { readonly check: Cli; readonly index: number },
): ResultDraft {
  const total = assertionsIn(check.calls);
  const before = assertionsIn(check.calls.slice(0, index));
  const holding = before + (draft.counts?.passed ?? 0);
  const failed = draft.counts?.failed ?? 0;
  const call = check.calls[index];
  const name = [check.command, ...(call?.args ?? [])].join(" ").slice(0, NAME_CHARACTERS_MAX);
  const which = check.isScript ? `call ${index + 1} of ${check.calls.length} (${name}): ` : "";
  return {
    ...draft,
    message: `${which}${draft.message}`,
    counts: { passed: holding, failed, skipped: total - holding - failed, total },
    ...(draft.status === "fail" ? { score: holding / total } : {}),
  };
}
