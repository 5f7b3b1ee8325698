import { z } from "zod";
import type { HarnessEnding } from "../model/run.ts";
import { classifyFailure } from "./classify-failure.ts";
import { readJsonDocuments } from "./json-documents.ts";
import type { HarnessProfile, ProfileTask, Reading, Transcript } from "./profile.ts";
import { TokenCount } from "./token-count.ts";
import { totalUsage, without, type UsagePart } from "./total-usage.ts";

const APPROVAL_MODES: ReadonlySet<string> = new Set(["default", "auto_edit", "yolo", "plan"]);
/** Its own exit codes for failures that carry no HTTP status. */
const CODES: Readonly<Record<number, HarnessEnding>> = { 41: "auth", 53: "quota" };
/** The end of the log says why it gave up. */
const LOG_TAIL = 2_000;

const Text = z.string().optional().catch(undefined);
const Tokens = z.object({
  prompt: TokenCount,
  candidates: TokenCount,
  cached: TokenCount,
  thoughts: TokenCount,
  tool: TokenCount,
});
const Tool = z.object({ decisions: z.object({ reject: TokenCount }) });
const Stats = z.object({
  models: z.record(z.string(), z.object({ tokens: Tokens.optional().catch(undefined) })).catch({}),
  tools: z
    .object({ byName: z.record(z.string(), Tool) })
    .optional()
    .catch(undefined),
});
const Report = z.object({
  session_id: z.string(),
  response: Text,
  error: z
    .object({ message: Text, code: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  stats: Stats.optional().catch(undefined),
});
type Report = z.infer<typeof Report>;

export const geminiCli = {
  id: "gemini_cli",
  title: "Gemini CLI",
  tier: "proved",
  provedBy: "@google/gemini-cli@0.61.0",
  command: "gemini",
  install: "npm install -g @google/gemini-cli",
  argv,
  environmentNames: [
    "GEMINI_API_KEY",
    "GEMINI_MODEL",
    "GOOGLE_API_KEY",
    "GOOGLE_CLOUD_LOCATION",
    "GOOGLE_CLOUD_PROJECT",
    "GOOGLE_GEMINI_BASE_URL",
    "GOOGLE_GENAI_USE_VERTEXAI",
  ],
  environment: {
    GEMINI_CLI_NO_RELAUNCH: "true",
    // Without it a folder that nobody opened before ends the run.
    GEMINI_CLI_TRUST_WORKSPACE: "true",
  },
  read,
} as const satisfies HarnessProfile;

function argv(task: ProfileTask): readonly string[] {
  const mode = task.permissionMode ?? "";
  return [
    "--output-format=json",
    `--approval-mode=${APPROVAL_MODES.has(mode) ? mode : "auto_edit"}`,
    ...(task.model === undefined ? [] : [`--model=${task.model}`]),
  ];
}

function read(transcript: Transcript): Reading {
  const answer = reportIn(transcript.stdout);
  const report = answer ?? reportIn(transcript.stderr);
  const usage = totalUsage(modelsOf(report));
  const denied = deniedBy(report);
  const summary = answer?.error === undefined ? answer?.response : undefined;
  if (transcript.exitCode === 0 && summary !== undefined) {
    const ending = denied.length > 0 ? "denied" : "completed";
    return { completed: true, ending, summary, usage, denied };
  }
  return { completed: false, ...failure(report, transcript), usage, denied };
}

function failure(
  report: Report | undefined,
  { exitCode, stderr }: Transcript,
): Pick<Reading, "ending" | "summary"> {
  const error = report?.error ?? reportIn(stderr)?.error;
  if (error === undefined) {
    const text = stderr.slice(-LOG_TAIL);
    return { ending: exitCode === 0 ? "garbage" : classifyFailure({ text }), summary: text };
  }
  const { code = exitCode, message = "" } = error;
  const text = innerMessage(message);
  const kind = kindInLog(stderr);
  const ending = CODES[code] ?? classifyFailure({ status: code, text: `${kind}${text}` });
  return { ending, summary: text };
}

function reportIn(text: string): Report | undefined {
  return readJsonDocuments(text).flatMap((document) => Report.safeParse(document).data ?? [])[0];
}

const Wrapped = z.object({ error: z.object({ message: z.string() }) });

/** The provider's own sentence, which often arrives as JSON within the message. */
function innerMessage(message: string): string {
  const inner = readJsonDocuments(message).flatMap((it) => Wrapped.safeParse(it).data ?? [])[0];
  return inner?.error.message ?? message;
}

/** Daily and per-minute quota have the same words; the name of the error tells them apart. */
function kindInLog(stderr: string): string {
  const kind = /\b(?:TerminalQuotaError|RetryableQuotaError)\b/.exec(stderr)?.[0];
  return kind === undefined ? "" : `${kind}: `;
}

function deniedBy(report: Report | undefined): readonly string[] {
  return Object.entries(report?.stats?.tools?.byName ?? {}).flatMap(([name, tool]) =>
    (tool.decisions.reject ?? 0) > 0 ? [name] : [],
  );
}

/** The prompt has the cached part in it. What tools put into it is counted apart. */
function modelsOf(report: Report | undefined): readonly UsagePart[] {
  return Object.values(report?.stats?.models ?? {}).flatMap(({ tokens }) => [
    {
      inputTokens: without(tokens?.prompt, [tokens?.cached]),
      cachedInputTokens: tokens?.cached,
      outputTokens: tokens?.candidates,
      reasoningTokens: tokens?.thoughts,
    },
    { inputTokens: tokens?.tool },
  ]);
}
