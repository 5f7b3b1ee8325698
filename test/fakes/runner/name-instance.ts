import type { Instance } from "./execute-instance.ts";
import { evaluateText, isJsonObject, toText } from "./expressions.ts";
import { Expression } from "./template.ts";
import type { Json } from "./template.ts";

/** The key and the name of a job in the API; the values of a matrix stand behind the name. */
export function nameInstance({
  workflow,
  definition,
  scope,
}: Pick<Instance, "workflow" | "definition" | "scope">): {
  readonly key: string;
  readonly name: string;
} {
  const values = valuesOf(scope.contexts["matrix"]);
  const suffix = values.length === 0 ? "" : ` (${values.join(", ")})`;
  const own = evaluateText(definition.name ?? definition.id, scope);
  const name = definition.name instanceof Expression ? own : `${own}${suffix}`;
  return { key: workflow.keyPrefix + definition.id, name: workflow.namePrefix + name };
}

function valuesOf(matrix: Json | undefined): readonly string[] {
  if (!isJsonObject(matrix)) return [];
  return Object.values(matrix).map((value) =>
    isJsonObject(value) ? Object.values(value).map(toText).join(", ") : toText(value),
  );
}
