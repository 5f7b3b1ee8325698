import type { HttpProbe } from "../model/goal.ts";
import type { HttpAnswer } from "../ports/http-client.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { ResultDraft } from "./result-draft.ts";

const BODY_BYTES_MAX = 1024 * 1024;
const SHOWN_BODY_CHARACTERS_MAX = 2000;
const SHOWN_TEXT_CHARACTERS_MAX = 200;
const SECRET_HEADER = /auth|cookie|token|key|secret/i;

type Response = Extract<HttpAnswer, { readonly kind: "response" }>;

/** Asks as often as the goal wants, and stops at the first answer that is not as stated. */
export async function observeHttpProbe(
  check: HttpProbe,
  timeoutMs: number,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const secrets = secretHeaders(check);
  for (let healthy = 0; healthy < check.samples; healthy += 1) {
    const answer = await askNext(check, { timeoutMs, isFirst: healthy === 0 }, context);
    const draft = judge(check, answer);
    if (draft.status !== "pass") {
      const note = check.samples > 1 ? ` (sample ${healthy + 1} of ${check.samples})` : "";
      const score = healthy / check.samples;
      return { ...draft, message: `${draft.message}${note}`, score, secrets };
    }
  }
  const times = check.samples > 1 ? `, ${check.samples} times in a row` : "";
  const message = `${check.url} answered as stated${times}: ${wantedOf(check)}`;
  return { status: "pass", message, score: 1, secrets };
}

async function askNext(
  check: HttpProbe,
  { timeoutMs, isFirst }: { readonly timeoutMs: number; readonly isFirst: boolean },
  { clock, http, signal }: EvaluationContext,
): Promise<HttpAnswer> {
  if (!isFirst) await clock.sleep(check.intervalMs, signal);
  return await http.request({
    url: check.url,
    method: check.method.toUpperCase(),
    headers: check.headers,
    timeoutMs,
    bodyBytesMax: BODY_BYTES_MAX,
    signal,
  });
}

function judge(check: HttpProbe, answer: HttpAnswer): ResultDraft {
  if (answer.kind === "failure") {
    const { reason, permanent } = answer;
    return { status: "error", message: `${check.url} could not be asked: ${reason}`, permanent };
  }
  return judgeStatus(check, answer) ?? judgeBody(check, answer) ?? AS_STATED;
}

const AS_STATED: ResultDraft = { status: "pass", message: "as stated" };

function judgeStatus(check: HttpProbe, response: Response): ResultDraft | undefined {
  const { status, location } = response;
  if (isStatusWanted(check, status)) return undefined;
  const isRedirect = status >= 300 && status < 400 && location !== undefined;
  const note = isRedirect ? `; redirects are not followed, this one names ${location}` : "";
  const seen = `status ${status}`;
  const wanted = wantedStatus(check);
  return mismatch(
    { message: `expected ${wanted}, found ${status}${note}`, seen, wanted },
    response,
  );
}

function isStatusWanted({ expectStatus }: HttpProbe, status: number): boolean {
  return expectStatus === undefined ? status >= 200 && status < 300 : status === expectStatus;
}

function judgeBody(check: HttpProbe, response: Response): ResultDraft | undefined {
  const { expectBody, bodyMatch } = check;
  if (expectBody === undefined || isBodyWanted(response, expectBody, bodyMatch)) return undefined;
  const how = bodyMatch === "exact" ? "to be exactly" : "to contain";
  const wanted = `body ${how} "${expectBody.slice(0, SHOWN_TEXT_CHARACTERS_MAX)}"`;
  const extent = response.truncated ? `its first ${BODY_BYTES_MAX} bytes` : "all of it";
  const seen = `status ${response.status}, a body without it in ${extent}`;
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

function wantedOf(check: HttpProbe): string {
  const body = check.expectBody === undefined ? "" : " and the body";
  return `${wantedStatus(check)}${body}`;
}

function wantedStatus({ expectStatus }: HttpProbe): string {
  return expectStatus === undefined ? "any 2xx (no expect_status)" : `status ${expectStatus}`;
}

/** A service may print back what it was sent. */
function secretHeaders({ headers }: HttpProbe): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => [value, value.slice(value.lastIndexOf(" ") + 1)]);
}
