import type { Octokit } from "@octokit/core";
import { z } from "zod";
import { isLimit, type Setback } from "./github-setback.ts";
import { quoteGitHub } from "./github-trouble.ts";

/** One request as it goes out. */
export interface GitHubRequest {
  /** In the words of GitHub's reference: `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** GraphQL says what went wrong in an answer of status 200. */
  readonly isGraph: boolean;
}

/** What came back of it. */
export type Heard =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly value: unknown;
      /** The `Link` header: empty on the only page. */
      readonly link: string;
    }
  | Refusal
  | { readonly kind: "setback"; readonly setback: Setback };

/** GitHub heard the request and will not do it. */
export interface Refusal {
  readonly kind: "refused";
  /** 200 when GraphQL refused. */
  readonly status: number;
  /** GitHub's own words, on one line. */
  readonly said: string;
  /** The permissions that would be enough, where GitHub names them. */
  readonly permissions?: string;
}

const API_VERSION = "2022-11-28";

/** Sends it once. */
export async function sendToGitHub(
  octokit: Octokit,
  request: GitHubRequest,
  signal: AbortSignal,
): Promise<Heard> {
  try {
    const response = await octokit.request(request.route, {
      ...request.parameters,
      headers: { "x-github-api-version": API_VERSION },
      request: { signal },
    });
    const answer = {
      status: response.status,
      value: z.unknown().parse(response.data),
      headers: toTexts(response.headers),
    };
    // Text where JSON is due is what octokit hands out when an answer ends too early.
    if (typeof answer.value === "string" && answer.status !== 204) return cutOff(answer);
    return request.isGraph ? hearGraph(answer) : toAnswered(answer);
  } catch (error) {
    return hearFailure(error);
  }
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

function toAnswered({ status, value, headers }: Answer): Heard {
  return { kind: "answered", status, value, link: headers["link"] ?? "" };
}

function cutOff({ status, headers }: Answer): Heard {
  const said = "an answer that is cut off or no JSON";
  return { kind: "setback", setback: { status, headers, said, isLimit: false } };
}

const GraphAnswer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string(), type: z.string().optional() })).optional(),
});

function hearGraph(answer: Answer): Heard {
  const parsed = GraphAnswer.safeParse(answer.value);
  if (!parsed.success) return cutOff(answer);
  const { data, errors = [] } = parsed.data;
  if (errors.length === 0) return toAnswered({ ...answer, value: data });
  const said = quoteGitHub(errors.map(({ message }) => message).join("; "));
  const { status, headers } = answer;
  return errors.some(({ type }) => type === "RATE_LIMITED")
    ? { kind: "setback", setback: { status, headers, said, isLimit: true } }
    : { kind: "refused", status, said };
}

const Failure = z.object({
  status: z.int(),
  response: z.object({ headers: z.unknown(), data: z.unknown() }).optional(),
});

/** What octokit throws: with a response for every status from 400, without one when none came. */
function hearFailure(error: unknown): Heard {
  const parsed = Failure.safeParse(error);
  const response = parsed.data?.response;
  if (parsed.data === undefined || response === undefined) {
    return { kind: "setback", setback: { headers: {}, said: reasonOf(error), isLimit: false } };
  }
  const { status } = parsed.data;
  const headers = toTexts(response.headers);
  const said = saidIn(response.data);
  const limited = isLimit(status, headers, said);
  if (limited || status >= 500 || status === 408) {
    return { kind: "setback", setback: { status, headers, said, isLimit: limited } };
  }
  const permissions = headers["x-accepted-github-permissions"];
  return { kind: "refused", status, said, ...(permissions === undefined ? {} : { permissions }) };
}

const RefusalBody = z.object({
  message: z.string(),
  errors: z
    .array(
      z.union([
        z.string(),
        z.object({
          message: z.string().nullish(),
          code: z.string().optional(),
          field: z.string().nullish(),
        }),
      ]),
    )
    .optional(),
});

function saidIn(data: unknown): string {
  const parsed = RefusalBody.safeParse(data);
  if (!parsed.success) return "nothing that can be read";
  const { message, errors = [] } = parsed.data;
  const details = errors.map((it) =>
    typeof it === "string" ? it : (it.message ?? `${it.field ?? "a field"} ${it.code ?? ""}`),
  );
  return quoteGitHub([message, ...details].join(": "));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  const isTimeout = error.name === "TimeoutError" || /aborted due to timeout/i.test(error.message);
  return isTimeout ? "no answer in time" : quoteGitHub(`no answer: ${error.message}`);
}

function toTexts(headers: unknown): Readonly<Record<string, string>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(headers);
  const entries = Object.entries(parsed.data ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}
