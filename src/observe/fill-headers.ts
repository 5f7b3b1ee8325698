import type { Predicate } from "../model/goal.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";

const PLACE = /\$\{secrets\.(\w{1,200})\}/g;
/** Headers that carry a secret by their nature, wherever its value comes from. */
const SECRET_HEADER = /auth|cookie|token|key|secret/i;

/** Nobody named these, and shorter ones would blank ordinary words. */
const PART_LENGTH_MIN = 8;

type Headers = Readonly<Record<string, string>>;

/** Headers as they are sent, with all values in them that are never shown, or why they cannot be made. */
export type FilledHeaders =
  | { readonly kind: "filled"; readonly headers: Headers; readonly secrets: readonly string[] }
  | { readonly kind: "not-filled"; readonly draft: ResultDraft };

/** Puts secrets where headers name them as `${secrets.NAME}`; only those that the predicate lists. */
export function fillHeaders(
  headers: Headers,
  predicate: Pick<Predicate, "secrets">,
  { secret }: Pick<EvaluationContext, "secret">,
): FilledHeaders {
  const names = new Set(Object.values(headers).flatMap(namesIn));
  const listed = predicate.secrets ?? [];
  const unlisted = [...names].find((name) => !listed.includes(name));
  if (unlisted !== undefined) return notListed(unlisted);
  const values = new Map([...names].map((name) => [name, secret(name) ?? ""] as const));
  const absent = [...names].filter((name) => values.get(name) === "");
  if (absent.length > 0) return notGiven(absent);
  const filled = Object.entries(headers).map(([name, text]) => {
    const value = text.replaceAll(PLACE, (_place, named: string) => values.get(named) ?? "");
    return [name, value] as const;
  });
  const secrets = [...values.values(), ...filled.flatMap(secretParts)];
  return { kind: "filled", headers: Object.fromEntries(filled), secrets };
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([, name = ""]) => name);
}

/** A service may print back what it was sent, with or without the word in front of it. */
function secretParts([name, value]: readonly [string, string]): readonly string[] {
  if (!SECRET_HEADER.test(name)) return [];
  const parts = [value, value.slice(value.lastIndexOf(" ") + 1)];
  return parts.filter((part) => part.length >= PART_LENGTH_MIN);
}

function notListed(name: string): FilledHeaders {
  const message = `a header names the secret ${name}, which is not in the list "secrets" of this predicate`;
  return { kind: "not-filled", draft: { status: "error", error: "bad-check", message } };
}

function notGiven(names: readonly string[]): FilledHeaders {
  const message = `not available: this job has no secret ${names.join(", ")}: set it in the environment that kazi apply runs in; jobs on GitHub hold none`;
  return { kind: "not-filled", draft: { status: "unknown", error: "not-available", message } };
}
