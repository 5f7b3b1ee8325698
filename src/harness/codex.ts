import { z } from "zod";
import { classifyFailure } from "./classify-failure.ts";
import { readJsonLines } from "./json-lines.ts";
import type { HarnessProfile, ProfileTask, Reading, Transcript } from "./profile.ts";
import { TokenCount } from "./token-count.ts";
import { totalUsage, without, type UsagePart } from "./total-usage.ts";

const SANDBOXES: ReadonlySet<string> = new Set([
  "read-only",
  "workspace-write",
  "danger-full-access",
]);
/** A refused patch stands in the log only. */
const PATCH_REJECTED = /^\S+ +ERROR codex_core::tools::router: error=patch rejected/m;

const Text = z.string().optional().catch(undefined);
const Item = z.object({ type: Text, text: Text, status: Text });
const TurnUsage = z.object({
  input_tokens: TokenCount,
  cached_input_tokens: TokenCount,
  cache_write_input_tokens: TokenCount,
  output_tokens: TokenCount,
  reasoning_output_tokens: TokenCount,
});
const CodexEvent = z.object({
  type: z.string(),
  message: Text,
  item: Item.optional().catch(undefined),
  usage: TurnUsage.optional().catch(undefined),
  error: z.object({ message: Text }).optional().catch(undefined),
});
type CodexEvent = z.infer<typeof CodexEvent>;

export const codex = {
  id: "codex",
  title: "Codex CLI",
  tier: "proved",
  provedBy: "@openai/codex@0.169.0",
  command: "codex",
  install: "npm install -g @openai/codex",
  argv,
  environmentNames: [
    "CODEX_API_KEY",
    "CODEX_HOME",
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_ORGANIZATION",
    "OPENAI_PROJECT",
  ],
  environment: {},
  read,
} as const satisfies HarnessProfile;

function argv(task: ProfileTask): readonly string[] {
  const mode = task.permissionMode ?? "";
  return [
    "exec",
    "--json",
    `--sandbox=${SANDBOXES.has(mode) ? mode : "workspace-write"}`,
    ...(task.model === undefined ? [] : [`--model=${task.model}`]),
    ...(task.effort === undefined
      ? []
      : [`--config=model_reasoning_effort=${JSON.stringify(task.effort)}`]),
    "-",
  ];
}

function read(transcript: Transcript): Reading {
  const events = readJsonLines(transcript.stdout).flatMap(
    (line) => CodexEvent.safeParse(line).data ?? [],
  );
  const end = events.findLast((event) => event.type.startsWith("turn."));
  const denied = deniedBy(events, transcript.stderr);
  const usage = totalUsage(events.map(usageOf));
  if (transcript.exitCode === 0 && end?.type === "turn.completed") {
    const ending = denied.length > 0 ? "denied" : "completed";
    return { completed: true, ending, summary: lastMessage(events) ?? "", usage, denied };
  }
  return { completed: false, ...failure(events, transcript), usage, denied };
}

function failure(
  events: readonly CodexEvent[],
  { exitCode, stdout, stderr }: Transcript,
): Pick<Reading, "ending" | "summary"> {
  const said = events.findLast((event) => event.type === "turn.failed" || event.type === "error");
  const text = said?.error?.message ?? said?.message;
  if (text !== undefined) return { ending: classifyFailure({ text }), summary: text };
  if (exitCode === 0) return { ending: "garbage", summary: stderr || stdout };
  return { ending: classifyFailure({ text: stderr }), summary: stderr || stdout };
}

function lastMessage(events: readonly CodexEvent[]): string | undefined {
  return events.findLast((event) => event.item?.type === "agent_message")?.item?.text;
}

function deniedBy(events: readonly CodexEvent[], stderr: string): readonly string[] {
  const declined = events.flatMap((event) =>
    event.item?.status === "declined" ? [event.item.type ?? "tool"] : [],
  );
  return PATCH_REJECTED.test(stderr) ? [...declined, "apply_patch"] : declined;
}

/** Cached and written input are parts of the input here, and reasoning of the output. */
function usageOf(event: CodexEvent): UsagePart {
  const { usage } = event;
  if (event.type !== "turn.completed" || usage === undefined) return {};
  const { cached_input_tokens: cached, cache_write_input_tokens: written } = usage;
  return {
    inputTokens: without(usage.input_tokens, [cached, written]),
    cachedInputTokens: cached,
    cacheWriteTokens: written,
    outputTokens: without(usage.output_tokens, [usage.reasoning_output_tokens]),
    reasoningTokens: usage.reasoning_output_tokens,
  };
}
