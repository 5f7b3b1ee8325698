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

export const Harness = z.object({
  id: z.enum(KNOWN, { error: (issue) => idError(issue.input) }),
  model: flagValue(TEXT).optional(),
  command: lineText(TEXT).optional(),
  effort: flagValue(TEXT).optional(),
  permission_mode: flagValue(TEXT).optional(),
  allowed_tools: listOf(flagValue(LIST), LIST).default([]),
});
export type Harness = z.infer<typeof Harness>;

function idError(input: unknown): string {
  if (input === undefined) return '[harness] is missing required key "id"';
  const known = KNOWN.map((id) => `"${id}"`).join(", ");
  return typeof input === "string" ? `{at} has unknown harness {got} (known: ${known})` : TEXT;
}
