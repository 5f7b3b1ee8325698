import { evaluateTemplate, isJsonObject, toText } from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import type { Template } from "./template.ts";

export interface Concurrency {
  readonly group: string;
  readonly cancelsInProgress: boolean;
  readonly queue: "single" | "max";
}

/** `concurrency:` of a workflow or a job; undefined when it stands alone. */
export function readConcurrency(
  template: Template | undefined,
  scope: Scope,
): Concurrency | undefined {
  if (template === undefined) return undefined;
  const value = evaluateTemplate(template, scope);
  const fields = isJsonObject(value) ? value : { group: value };
  const group = toText(fields["group"] ?? "");
  if (group === "") return undefined;
  return {
    group,
    cancelsInProgress: fields["cancel-in-progress"] === true,
    queue: fields["queue"] === "max" ? "max" : "single",
  };
}
