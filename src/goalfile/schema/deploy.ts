import { z } from "zod";
import { contradiction } from "./contradiction.ts";
import { Environment } from "./environment.ts";
import { type BrokenRule, lineText, shorterThan } from "./rule.ts";
import { argument, executable } from "./setup.ts";
import { listOf, timeoutMs } from "./shapes.ts";
import { TABLE_OF_TEXTS } from "./text-table.ts";
import { webAddress } from "./web-address.ts";

const CMD = '{at} must be a non-empty string: one executable, its arguments stand in "args"';
const ARGS = "{at} must be an array of strings";
const TEXT = "{at} must be a non-empty string";
const PLACE = "{at} must name places of at most 100 visible characters";
const TABLE = "{at} must be a table";

const way = {
  cmd: executable(CMD).optional().describe("program that deploys what was landed"),
  args: listOf(argument(ARGS), ARGS).optional().describe("its arguments"),
  env: Environment.optional().meta({
    description: "its environment variables",
    jsonSchema: TABLE_OF_TEXTS,
  }),
  workflow: lineText(TEXT, workflowFile)
    .optional()
    .describe("workflow that deploys instead, such as deploy.yml"),
};

const TWICE = contradiction("workflow", '{at} cannot stand beside "cmd"', "Keep one of the two.");
const NO_PROGRAM = '{at} needs a "cmd" beside it';

const DeployEnvironment = z
  .object(
    { ...way, url: webAddress(TEXT).optional().describe("where it runs then") },
    { error: TABLE },
  )
  .refine((it) => it.cmd === undefined || it.workflow === undefined, TWICE)
  .refine((it) => it.cmd !== undefined || it.args === undefined, contradiction("args", NO_PROGRAM))
  .refine((it) => it.cmd !== undefined || it.env === undefined, contradiction("env", NO_PROGRAM));

/** How a landed revision gets to where it runs; without a way of its own kazi waits for the repository's. */
export const Deploy = z
  .object({
    ...way,
    environment: lineText(TEXT, shorterThan(100))
      .optional()
      .describe("environment of GitHub that is deployed to"),
    timeout_ms: timeoutMs().default(1_800_000).describe("how long a deployment may take"),
    environments: z
      .record(lineText(PLACE, shorterThan(100)), DeployEnvironment, { error: TABLE })
      .default({})
      .describe("what differs from one place to another: url, cmd, args, env, workflow"),
  })
  .refine((it) => it.cmd === undefined || it.workflow === undefined, TWICE)
  .refine((it) => it.cmd !== undefined || it.args === undefined, contradiction("args", NO_PROGRAM))
  .refine((it) => it.cmd !== undefined || it.env === undefined, contradiction("env", NO_PROGRAM));
export type Deploy = z.infer<typeof Deploy>;

function workflowFile(text: string): BrokenRule | undefined {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.-]*\.ya?ml$/.test(text)) return undefined;
  return {
    template: "{at} must be the name of a file of .github/workflows (got {got})",
    suggestion: 'Such as "deploy.yml", without folders.',
  };
}
