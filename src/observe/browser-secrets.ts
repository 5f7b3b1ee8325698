import type { BrowserCheck, FieldValue } from "../model/browser-check.ts";
import type { Predicate } from "../model/goal.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";

const PLACE = /\$\{secrets\.([A-Za-z0-9_]{1,100})\}/g;

/** A check with the secrets that it types in their places, and their values. */
export interface TypedSecrets {
  readonly check: BrowserCheck;
  readonly secrets: readonly string[];
}

/** Puts secrets where a journey types them; says so where one cannot be had. */
export function putSecrets(
  check: BrowserCheck,
  predicate: Pick<Predicate, "secrets">,
  { secret }: Pick<EvaluationContext, "secret">,
): TypedSecrets | ResultDraft {
  const names = [...new Set(typedBy(check).flatMap(namesIn))];
  const unlisted = names.filter((name) => !(predicate.secrets ?? []).includes(name));
  if (unlisted.length > 0) return notListed(unlisted);
  const values = new Map(names.map((name) => [name, secret(name)] as const));
  const absent = names.filter((name) => (values.get(name) ?? "") === "");
  if (absent.length > 0) return notGiven(absent);
  function put(value: string): string {
    return value.replace(PLACE, (_place, name: string) => values.get(name) ?? "");
  }
  return { check: withValues(check, put), secrets: [...values.values()].flatMap((it) => it ?? []) };
}

function typedBy({ steps, assertions }: BrowserCheck): readonly string[] {
  return [
    ...steps.flatMap((step) => (step.action === "fill" ? [step.value] : [])),
    ...assertions.flatMap((it) =>
      it.type === "form_validation" ? [...it.invalid, ...it.valid].map(({ value }) => value) : [],
    ),
  ];
}

function namesIn(value: string): readonly string[] {
  return [...value.matchAll(PLACE)].map(([, name = ""]) => name);
}

function withValues(check: BrowserCheck, put: (value: string) => string): BrowserCheck {
  function inField(field: FieldValue): FieldValue {
    return { ...field, value: put(field.value) };
  }
  return {
    ...check,
    steps: check.steps.map((step) =>
      step.action === "fill" ? { ...step, value: put(step.value) } : step,
    ),
    assertions: check.assertions.map((it) =>
      it.type === "form_validation"
        ? { ...it, invalid: it.invalid.map(inField), valid: it.valid.map(inField) }
        : it,
    ),
  };
}

function notListed(names: readonly string[]): ResultDraft {
  const message = `a step types \${secrets.${names[0] ?? ""}}: expected the name in secrets = [...] of this predicate`;
  return { status: "error", error: "bad-check", message };
}

function notGiven(names: readonly string[]): ResultDraft {
  const message = `not available: this job has no secret ${names.join(", ")}: set it in the environment that kazi apply runs in; jobs on GitHub hold none`;
  return { status: "unknown", error: "not-available", message };
}
