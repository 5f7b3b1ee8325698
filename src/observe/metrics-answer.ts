import { z } from "zod";
import type { HttpAnswer, HttpClient, HttpFailure, HttpQuestion } from "../ports/http-client.ts";
import type { ErrorKind } from "./error-kind.ts";
import { formatSeries, type Series } from "./metrics-series.ts";
import type { ResultDraft } from "./result-draft.ts";

const SHOWN_BODY_CHARACTERS_MAX = 2000;
const SHOWN_WORDS_MAX = 300;

/** What a query found: finite numbers, at least one. Or the draft that says why there is nothing to judge. */
export type SeriesAnswer =
  | { readonly kind: "series"; readonly series: readonly [Series, ...Series[]] }
  | { readonly kind: "problem"; readonly draft: ResultDraft };

/** Asks one query, as of now. `question.url` is the base address of the server. */
export async function askPrometheus(
  query: string,
  question: HttpQuestion,
  http: HttpClient,
): Promise<SeriesAnswer> {
  const answer = await http.request({ ...question, url: addressOf(query, question.url) });
  if (answer.kind === "failure") {
    const message = `${question.url} could not be asked: ${answer.reason}`;
    return problem({ error: ERRORS[answer.failure], message });
  }
  if (answer.truncated) {
    const message = `the answer is larger than ${question.bodyBytesMax} bytes: aggregate in the query`;
    return problem({ error: "cut-output", message });
  }
  const parsed = Answer.safeParse(parseJson(answer.body));
  return parsed.success ? read(parsed.data, query) : unreadable(answer);
}

const ERRORS: Readonly<Record<HttpFailure, ErrorKind>> = {
  "bad-question": "bad-check",
  "refused-address": "bad-check",
  unreachable: "unreachable",
  // The metrics server is not the work: what is wrong with it is no failure of the work.
  untrusted: "unreachable",
  "timed-out": "timed-out",
  interrupted: "interrupted",
};

function addressOf(query: string, base: string): string {
  const url = URL.parse(base);
  // The client says what is wrong with it.
  if (url === null) return base;
  url.pathname = `${url.pathname.replace(/\/$/, "")}/api/v1/query`;
  url.searchParams.set("query", query);
  return url.href;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|Inf)$|^NaN$/i;
const Sample = z
  .tuple([z.number(), z.string().max(400).regex(NUMBER)])
  .transform(([, text]) => Number(text.replace(/inf/i, "Infinity")));
const VectorItem = z.object({
  metric: z.record(z.string(), z.string()),
  /** Absent where the value is a whole histogram. */
  value: Sample.optional(),
});
const Data = z.discriminatedUnion("resultType", [
  z.object({ resultType: z.literal("scalar"), result: Sample }),
  z.object({ resultType: z.literal("vector"), result: z.array(VectorItem) }),
  z.object({ resultType: z.literal(["matrix", "string"]) }),
]);
const Answer = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("success"),
    data: Data,
    warnings: z.array(z.string()).optional(),
  }),
  z.object({ status: z.literal("error"), errorType: z.string(), error: z.string() }),
]);

function read(answer: z.infer<typeof Answer>, query: string): SeriesAnswer {
  if (answer.status === "error") return refused(answer);
  const [warning] = answer.warnings ?? [];
  if (warning !== undefined) {
    const message = `the answer may not be whole, its warning says: ${cut(warning)}`;
    return problem({ error: "tool-failed", message });
  }
  return toSeries(answer.data, query);
}

function refused({ errorType, error }: { errorType: string; error: string }): SeriesAnswer {
  return errorType === "bad_data"
    ? problem({ error: "bad-check", message: `the server does not understand: ${cut(error)}` })
    : problem({ error: "tool-failed", message: `the server could not answer: ${cut(error)}` });
}

function toSeries(data: z.infer<typeof Data>, query: string): SeriesAnswer {
  switch (data.resultType) {
    case "scalar":
      return toNumbers([{ labels: new Map(), value: data.result }], query);
    case "vector":
      return toVector(data.result, query);
    case "matrix":
    case "string": {
      const message = `${cut(query)} answers with a ${data.resultType}: expected one number a series, such as rate(...) of a range`;
      return problem({ error: "bad-check", message });
    }
  }
}

function toVector(items: readonly z.infer<typeof VectorItem>[], query: string): SeriesAnswer {
  const series = items.flatMap(({ metric, value }) =>
    value === undefined ? [] : [{ labels: new Map(Object.entries(metric)), value }],
  );
  if (series.length === items.length) return toNumbers(series, query);
  const message = `${cut(query)} answers with whole histograms: expected numbers, such as histogram_quantile(0.9, ...)`;
  return problem({ error: "bad-check", message });
}

function toNumbers(series: readonly Series[], query: string): SeriesAnswer {
  const [first, ...others] = series;
  if (first === undefined) {
    const message = `${cut(query)} finds no series: nothing was measured yet, or a name or a label in it is wrong`;
    return problem({ error: "unreadable-output", message });
  }
  // What is infinite or not a number compares with anything, and says nothing.
  const unusable = series.find(({ value }) => !Number.isFinite(value));
  if (unusable === undefined) return { kind: "series", series: [first, ...others] };
  const message = `${cut(query)}: expected numbers, found ${formatSeries(unusable)}; a division by zero makes such an answer`;
  return problem({ error: "unreadable-output", message });
}

function unreadable({ status, body, location }: Extract<HttpAnswer, { kind: "response" }>) {
  const message = `expected an answer of Prometheus, found status ${status} and something else; ${hintOn(status, location)}`;
  return problem({
    error: "unreadable-output",
    message,
    seen: `status ${status}`,
    output: body,
    outputCharactersMax: SHOWN_BODY_CHARACTERS_MAX,
  });
}

function hintOn(status: number, location: string | undefined): string {
  if (location !== undefined) return `it leads to ${cut(location)}, and redirects are not followed`;
  return status === 401 || status === 403
    ? "bearer_secret or headers have to say who asks"
    : "query_url is the base address, to which /api/v1/query is added";
}

function problem(draft: Omit<ResultDraft, "status">): SeriesAnswer {
  return { kind: "problem", draft: { status: "error", ...draft } };
}

function cut(text: string): string {
  return text.length > SHOWN_WORDS_MAX ? `${text.slice(0, SHOWN_WORDS_MAX)}…` : text;
}
