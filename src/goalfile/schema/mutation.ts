import { z } from "zod";
import { contradiction } from "./contradiction.ts";
import { mergeStderr } from "./custom-script.ts";
import { jsonPath } from "./json-path.ts";
import { Program } from "./program.ts";

const THRESHOLD = '{owner} requires a numeric "threshold" in 0..1';
const NEVER_ALL =
  '{owner} "threshold" must be < 1.0 — a mutation gate is NEVER 100%: some mutants change nothing (got {got})';
const PATH = '{at} must be a JSONPath such as "$.totals.killed"';

export const Mutation = Program.extend({
  threshold: z
    .number({ error: THRESHOLD })
    .min(0, { error: THRESHOLD })
    .lt(1, { error: NEVER_ALL })
    .describe("least share of mutants that are killed, from 0 to less than 1"),
  score_path: jsonPath(PATH).optional().describe("JSONPath of the share"),
  killed_path: jsonPath(PATH).optional().describe("JSONPath of the mutants that were killed"),
  survived_path: jsonPath(PATH).optional().describe("JSONPath of the mutants that survived"),
  survivors_path: jsonPath(PATH).optional().describe("JSONPath of the survivors, to show them"),
  merge_stderr: mergeStderr(false),
}).refine(
  (values) =>
    values.score_path !== undefined ||
    (values.killed_path !== undefined && values.survived_path !== undefined),
  contradiction(
    "score_path",
    '{owner} requires a "score_path", or a "killed_path" and a "survived_path"',
    'Such as score_path = "$.score".',
  ),
);
export type Mutation = z.infer<typeof Mutation>;
