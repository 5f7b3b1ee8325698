import { isTemplateMapping } from "./template.ts";
import type { Template } from "./template.ts";
import type { StepDefinition } from "./workflow.ts";

/** A step, in a workflow's job as well as in a composite action. */
export function readStep(template: Template): StepDefinition {
  const step = isTemplateMapping(template) ? template : {};
  const text = (value: Template | undefined): string | undefined =>
    typeof value === "string" ? value : undefined;
  return {
    id: text(step["id"]),
    name: step["name"],
    if: step["if"],
    run: step["run"],
    uses: text(step["uses"]),
    with: step["with"],
    env: step["env"],
    shell: step["shell"],
    workingDirectory: step["working-directory"],
    continueOnError: step["continue-on-error"],
    timeoutMinutes: step["timeout-minutes"],
  };
}

export function readSteps(template: Template | undefined): readonly Template[] {
  return Array.isArray(template) ? template : [];
}

export function templateField(template: Template | undefined, name: string): Template | undefined {
  return isTemplateMapping(template) ? template[name] : undefined;
}
