import { NoOperationTraceWriter } from "@actions/workflow-parser";
import { parseAction as parseTokens } from "@actions/workflow-parser/actions/action-parser";
import { readStep, readSteps, templateField } from "./read-step.ts";
import { isTemplateMapping, toTemplate } from "./template.ts";
import type { Template } from "./template.ts";
import type { StepDefinition } from "./workflow.ts";

/** An `action.yml`. */
export interface ActionDefinition {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Template | undefined>>;
  readonly runs: ActionRuns;
}

export type ActionRuns =
  | {
      readonly kind: "node";
      readonly main: string;
      readonly pre: string | undefined;
      readonly preIf: Template | undefined;
      readonly post: string | undefined;
      readonly postIf: Template | undefined;
    }
  | {
      readonly kind: "composite";
      readonly steps: readonly StepDefinition[];
      readonly outputs: Readonly<Record<string, Template>>;
    }
  | { readonly kind: "refused"; readonly reason: string };

export function parseAction(name: string, text: string): ActionDefinition {
  const { context, value } = parseTokens({ name, content: text }, new NoOperationTraceWriter());
  const errors = context.errors.getErrors().map((error) => error.message);
  if (value === undefined || errors.length > 0) throw new Error(errors.join("\n"));
  const root = toTemplate(value);
  const inputs = toEntries(templateField(root, "inputs"));
  return {
    name: toWord(templateField(root, "name")) ?? name,
    inputs: Object.fromEntries(
      inputs.map(([key, input]) => [key, templateField(input, "default")]),
    ),
    runs: toRuns(root),
  };
}

function toRuns(root: Template): ActionRuns {
  const runs = templateField(root, "runs");
  const using = toWord(templateField(runs, "using")) ?? "";
  if (using === "composite") {
    const outputs = toEntries(templateField(root, "outputs"));
    return {
      kind: "composite",
      steps: readSteps(templateField(runs, "steps")).map(readStep),
      outputs: Object.fromEntries(
        outputs.map(([key, output]) => [key, templateField(output, "value") ?? ""]),
      ),
    };
  }
  if (using === "node20" || using === "node24") {
    return {
      kind: "node",
      main: toWord(templateField(runs, "main")) ?? "",
      pre: toWord(templateField(runs, "pre")),
      preIf: templateField(runs, "pre-if"),
      post: toWord(templateField(runs, "post")),
      postIf: templateField(runs, "post-if"),
    };
  }
  return { kind: "refused", reason: `This runner cannot execute an action that uses '${using}'.` };
}

function toEntries(template: Template | undefined): [string, Template][] {
  return isTemplateMapping(template) ? Object.entries(template) : [];
}

function toWord(template: Template | undefined): string | undefined {
  return typeof template === "string" ? template : undefined;
}
