import type { HarnessEnding } from "../model/run.ts";

/** Enough for every provider's sentence; longer texts are the agent's own. */
const TEXT_MAX = 4_000;

/** What a CLI said when it gave up. */
export interface Failure {
  /** The provider's HTTP status, where it is reported apart. */
  readonly status?: number | undefined;
  readonly text: string;
}

const WORDS: readonly (readonly [HarnessEnding, RegExp])[] = [
  ["rate-limited", /RetryableQuotaError|please retry in|rate.?limit(?:ed| reached| exceeded)/i],
  [
    "quota",
    /insufficient_quota|TerminalQuotaError|exceeded your (?:current )?quota|credit balance|usage limit|hit your limit|spending limit|billing|maximum budget|max(?:imum)? (?:number of |session )turns/i,
  ],
  [
    "context-overflow",
    /context.?(?:window|length)|prompt is too long|input token count|maximum number of tokens|ContextOverflow/i,
  ],
  [
    "auth",
    /invalid api key|api key not valid|incorrect api key|not logged in|please run \/login|log in again|authentication|unauthorized|missing environment variable|must specify the \w+ environment variable|auth method|API_KEY_INVALID/i,
  ],
  [
    "unknown-model",
    /model\b.{0,80}(?:does not exist|not found|not supported|may not exist)|models\/\S+ is not found|model_not_found|ModelNotFound|unknown model/i,
  ],
  ["overloaded", /overloaded|at capacity|service unavailable/i],
  [
    "network",
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|fetch failed|cannot connect|connection (?:failed|refused|error)|stream disconnected|error sending request|timed out/i,
  ],
  ["garbage", /malformed response|json parsing failed|in JSON at position|is not valid JSON/i],
];

const STATUSES: Readonly<Record<number, HarnessEnding>> = {
  401: "auth",
  402: "quota",
  403: "auth",
  404: "unknown-model",
  408: "network",
  413: "context-overflow",
  429: "rate-limited",
  504: "network",
};

/** The ending that a failure stands for; `crashed` when its words say nothing known. */
export function classifyFailure(failure: Failure): HarnessEnding {
  const text = failure.text.slice(0, TEXT_MAX);
  const byWords = WORDS.find(([, words]) => words.test(text))?.[0];
  const status = failure.status ?? Number(/\bstatus:? ([45]\d\d)\b/.exec(text)?.[1]);
  // Providers answer 429 to an empty purse as well.
  if (status === 429 && byWords === "quota") return "quota";
  return STATUSES[status] ?? (isServerError(status) ? "overloaded" : (byWords ?? "crashed"));
}

function isServerError(status: number): boolean {
  return status >= 500 && status <= 599;
}
