import type { DispatchInput } from "./workflow-text.ts";

const INPUTS_MAX = 25;
const CHARACTERS_MAX = 65_535;

export type DispatchInputs =
  | { readonly kind: "accepted"; readonly inputs: Record<string, string | boolean | number> }
  | { readonly kind: "refused"; readonly message: string };

/** What the caller gave, checked against what the workflow declares, with the defaults filled in. */
export function checkDispatchInputs(
  declared: ReadonlyMap<string, DispatchInput>,
  given: Readonly<Record<string, unknown>>,
): DispatchInputs {
  const message = tooMuch(given) ?? unexpected(declared, given) ?? wrongValue(declared, given);
  if (message !== undefined) return { kind: "refused", message };
  const inputs: Record<string, string | boolean | number> = {};
  for (const [name, input] of declared) {
    inputs[name] = typed(input, textOf(given[name]) ?? textOf(input.default) ?? "");
  }
  return { kind: "accepted", inputs };
}

function tooMuch(given: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(given);
  if (names.length > INPUTS_MAX)
    return `Invalid request.\n\nNo more than ${INPUTS_MAX} properties are allowed; ${names.length} were supplied.`;
  return JSON.stringify(given).length > CHARACTERS_MAX ? "inputs are too large." : undefined;
}

function unexpected(
  declared: ReadonlyMap<string, DispatchInput>,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  const names = Object.keys(given).filter((name) => !declared.has(name));
  return names.length > 0 ? `Unexpected inputs provided: ${JSON.stringify(names)}` : undefined;
}

function wrongValue(
  declared: ReadonlyMap<string, DispatchInput>,
  given: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const [name, input] of declared) {
    const value = textOf(given[name]);
    if (value === undefined && input.required && input.default === undefined) {
      return `Required input '${name}' not provided`;
    }
    if (value !== undefined && !isAllowed(input, value)) {
      return `Provided value '${value}' for input '${name}' not in the list of allowed values`;
    }
  }
  return undefined;
}

function isAllowed(input: DispatchInput, value: string): boolean {
  if (input.type === "choice") return input.options?.includes(value) ?? false;
  if (input.type === "boolean") return value === "true" || value === "false";
  return input.type !== "number" || (value.trim() !== "" && Number.isFinite(Number(value)));
}

function typed(input: DispatchInput, value: string): string | boolean | number {
  if (input.type === "boolean") return value === "true";
  return input.type === "number" ? Number(value) : value;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "boolean" || typeof value === "number" ? String(value) : undefined;
}
