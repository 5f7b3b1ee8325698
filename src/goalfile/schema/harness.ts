import { z } from "zod";
import { flagValue, lineText } from "./rule.ts";
import { listOf } from "./shapes.ts";

const KNOWN = [
  "antigravity",
  "claude",
  "claw",
  "codex",
  "gemini_cli",
  "opencode",
  "scripted",
] as const;
const TEXT = "{at} must be a string";
const LIST = "{at} must be an array of strings";

/** The agents that a goal-file may name. */
export const HarnessId = z.enum(KNOWN, { error: (issue) => idError(issue.input) });

/** Which agent works on the goal. */
export const Harness = z.object({
  id: HarnessId.describe("agent that works on the goal"),
  model: flagValue(TEXT).optional().describe("its model; the agent's own choice when absent"),
  command: lineText(TEXT).optional().describe("another executable for it"),
  effort: flagValue(TEXT).optional().describe("how hard it thinks, where it knows such a thing"),
  permission_mode: flagValue(TEXT).optional().describe("what it may do unasked"),
  allowed_tools: listOf(flagValue(LIST), LIST)
    .default([])
    .describe("tools that it may use; its own choice when empty"),
});
export type Harness = z.infer<typeof Harness>;

function idError(input: unknown): string {
  if (input === undefined) return '[harness] is missing required key "id"';
  const known = KNOWN.map((id) => `"${id}"`).join(", ");
  return typeof input === "string" ? `{at} has unknown harness {got} (known: ${known})` : TEXT;
}
