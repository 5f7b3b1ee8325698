import {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow as parseTokens,
} from "@actions/workflow-parser";
import { z } from "zod";
import { readStep, readSteps, templateField } from "./read-step.ts";
import { isTemplateMapping, toTemplate } from "./template.ts";
import type { Template, TemplateMapping } from "./template.ts";
import type { JobDefinition, RunDefaults, Trigger, Workflow } from "./workflow.ts";

export type ParsedWorkflow =
  | { readonly kind: "workflow"; readonly workflow: Workflow }
  | { readonly kind: "invalid"; readonly errors: readonly string[] };

/** Reads a workflow file with GitHub's own parser; `errors` are the ones that GitHub shows. */
export async function parseWorkflow(path: string, text: string): Promise<ParsedWorkflow> {
  const { context, value } = parseTokens(
    { name: path, content: text },
    new NoOperationTraceWriter(),
  );
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors().map((error) => error.message);
  if (value === undefined || errors.length > 0) return { kind: "invalid", errors };
  const root = toTemplate(value);
  if (!isTemplateMapping(root)) return { kind: "invalid", errors: ["A workflow is a mapping."] };
  return { kind: "workflow", workflow: toWorkflow(path, root) };
}

function toWorkflow(path: string, root: TemplateMapping): Workflow {
  const jobs = isTemplateMapping(root["jobs"]) ? root["jobs"] : {};
  return {
    path,
    name: typeof root["name"] === "string" ? root["name"] : path,
    triggers: toTriggers(root["on"]),
    permissions: root["permissions"],
    env: root["env"],
    shell: toRunDefaults(root["defaults"]),
    concurrency: root["concurrency"],
    jobs: new Map(Object.entries(jobs).map(([id, job]) => [id, toJob(id, job)])),
  };
}

function toJob(id: string, template: Template): JobDefinition {
  const job = isTemplateMapping(template) ? template : {};
  const uses = job["uses"];
  return {
    id,
    name: job["name"],
    needs: toWords(job["needs"]) ?? [],
    if: job["if"],
    permissions: job["permissions"],
    concurrency: job["concurrency"],
    strategy: job["strategy"],
    environment: job["environment"],
    runsOn: job["runs-on"],
    env: job["env"],
    shell: toRunDefaults(job["defaults"]),
    outputs: job["outputs"],
    continueOnError: job["continue-on-error"],
    timeoutMinutes: job["timeout-minutes"],
    needsEngine: job["container"] !== undefined || job["services"] !== undefined,
    steps: readSteps(job["steps"]).map(readStep),
    call:
      typeof uses === "string" ? { uses, with: job["with"], secrets: job["secrets"] } : undefined,
  };
}

function toRunDefaults(defaults: Template | undefined): RunDefaults {
  const run = templateField(defaults, "run");
  return {
    shell: templateField(run, "shell"),
    workingDirectory: templateField(run, "working-directory"),
  };
}

function toTriggers(on: Template | undefined): Record<string, Trigger> {
  if (isTemplateMapping(on)) {
    const pairs = Object.entries(on).map(([name, filter]) => [name, toTrigger(filter)]);
    return Object.fromEntries(pairs);
  }
  return Object.fromEntries((toWords(on) ?? []).map((name) => [name, {}]));
}

function toTrigger(filter: Template): Trigger {
  if (Array.isArray(filter)) return { schedules: filter.map(toCron) };
  const field = (name: string): readonly string[] | undefined =>
    toWords(templateField(filter, name));
  return {
    types: field("types"),
    branches: field("branches"),
    "branches-ignore": field("branches-ignore"),
    tags: field("tags"),
    "tags-ignore": field("tags-ignore"),
    paths: field("paths"),
    "paths-ignore": field("paths-ignore"),
    workflows: field("workflows"),
    inputs: mapFields(templateField(filter, "inputs"), (input) => ({
      type: toWord(templateField(input, "type")) ?? "string",
      required: templateField(input, "required") === true,
      default: templateField(input, "default"),
    })),
    secrets: mapFields(templateField(filter, "secrets"), (secret) => ({
      required: templateField(secret, "required") === true,
    })),
    outputs: mapFields(
      templateField(filter, "outputs"),
      (output) => templateField(output, "value") ?? "",
    ),
  };
}

function mapFields<T>(
  template: Template | undefined,
  read: (value: Template) => T,
): Record<string, T> | undefined {
  if (!isTemplateMapping(template)) return undefined;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, read(value)]));
}

function toCron(entry: Template): string {
  return toWord(templateField(entry, "cron")) ?? "";
}

function toWord(template: Template | undefined): string | undefined {
  return typeof template === "string" ? template : undefined;
}

function toWords(template: Template | undefined): readonly string[] | undefined {
  if (typeof template === "string") return [template];
  const words = z.array(z.coerce.string()).safeParse(template);
  return words.success ? words.data : undefined;
}
