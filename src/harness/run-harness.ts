import { childEnvironment } from "../model/child-environment.ts";
import type { HarnessOutcome, HarnessTask, ResolvedHarness } from "../model/harness.ts";
import { cutMiddle, toOneLine, toPlainText } from "../model/plain-text.ts";
import { maskSecrets, secretsOf } from "../model/secret-mask.ts";
import type { ProcessOutcome, ProcessRunner } from "../ports/process-runner.ts";
import { findProfile } from "./find-profile.ts";
import { missingHarness, namelessHarness, unknownHarness } from "./missing-harness.ts";
import type { HarnessProfile, Reading } from "./profile.ts";

/** One dispatch and what it needs from outside. */
export interface HarnessRun {
  readonly harness: ResolvedHarness;
  readonly task: HarnessTask;
  /** The host's; the agent sees only the part that its profile names. */
  readonly environment: Readonly<Record<string, string>>;
  /** Values that must not be shown, beside those that the environment's names give away. */
  readonly secrets: readonly string[];
  readonly processes: ProcessRunner;
}

const OUTPUT_BYTES_MAX = 4_000_000;
/** Masking everything would let an agent buy minutes of regular expressions. */
const MASKED_MAX = 65_536;
const SUMMARY_MAX = 300;
/** With the sentence in the middle of a cut at most 8,000. */
const EXCERPT_MAX = 7_900;
const DENIED_MAX = 20;
const TOOL_NAME_MAX = 80;

/** Hands one task to the agent and says how it ended. Only exit code and transcript together are believed. */
export async function runHarness(run: HarnessRun): Promise<HarnessOutcome> {
  const profile = findProfile(run.harness.id);
  if (profile === undefined) return missing(unknownHarness(run.harness.id));
  const command = run.harness.command ?? profile.command;
  if (command === undefined) return missing(namelessHarness(profile));
  return await dispatch(run, profile, command);
}

async function dispatch(
  run: HarnessRun,
  profile: HarnessProfile,
  command: string,
): Promise<HarnessOutcome> {
  const { harness, task } = run;
  const env = {
    ...profile.environment,
    ...childEnvironment(run.environment, profile.environmentNames),
  };
  const outcome = await run.processes.run({
    argv: [command, ...profile.argv({ ...harness, reservation: task.reservation })],
    cwd: task.folder,
    env,
    stdin: task.prompt,
    timeoutMs: task.timeoutMs,
    outputBytesMax: OUTPUT_BYTES_MAX,
    mergeStderr: false,
    signal: task.signal,
  });
  if (outcome.ending.kind === "not-started") {
    return missing(missingHarness(profile, { command, reason: outcome.ending.reason }));
  }
  return toOutcome(readOutcome(profile, outcome), outcome, [...run.secrets, ...secretsOf(env)]);
}

/** An agent that was stopped reports less than it used, so its usage counts as not reported. */
function readOutcome(profile: HarnessProfile, outcome: ProcessOutcome): Reading {
  const { ending, stdout, stderr } = outcome;
  switch (ending.kind) {
    case "exited": {
      const transcript = { exitCode: ending.code, stdout: stdout.text, stderr: stderr.text };
      const reading = profile.read(transcript);
      return stdout.omittedBytes > 0 ? { ...reading, usage: {} } : reading;
    }
    case "timed-out":
      return stopped("timed-out", `stopped after its time limit of ${ending.afterMs} ms`);
    case "killed":
      return stopped("crashed", `killed by ${ending.signal}`);
    case "interrupted":
      return stopped("crashed", "interrupted");
    case "not-started":
      return stopped("missing", ending.reason);
  }
}

function stopped(ending: Reading["ending"], summary: string): Reading {
  return { completed: false, ending, summary, usage: {}, denied: [] };
}

function toOutcome(
  reading: Reading,
  { stdout, stderr, durationMs }: ProcessOutcome,
  secrets: readonly string[],
): HarnessOutcome {
  const denied = [...new Set(reading.denied)].slice(0, DENIED_MAX);
  const summary = toOneLine(shown(reading.summary, secrets), SUMMARY_MAX);
  const output = [stdout.text, stderr.text].filter((text) => text !== "").join("\n");
  return {
    ending: reading.ending,
    summary: summary === "" ? `ended without a message (${reading.ending})` : summary,
    usage: reading.usage,
    denied: denied.map((name) => toOneLine(shown(name, secrets), TOOL_NAME_MAX)),
    durationMs,
    excerpt: cutMiddle(shown(output, secrets), EXCERPT_MAX),
  };
}

function shown(text: string, secrets: readonly string[]): string {
  return maskSecrets(toPlainText(cutMiddle(text, MASKED_MAX)), secrets);
}

function missing(summary: string): HarnessOutcome {
  return {
    ending: "missing",
    summary: toOneLine(summary, SUMMARY_MAX),
    usage: {},
    denied: [],
    durationMs: 0,
    excerpt: "",
  };
}
