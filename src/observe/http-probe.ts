import type { HttpProbe } from "../model/check.ts";
import type { HttpAnswer, HttpFailure, HttpQuestion } from "../ports/http-client.ts";
import type { ErrorKind } from "./error-kind.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { fillHeaders } from "./fill-headers.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

const BODY_BYTES_MAX = 1024 * 1024;
const SHOWN_BODY_CHARACTERS_MAX = 2000;
const SHOWN_TEXT_CHARACTERS_MAX = 200;

type Response = Extract<HttpAnswer, { readonly kind: "response" }>;

/** A running service, asked as often as the goal wants, until the first answer that is not as stated. */
export const httpProbe: Provider<HttpProbe> = {
  triggers: ["deployment", "interval"],
  permanent: ["bad-check", "not-available"],
  observe,
};

async function observe(
  predicate: SubjectOf<HttpProbe>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { check, timeoutMs } = predicate;
  const filled = fillHeaders(check.headers, predicate, context);
  if (filled.kind === "not-filled") return filled.draft;
  const { headers, secrets } = filled;
  const question = { ...toQuestion(check), headers, timeoutMs, signal: context.signal };
  return { ...(await sample(check, question, context)), secrets };
}

function toQuestion(check: HttpProbe): Omit<HttpQuestion, "headers" | "timeoutMs" | "signal"> {
  return {
    url: check.url,
    method: check.method.toUpperCase(),
    ...(check.body === undefined ? {} : { body: check.body }),
    redirectsMax: check.redirectsMax,
    tls: check.tls,
    allowHosts: check.allowHosts,
    bodyBytesMax: BODY_BYTES_MAX,
  };
}

async function sample(
  check: HttpProbe,
  question: HttpQuestion,
  { clock, http, signal }: EvaluationContext,
): Promise<ResultDraft> {
  let draft = judge(check, await http.request(question));
  let healthy = 0;
  while (draft.status === "pass") {
    healthy += 1;
    if (healthy >= check.samples) return { ...draft, message: describePass(check), score: 1 };
    await clock.sleep(check.intervalMs, signal);
    draft = judge(check, await http.request(question));
  }
  const note = check.samples > 1 ? ` (sample ${healthy + 1} of ${check.samples})` : "";
  return { ...draft, message: `${draft.message}${note}`, score: healthy / check.samples };
}

function describePass(check: HttpProbe): string {
  const times = check.samples > 1 ? `, ${check.samples} times in a row` : "";
  const body = check.expectBody === undefined ? "" : " and the body";
  return `${check.url} answered as stated${times}: ${wantedStatus(check)}${body}`;
}

function judge(check: HttpProbe, answer: HttpAnswer): ResultDraft {
  if (answer.kind === "failure") return judgeFailure(check, answer);
  const seen = `status ${answer.status}${answer.url === undefined ? "" : ` from ${answer.url}`}`;
  return (
    judgeStatus(check, answer, seen) ??
    judgeBody(check, answer, seen) ?? {
      status: "pass",
      message: "as stated",
      seen,
      wanted: wantedStatus(check),
    }
  );
}

function judgeFailure(
  check: HttpProbe,
  { failure, reason }: Extract<HttpAnswer, { readonly kind: "failure" }>,
): ResultDraft {
  // A certificate that nobody trusts is what every visitor gets: the service is there and not in order.
  if (failure === "untrusted") {
    const message = `${check.url} is not trusted: ${reason}`;
    return { status: "fail", message, seen: reason, wanted: "a certificate that is trusted" };
  }
  const hint = failure === "refused-address" ? adviceOn(check.url) : "";
  const message = `${check.url} could not be asked: ${reason}${hint}`;
  const wanted = wantedStatus(check);
  return { status: "error", error: ERRORS[failure], message, seen: reason, wanted };
}

function adviceOn(url: string): string {
  return `; add "${URL.parse(url)?.hostname ?? ""}" to it if it is meant`;
}

const ERRORS: Readonly<Record<Exclude<HttpFailure, "untrusted">, ErrorKind>> = {
  "bad-question": "bad-check",
  "refused-address": "bad-check",
  unreachable: "unreachable",
  "timed-out": "timed-out",
  interrupted: "interrupted",
};

function judgeStatus(check: HttpProbe, response: Response, seen: string): ResultDraft | undefined {
  if (isStatusWanted(check, response.status)) return undefined;
  const wanted = wantedStatus(check);
  const message = `expected ${wanted}, found ${response.status}${noteOnRedirect(response)}`;
  return mismatch({ message, seen, wanted }, response);
}

function noteOnRedirect({ location, unfollowed }: Response): string {
  if (location === undefined) return "";
  return unfollowed === undefined
    ? `; redirects are not followed, this one names ${location}`
    : `; a redirect to ${location} was not followed: ${unfollowed}`;
}

function isStatusWanted({ expectStatus }: HttpProbe, status: number): boolean {
  return expectStatus === undefined ? status >= 200 && status < 300 : status === expectStatus;
}

function judgeBody(check: HttpProbe, response: Response, status: string): ResultDraft | undefined {
  const { expectBody, bodyMatch } = check;
  if (expectBody === undefined || isBodyWanted(response, expectBody, bodyMatch)) return undefined;
  const how = bodyMatch === "exact" ? "to be exactly" : "to contain";
  const wanted = `body ${how} "${expectBody.slice(0, SHOWN_TEXT_CHARACTERS_MAX)}"`;
  const extent = response.truncated ? `its first ${BODY_BYTES_MAX} bytes` : "all of it";
  const seen = `${status}, a body without it in ${extent}`;
  return mismatch(
    { message: `expected the ${wanted}, found another body`, seen, wanted },
    response,
  );
}

function isBodyWanted(
  { body, truncated }: Response,
  expected: string,
  bodyMatch: HttpProbe["bodyMatch"],
): boolean {
  return bodyMatch === "exact" ? !truncated && body === expected : body.includes(expected);
}

function mismatch(
  difference: { readonly message: string; readonly seen: string; readonly wanted: string },
  { body }: Response,
): ResultDraft {
  return {
    status: "fail",
    ...difference,
    output: body,
    outputCharactersMax: SHOWN_BODY_CHARACTERS_MAX,
  };
}

function wantedStatus({ expectStatus }: HttpProbe): string {
  return expectStatus === undefined ? "any 2xx (no expect_status)" : `status ${expectStatus}`;
}
