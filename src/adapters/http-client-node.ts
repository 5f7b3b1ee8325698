import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import type { HttpAnswer, HttpClient, HttpQuestion } from "../ports/http-client.ts";
import { exchange } from "./http-client-exchange.ts";
import { followRedirect } from "./http-client-redirect.ts";
import { type PreparedRequest, prepareRequest } from "./http-client-request.ts";

const TIMER_MS_MAX = 2_147_483_647;

type Failure = Extract<HttpAnswer, { readonly kind: "failure" }>;

/**
 * Asks by the runtime's own client, which goes out directly: the variables for proxies are not honoured,
 * because behind a proxy nobody here could see which address is asked in the end.
 */
export function createHttpClient(lookUp: LookupFunction = lookup): HttpClient {
  return { request: async (question) => await request(question, lookUp) };
}

async function request(question: HttpQuestion, lookUp: LookupFunction): Promise<HttpAnswer> {
  const prepared = prepareRequest(question);
  if (typeof prepared === "string") {
    return { kind: "failure", failure: "bad-question", reason: prepared };
  }
  const timeout = AbortSignal.timeout(Math.min(question.timeoutMs, TIMER_MS_MAX));
  const signal = AbortSignal.any([question.signal, timeout]);
  try {
    return await askAlong(prepared, { ...question, signal }, lookUp);
  } catch {
    return question.signal.aborted
      ? failure("interrupted", "interrupted")
      : failure("timed-out", `timed out after ${question.timeoutMs} ms`);
  }
}

/** Asks, and goes where redirects lead. The time for all of it is one. */
async function askAlong(
  first: PreparedRequest,
  question: HttpQuestion,
  lookUp: LookupFunction,
): Promise<HttpAnswer> {
  let asked = first;
  let before: HttpAnswer | undefined;
  for (let followed = 0; ; followed += 1) {
    const answer = await exchange(asked, question, lookUp);
    if (answer.kind === "failure") return unfollowed(before, answer) ?? answer;
    const here = followed === 0 ? answer : { ...answer, url: asked.url.href };
    if (answer.location === undefined || question.redirectsMax === 0) return here;
    const next =
      followed < question.redirectsMax
        ? followRedirect(asked, answer.location, answer.status)
        : `it is one more than ${question.redirectsMax}`;
    if (typeof next === "string") return { ...here, unfollowed: next };
    asked = next;
    before = here;
  }
}

/** Where it leads is the service's doing: nobody wrote that address into the goal-file. */
function unfollowed(before: HttpAnswer | undefined, next: Failure): HttpAnswer | undefined {
  return before?.kind === "response" && next.failure === "refused-address"
    ? { ...before, unfollowed: next.reason }
    : undefined;
}

function failure(kind: "interrupted" | "timed-out", reason: string): HttpAnswer {
  return { kind: "failure", failure: kind, reason };
}
