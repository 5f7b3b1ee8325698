import { load } from "js-yaml";
import { z } from "zod";

const DispatchInput = z.object({
  type: z.enum(["string", "choice", "boolean", "number", "environment"]).default("string"),
  required: z.boolean().default(false),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  options: z.array(z.coerce.string()).optional(),
});
export type DispatchInput = z.infer<typeof DispatchInput>;

const Dispatch = z
  .object({ inputs: z.record(z.string(), DispatchInput.nullish()).nullish() })
  .nullish();

const Workflow = z.object({
  name: z.coerce.string().optional(),
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
});

export interface WorkflowText {
  readonly name: string | undefined;
  /** Absent when the workflow cannot be started by hand. */
  readonly dispatchInputs: ReadonlyMap<string, DispatchInput> | undefined;
}

/**
 * As much of a workflow file as the API itself looks at; the rest is the runner's.
 * A file that is no workflow has no name and no inputs, as on GitHub, where it is listed by its path.
 */
export function readWorkflowText(text: string): WorkflowText {
  const parsed = Workflow.safeParse(parseYaml(text));
  if (!parsed.success) return { name: undefined, dispatchInputs: undefined };
  return { name: parsed.data.name, dispatchInputs: readDispatchInputs(parsed.data.on) };
}

function parseYaml(text: string): unknown {
  try {
    return load(text);
  } catch {
    return undefined;
  }
}

function readDispatchInputs(
  triggers: z.infer<typeof Workflow>["on"],
): ReadonlyMap<string, DispatchInput> | undefined {
  if (triggers === "workflow_dispatch") return new Map();
  if (triggers === undefined || typeof triggers === "string") return undefined;
  if (Array.isArray(triggers))
    return triggers.includes("workflow_dispatch") ? new Map() : undefined;
  if (!("workflow_dispatch" in triggers)) return undefined;
  const dispatch = Dispatch.safeParse(triggers["workflow_dispatch"]);
  if (!dispatch.success) return undefined;
  const inputs = Object.entries(dispatch.data?.inputs ?? {});
  return new Map(inputs.map(([name, input]) => [name, DispatchInput.parse(input ?? {})]));
}
