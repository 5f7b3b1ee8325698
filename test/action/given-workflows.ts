import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { workflowFiles } from "../../src/plan/workflow-files.ts";
import type { WorkflowRequest } from "../../src/plan/workflow-request.ts";

export const WORKFLOW_PATH = ".github/workflows/kazi.yml";
export const ADDRESS = "octo-org/kazi";
export const SHA = "0123456789abcdef0123456789abcdef01234567";

const own = { address: ADDRESS, sha: SHA } as const;

/** One of each kind that the source can make. */
export const REQUESTS: Readonly<Record<string, WorkflowRequest>> = {
  "files without an App": { ...own, form: "files" },
  "files with an App": { ...own, form: "files", app: { slug: "kazi" } },
  "files with all that can be chosen": {
    ...own,
    form: "files",
    defaultBranch: "main",
    runsOn: ["self-hosted", "linux"],
    container: "node:24",
    timeoutMinutes: 60,
    environment: "kazi",
    trustedRunsOn: "ubuntu-24.04",
    modelSecrets: ["ANTHROPIC_API_KEY"],
  },
  reusable: { ...own, form: "reusable" },
  caller: { ...own, form: "caller" },
};

export function workflowText(request: WorkflowRequest): string {
  return workflowFiles(request).get(WORKFLOW_PATH) ?? "";
}

/** Name, path and text of all workflow files that we make or have. */
export const WORKFLOW_FILES: readonly (readonly [string, string, string])[] = [
  ...Object.entries(REQUESTS).map(
    ([name, request]) => [name, WORKFLOW_PATH, workflowText(request)] as const,
  ),
  ["our CI", ".github/workflows/ci.yml", readFileSync(".github/workflows/ci.yml", "utf8")],
];

const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.unknown()).optional(),
});
const Job = z.looseObject({
  if: z.string().optional(),
  uses: z.string().optional(),
  "runs-on": z.unknown().optional(),
  "timeout-minutes": z.unknown().optional(),
  container: z.string().optional(),
  environment: z.string().optional(),
  permissions: z.record(z.string(), z.string()),
  steps: z.array(Step).default([]),
});
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), Job),
});

export type WorkflowJob = z.infer<typeof Job>;

export function parseWorkflowText(text: string): z.infer<typeof Workflow> {
  return Workflow.parse(load(text));
}

const Described = z.object({ description: z.string() });
const ActionFile = z.object({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string(),
    Described.extend({ required: z.boolean(), default: z.string().default("") }),
  ),
  outputs: z.record(z.string(), Described),
  runs: z.object({ using: z.string(), main: z.string() }),
});
export type ActionFile = z.infer<typeof ActionFile>;

export function parseActionFile(text: string): ActionFile {
  return ActionFile.parse(load(text));
}
