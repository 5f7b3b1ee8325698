import { evaluateText } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { Expression } from "./template.ts";
import type { Template } from "./template.ts";
import type { StepDefinition } from "./workflow.ts";

/** What the steps are called in the API, before any of them has run. */
export function stepNames(steps: readonly StepDefinition[], scope: Scope): readonly string[] {
  return steps.map((step) => {
    if (step.name !== undefined) return evaluateOrKeep(step.name, scope);
    if (step.uses !== undefined) return `Run ${step.uses}`;
    return `Run ${evaluateOrKeep(step.run ?? "", scope).split("\n")[0] ?? ""}`;
  });
}

/** A name may speak of steps that have not run yet; then the expression itself is the name. */
function evaluateOrKeep(template: Template, scope: Scope): string {
  try {
    return evaluateText(template, scope);
  } catch {
    return template instanceof Expression ? template.text : "";
  }
}
