import { z } from "zod";
import type { HarnessEnding } from "../model/run.ts";
import { classifyFailure } from "./classify-failure.ts";
import { Cost } from "./cost.ts";
import { readJsonDocuments } from "./json-documents.ts";
import type { HarnessProfile, ProfileTask, Reading, Transcript } from "./profile.ts";
import { TokenCount } from "./token-count.ts";
import { totalUsage, type UsagePart } from "./total-usage.ts";

const Text = z.string().optional().catch(undefined);
const SessionUsage = z.object({
  input_tokens: TokenCount,
  cache_read_input_tokens: TokenCount,
  cache_creation_input_tokens: TokenCount,
  output_tokens: TokenCount,
});
const ModelUsage = z.object({
  inputTokens: TokenCount,
  cacheReadInputTokens: TokenCount,
  cacheCreationInputTokens: TokenCount,
  outputTokens: TokenCount,
});
const Envelope = z.object({
  type: z.literal("result"),
  subtype: Text,
  is_error: z.boolean().optional().catch(undefined),
  terminal_reason: Text,
  api_error_status: z.number().optional().catch(undefined),
  api_error: Text,
  result: Text,
  errors: z.array(z.string()).catch([]),
  total_cost_usd: Cost,
  usage: SessionUsage.optional().catch(undefined),
  modelUsage: z.record(z.string(), ModelUsage).catch({}),
  permission_denials: z.array(z.object({ tool_name: z.string() })).catch([]),
});
type Envelope = z.infer<typeof Envelope>;

export const claude = {
  id: "claude",
  title: "Claude Code",
  tier: "proved",
  provedBy: "@anthropic-ai/claude-code@2.1.330",
  command: "claude",
  install: "npm install -g @anthropic-ai/claude-code",
  argv,
  environmentNames: [
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_BASE_URL",
    "ANTHROPIC_CUSTOM_HEADERS",
    "ANTHROPIC_MODEL",
    "ANTHROPIC_SMALL_FAST_MODEL",
    "ANTHROPIC_DEFAULT_HAIKU_MODEL",
    "ANTHROPIC_DEFAULT_OPUS_MODEL",
    "ANTHROPIC_DEFAULT_SONNET_MODEL",
    "API_TIMEOUT_MS",
    "AWS_BEARER_TOKEN_BEDROCK",
    "AWS_REGION",
    "CLAUDE_CODE_MAX_OUTPUT_TOKENS",
    "CLAUDE_CODE_MAX_RETRIES",
    "CLAUDE_CODE_OAUTH_TOKEN",
    "CLAUDE_CODE_USE_BEDROCK",
    "CLAUDE_CONFIG_DIR",
  ],
  environment: {
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    // Its own default tries a refused key for three minutes.
    CLAUDE_CODE_MAX_RETRIES: "4",
    DISABLE_AUTOUPDATER: "1",
  },
  read,
} as const satisfies HarnessProfile;

function argv(task: ProfileTask): readonly string[] {
  return [
    "-p",
    "--output-format=json",
    `--permission-mode=${task.permissionMode ?? "acceptEdits"}`,
    ...(task.model === undefined ? [] : [`--model=${task.model}`]),
    ...(task.effort === undefined ? [] : [`--effort=${task.effort}`]),
    ...task.allowedTools.map((tool) => `--allowed-tools=${tool}`),
    ...budget(task.reservation.costUsd),
  ];
}

/** The CLI refuses zero and does not document exponents. */
function budget(costUsd: number | undefined): readonly string[] {
  if (costUsd === undefined || !Number.isFinite(costUsd)) return [];
  return [`--max-budget-usd=${Math.max(costUsd, 0.000001).toFixed(6)}`];
}

function read(transcript: Transcript): Reading {
  const envelope = readJsonDocuments(transcript.stdout).flatMap(
    (document) => Envelope.safeParse(document).data ?? [],
  )[0];
  if (envelope === undefined) return unreadable(transcript);
  const denied = envelope.permission_denials.map((denial) => denial.tool_name);
  const completed = transcript.exitCode === 0 && saysCompleted(envelope);
  return {
    completed,
    ending: completed ? completedEnding(denied) : failureEnding(envelope),
    summary: envelope.result ?? envelope.errors.join("; "),
    usage: usageOf(envelope),
    denied,
  };
}

function unreadable({ exitCode, stdout, stderr }: Transcript): Reading {
  const ending = exitCode === 0 ? "garbage" : classifyFailure({ text: stderr });
  return { completed: false, ending, summary: stderr || stdout, usage: {}, denied: [] };
}

function saysCompleted(envelope: Envelope): boolean {
  return (
    envelope.is_error === false &&
    envelope.subtype === "success" &&
    (envelope.terminal_reason ?? "completed") === "completed"
  );
}

function completedEnding(denied: readonly string[]): HarnessEnding {
  return denied.length > 0 ? "denied" : "completed";
}

function failureEnding(envelope: Envelope): HarnessEnding {
  if (envelope.subtype === "error_max_turns" || envelope.subtype === "error_max_budget_usd") {
    return "quota";
  }
  if (envelope.terminal_reason === "prompt_too_long") return "context-overflow";
  if (envelope.api_error === "connection_failed") return "network";
  if (envelope.is_error !== true) return "crashed";
  const text = [envelope.result, ...envelope.errors].join("\n");
  return classifyFailure({ status: envelope.api_error_status, text });
}

/** `usage` is of the main loop and is empty when a ceiling ended it; `modelUsage` has sub-agents too. */
function usageOf(envelope: Envelope): Reading["usage"] {
  const models: readonly UsagePart[] = Object.values(envelope.modelUsage).map((usage) => ({
    inputTokens: usage.inputTokens,
    cachedInputTokens: usage.cacheReadInputTokens,
    cacheWriteTokens: usage.cacheCreationInputTokens,
    outputTokens: usage.outputTokens,
  }));
  const session: UsagePart = {
    inputTokens: envelope.usage?.input_tokens,
    cachedInputTokens: envelope.usage?.cache_read_input_tokens,
    cacheWriteTokens: envelope.usage?.cache_creation_input_tokens,
    outputTokens: envelope.usage?.output_tokens,
  };
  const parts = models.length > 0 ? models : [session];
  return totalUsage([...parts, { costUsd: envelope.total_cost_usd }]);
}
