import { z } from "zod";
import type { LocalGitHub } from "../../start-github.ts";

/** The answer to one call. */
export interface Visit {
  readonly status: number;
  readonly body: unknown;
  /** A text somewhere in the body, by its keys. */
  text(...keys: readonly (string | number)[]): string;
  id(...keys: readonly (string | number)[]): number;
}

/** Calls the API with one token; a refusal fails the test. */
export type Visitor = (method: string, path: string, body?: unknown) => Promise<Visit>;

export function createVisitor(github: LocalGitHub, token: string): Visitor {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(`${github.apiUrl}${path}`, {
      method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // What an answer leads to is done before the next call, so that each tour is the same.
    await github.idle();
    if (response.status >= 400) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return toVisit(response.status, text);
  };
}

function toVisit(status: number, text: string): Visit {
  const body: unknown = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text;
  return {
    status,
    body,
    text: (...keys) => z.string().parse(readField(body, keys)),
    id: (...keys) => z.number().parse(readField(body, keys)),
  };
}

function readField(body: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof key === "number"
        ? z.array(z.unknown()).parse(inner)[key]
        : z.record(z.string(), z.unknown()).parse(inner)[key],
    body,
  );
}
