import type { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import type { KaziErrorCode } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";

/** What a text should be, and what it means when it is not. */
export interface Expected<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly charactersMax: number;
  readonly code: KaziErrorCode;
}

/** Text becomes a checked value, or a `KaziError` that says what was expected where. */
export function parseDocument<T>(text: string, expected: Expected<T>): T {
  if (text.length > expected.charactersMax) {
    const found = `found ${text.length}`;
    throw unlike(expected, `expected at most ${expected.charactersMax} characters, ${found}`);
  }
  const parsed = expected.schema.safeParse(parseJson(text, expected));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  throw unlike(expected, `${where}${issue?.message ?? "not as expected"}`);
}

function parseJson<T>(text: string, expected: Expected<T>): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    throw unlike(expected, "expected JSON", cause);
  }
}

function unlike<T>({ name, code }: Expected<T>, found: string, cause?: unknown): KaziError {
  return new KaziError({ code, message: `${name}: ${toOneLine(found, 300)}`, cause });
}
