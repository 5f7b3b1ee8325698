import { setTimeout as waitFor } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import type { z } from "zod";
import { KaziError } from "../model/kazi-error.ts";
import { type GitHubRequest, type Heard, type Refusal, sendToGitHub } from "./github-send.ts";
import { type Setback, waitAfter } from "./github-setback.ts";
import { githubTrouble } from "./github-trouble.ts";

/** Asks GitHub's API. What GitHub will not do is an answer; what cannot be known is thrown. */
export interface GitHubClient {
  ask<T>(question: RestQuestion<T>): Promise<GitHubAnswer<T>>;
  askGraph<T>(question: GraphQuestion<T>): Promise<GitHubAnswer<T>>;
  /** How many requests went out by route, repeated ones included. */
  readonly calls: ReadonlyMap<string, number>;
}

interface QuestionCommon<T> {
  /** Completes "expected to ...". */
  readonly purpose: string;
  /** The fields that are used of what comes back. */
  readonly answer: z.ZodType<T>;
  /** Asking twice does no harm even if the first was heard. Reads by REST never do any. */
  readonly isRepeatable?: boolean;
}

/** A question by REST. */
export interface RestQuestion<T> extends QuestionCommon<T> {
  /** In the words of GitHub's reference: `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A question by GraphQL. */
export interface GraphQuestion<T> extends QuestionCommon<T> {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type GitHubAnswer<T> =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly value: T;
      /** The `Link` header: empty on the only page. */
      readonly link: string;
    }
  | Refusal;

export interface GitHubClientOptions {
  /** `https://api.github.com`, or `https://<host>/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
  readonly userAgent?: string;
  readonly signal?: AbortSignal;
  /** For one answer, its body included. */
  readonly timeoutMs?: number;
  readonly pause?: (waitMs: number, signal: AbortSignal | undefined) => Promise<void>;
}

const TIMEOUT_MS = 30_000;
const ATTEMPTS_MAX = 4;
/** All waits of one question together: a secondary limit asks for a minute. */
const WAIT_MS_MAX = 120_000;
const UNKNOWN_TOKEN_WAIT_MS = 1_000;

/** A client for one token; of two questions neither waits for the other. */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const baseUrl = options.apiUrl.replace(/\/+$/, "");
  const line: Line = {
    options,
    calls: new Map(),
    octokit: new Octokit({
      baseUrl,
      auth: options.token,
      userAgent: options.userAgent ?? "kazi",
      log: { debug: silent, info: silent, warn: silent, error: silent },
    }),
  };
  return {
    calls: line.calls,
    ask: async (question) => await ask(line, restRequest(question), question.answer),
    askGraph: async (question) => await ask(line, graphRequest(baseUrl, question), question.answer),
  };
}

type FinallyHeard = Exclude<Heard, { readonly kind: "setback" }>;

interface Line {
  readonly options: GitHubClientOptions;
  readonly octokit: Octokit;
  readonly calls: Map<string, number>;
}

interface NamedRequest extends GitHubRequest {
  readonly name: string;
  readonly purpose: string;
  readonly isRepeatable: boolean;
}

function restRequest(question: RestQuestion<unknown>): NamedRequest {
  const { route, purpose, parameters } = question;
  const isRepeatable = route.startsWith("GET ") || question.isRepeatable === true;
  return { name: route, purpose, route, parameters, isRepeatable, isGraph: false };
}

/** An Enterprise Server has GraphQL beside its REST folder and not below it. */
function graphRequest(restUrl: string, question: GraphQuestion<unknown>): NamedRequest {
  const { purpose, query, variables } = question;
  return {
    name: `graphql ${question.name}`,
    purpose,
    route: "POST /graphql",
    parameters: { baseUrl: restUrl.replace(/\/api\/v3$/, "/api"), query, variables },
    isRepeatable: question.isRepeatable === true,
    isGraph: true,
  };
}

async function ask<T>(
  line: Line,
  request: NamedRequest,
  schema: z.ZodType<T>,
): Promise<GitHubAnswer<T>> {
  const first = await askUntilHeard(line, request);
  const heard = isUnknownToken(first) ? await askAgain(line, request) : first;
  if (heard.kind === "answered") return { ...heard, value: parse(request, schema, heard.value) };
  if (isUnknownToken(heard)) throw unknownToken(request, heard);
  return heard;
}

function isUnknownToken(heard: FinallyHeard): boolean {
  return heard.kind === "refused" && heard.status === 401;
}

/** A token that was made a moment ago is not known everywhere at once. */
async function askAgain(line: Line, request: NamedRequest): Promise<FinallyHeard> {
  const { signal, pause = wait } = line.options;
  await pause(UNKNOWN_TOKEN_WAIT_MS, signal);
  return await askUntilHeard(line, request);
}

/** Nothing that a caller could answer to. */
function unknownToken(request: NamedRequest, refusal: Refusal): KaziError {
  return githubTrouble("github-refused", {
    purpose: request.purpose,
    found: `401 ${refusal.said}`,
    advice: "the token is wrong, expired or revoked: give kazi a new one",
  });
}

async function askUntilHeard(line: Line, request: NamedRequest): Promise<FinallyHeard> {
  const { signal, pause = wait } = line.options;
  const { isRepeatable } = request;
  let leftMs = WAIT_MS_MAX;
  for (let attempt = 1; ; attempt += 1) {
    const heard = await send(line, request);
    if (heard.kind !== "setback") return heard;
    const waitMs = waitAfter(heard.setback, { attempt, isRepeatable, nowMs: Date.now() });
    if (waitMs === undefined || waitMs > leftMs || attempt >= ATTEMPTS_MAX) {
      throw giveUp(request, heard.setback, waitMs);
    }
    leftMs -= waitMs;
    await pause(waitMs, signal);
  }
}

async function send(line: Line, request: NamedRequest): Promise<Heard> {
  const { signal, timeoutMs = TIMEOUT_MS } = line.options;
  requireGoingOn(signal);
  line.calls.set(request.name, (line.calls.get(request.name) ?? 0) + 1);
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const heard = await sendToGitHub(line.octokit, request, either);
  if (heard.kind === "setback") requireGoingOn(signal);
  return heard;
}

function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new KaziError({ code: "interrupted", message: "interrupted by a person" });
  }
}

function parse<T>(request: NamedRequest, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw githubTrouble("github-unavailable", {
    purpose: request.purpose,
    found: `an answer to ${request.name} with ${place === "" ? "its whole" : place}: ${issue?.message ?? "unknown"}`,
    advice: "GitHub's API may have changed, or something stands between that answers for it",
  });
}

function giveUp(request: NamedRequest, setback: Setback, waitMs: number | undefined): KaziError {
  const found = `${setback.status ?? ""} ${setback.said}`.trim();
  const { purpose } = request;
  if (setback.isLimit) {
    const advice = `GitHub limits this token: try again in ${Math.ceil((waitMs ?? 0) / 60_000)} min`;
    return githubTrouble("github-unavailable", { purpose, found, advice });
  }
  const advice = request.isRepeatable
    ? "GitHub or the way to it is disturbed: try again later"
    : "it is not known whether GitHub did it: look before it is tried again";
  return githubTrouble("github-unavailable", { purpose, found, advice });
}

async function wait(waitMs: number, signal: AbortSignal | undefined): Promise<void> {
  await waitFor(waitMs, undefined, signal === undefined ? {} : { signal }).catch(() => {
    requireGoingOn(signal);
  });
}

function silent(): void {
  // Everything that octokit would print comes back as an answer.
}
