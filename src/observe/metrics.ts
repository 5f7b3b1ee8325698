import type { Metrics, MetricsQuestion } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { fillHeaders } from "./fill-headers.ts";
import { askPrometheus, type SeriesAnswer } from "./metrics-answer.ts";
import { judgeBurnRate } from "./metrics-burn-rate.ts";
import { judgeQuantile } from "./metrics-quantile.ts";
import { judgeScalar } from "./metrics-scalar.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

/** Numbers of a running service, as a Prometheus server knows them. */
export const metrics: Provider<Metrics> = {
  triggers: ["deployment", "interval"],
  permanent: ["bad-check", "not-available"],
  observe,
};

async function observe(
  predicate: SubjectOf<Metrics>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { check, timeoutMs } = predicate;
  if (check.queryUrl === undefined) return NO_ENDPOINT;
  const filled = fillHeaders(headersOf(check), predicate, context);
  if (filled.kind === "not-filled") return filled.draft;
  const question = {
    url: check.queryUrl,
    method: "GET",
    headers: filled.headers,
    redirectsMax: 0,
    tls: check.tls,
    allowHosts: check.allowHosts,
    timeoutMs,
    bodyBytesMax: ANSWER_BYTES_MAX,
    signal: context.signal,
  };
  const draft = await judge(
    check.question,
    async (query) => await askPrometheus(query, question, context.http),
  );
  const note = check.window === undefined ? "" : ` (window: ${check.window})`;
  return { ...draft, message: `${draft.message}${note}`, secrets: filled.secrets };
}

/** Nobody can wait for an endpoint that no goal-file names, so this ends the goal instead of holding it. */
const NO_ENDPOINT: ResultDraft = {
  status: "unknown",
  error: "not-available",
  message:
    "not applicable: no query_url, so there is no metrics server to ask; name one, or set optional = true",
};

function headersOf({ headers, bearerSecret }: Metrics): Readonly<Record<string, string>> {
  return bearerSecret === undefined
    ? headers
    : { ...headers, authorization: `Bearer \${secrets.${bearerSecret}}` };
}

async function judge(
  question: MetricsQuestion,
  ask: (query: string) => Promise<SeriesAnswer>,
): Promise<ResultDraft> {
  if (question.kind === "burn_rate") return await judgeBurnRate(question.windows, ask);
  const answer = await ask(question.query);
  if (answer.kind === "problem") return answer.draft;
  return question.kind === "scalar"
    ? judgeScalar(question, answer.series)
    : judgeQuantile(question, answer.series);
}
