import { z } from "zod";
import type { HarnessEnding } from "../model/run.ts";
import { classifyFailure } from "./classify-failure.ts";
import { Cost } from "./cost.ts";
import { readJsonLines } from "./json-lines.ts";
import type { HarnessProfile, ProfileTask, Reading, Transcript } from "./profile.ts";
import { TokenCount } from "./token-count.ts";
import { totalUsage, type UsagePart } from "./total-usage.ts";

const PERMISSION_REFUSED = /rejected permission|rule which prevents you from using/i;

const Text = z.string().optional().catch(undefined);
const Tokens = z.object({
  input: TokenCount,
  output: TokenCount,
  reasoning: TokenCount,
  cache: z.object({ read: TokenCount, write: TokenCount }).optional().catch(undefined),
});
const Part = z.object({
  reason: Text,
  text: Text,
  tool: Text,
  state: z.object({ status: Text, error: Text }).optional().catch(undefined),
  tokens: Tokens.optional().catch(undefined),
  cost: Cost,
});
const Trouble = z.object({
  name: Text,
  data: z
    .object({ message: Text, statusCode: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const OpencodeEvent = z.object({
  type: z.string(),
  part: Part.optional().catch(undefined),
  error: Trouble.optional().catch(undefined),
});
type OpencodeEvent = z.infer<typeof OpencodeEvent>;

export const opencode = {
  id: "opencode",
  title: "OpenCode",
  tier: "proved",
  provedBy: "opencode-ai@1.18.33",
  command: "opencode",
  install: "npm install -g opencode-ai",
  argv,
  environmentNames: [
    "ANTHROPIC_API_KEY",
    "DEEPSEEK_API_KEY",
    "GEMINI_API_KEY",
    "GOOGLE_GENERATIVE_AI_API_KEY",
    "GROQ_API_KEY",
    "MISTRAL_API_KEY",
    "OPENAI_API_KEY",
    "OPENCODE_API_KEY",
    "OPENCODE_CONFIG",
    "OPENCODE_CONFIG_CONTENT",
    "OPENCODE_CONFIG_DIR",
    "OPENCODE_DISABLE_MODELS_FETCH",
    "OPENROUTER_API_KEY",
    "XAI_API_KEY",
  ],
  environment: { OPENCODE_DISABLE_AUTOUPDATE: "1", OPENCODE_DISABLE_LSP_DOWNLOAD: "1" },
  read,
} as const satisfies HarnessProfile;

function argv(task: ProfileTask): readonly string[] {
  return [
    "run",
    "--format=json",
    // Without a title it asks the model for one, and that call stands in no event.
    "--title=kazi",
    ...(task.model === undefined ? [] : [`--model=${task.model}`]),
    ...(task.effort === undefined ? [] : [`--variant=${task.effort}`]),
  ];
}

function read(transcript: Transcript): Reading {
  const events = readJsonLines(transcript.stdout).flatMap(
    (line) => OpencodeEvent.safeParse(line).data ?? [],
  );
  const steps = events.filter((event) => event.type === "step_finish");
  const completed = transcript.exitCode === 0 && steps.at(-1)?.part?.reason === "stop";
  const denied = events.flatMap(deniedBy);
  return {
    completed,
    ...(completed ? success(events, denied) : failure(events, transcript, denied)),
    usage: totalUsage(steps.map(usageOf)),
    denied,
  };
}

type End = Pick<Reading, "ending" | "summary">;

function success(events: readonly OpencodeEvent[], denied: readonly string[]): End {
  const summary = events.findLast((event) => event.type === "text")?.part?.text ?? "";
  return { ending: denied.length > 0 ? "denied" : "completed", summary };
}

function failure(
  events: readonly OpencodeEvent[],
  transcript: Transcript,
  denied: readonly string[],
): End {
  const error = events.findLast((event) => event.type === "error")?.error;
  if (error !== undefined)
    return { ending: errorEnding(error), summary: error.data?.message ?? "" };
  const { exitCode, stdout, stderr } = transcript;
  if (exitCode === 0) {
    // A refused tool ends the run in the middle of a step.
    return { ending: denied.length > 0 ? "denied" : "garbage", summary: stderr || stdout };
  }
  return { ending: classifyFailure({ text: stderr }), summary: stderr || stdout };
}

function errorEnding(error: z.infer<typeof Trouble>): HarnessEnding {
  if (error.name === "ProviderAuthError") return "auth";
  const text = [error.name, error.data?.message].join(": ");
  return classifyFailure({ status: error.data?.statusCode, text });
}

function deniedBy(event: OpencodeEvent): readonly string[] {
  const { state, tool } = event.part ?? {};
  return event.type === "tool_use" && PERMISSION_REFUSED.test(state?.error ?? "")
    ? [tool ?? "tool"]
    : [];
}

/** The kinds are disjoint already. A cost of zero only says that it knows no price. */
function usageOf({ part }: OpencodeEvent): UsagePart {
  if (part === undefined) return {};
  const { tokens, cost } = part;
  return {
    inputTokens: tokens?.input,
    cachedInputTokens: tokens?.cache?.read,
    cacheWriteTokens: tokens?.cache?.write,
    outputTokens: tokens?.output,
    reasoningTokens: tokens?.reasoning,
    costUsd: cost === 0 ? undefined : cost,
  };
}
