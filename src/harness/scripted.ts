import { z } from "zod";
import { Cost } from "./cost.ts";
import { readJsonLines } from "./json-lines.ts";
import type { HarnessProfile, Reading, Transcript } from "./profile.ts";
import { TokenCount } from "./token-count.ts";
import { totalUsage } from "./total-usage.ts";

const Counts = z.object({
  input_tokens: TokenCount,
  cached_input_tokens: TokenCount,
  cache_write_tokens: TokenCount,
  output_tokens: TokenCount,
  reasoning_tokens: TokenCount,
});
const Answer = z.object({
  result: z.string(),
  usage: Counts.optional().catch(undefined),
  cost_usd: Cost,
  denied: z.array(z.string()).catch([]),
});

/** For demonstrations and tests: the program that the goal-file names plays the agent. */
export const scripted = {
  id: "scripted",
  title: "Scripted stand-in (a program of yours, not a model)",
  tier: "stand-in",
  provedBy: "kazi's own tests",
  install: 'name the program in [harness] command, as in command = "./agent.sh"',
  argv: () => [],
  environmentNames: [],
  environment: {},
  read,
} as const satisfies HarnessProfile;

/** The answer is the last line that has anything on it. */
function read({ exitCode, stdout, stderr }: Transcript): Reading {
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  const answer = Answer.safeParse(readJsonLines(line)[0]).data;
  if (answer === undefined) {
    const ending = exitCode === 0 ? "garbage" : "crashed";
    return { completed: false, ending, summary: stderr || line, usage: {}, denied: [] };
  }
  const { denied } = answer;
  const completed = exitCode === 0;
  const ending = denied.length > 0 ? "denied" : "completed";
  return {
    completed,
    ending: completed ? ending : "crashed",
    summary: answer.result,
    usage: usageOf(answer),
    denied,
  };
}

function usageOf({ usage, cost_usd: costUsd }: z.infer<typeof Answer>): Reading["usage"] {
  return totalUsage([
    {
      inputTokens: usage?.input_tokens,
      cachedInputTokens: usage?.cached_input_tokens,
      cacheWriteTokens: usage?.cache_write_tokens,
      outputTokens: usage?.output_tokens,
      reasoningTokens: usage?.reasoning_tokens,
      costUsd,
    },
  ]);
}
