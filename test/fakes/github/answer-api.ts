import { createHash, randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ANONYMOUS, authenticate, type Credentials } from "./authenticate.ts";
import type { Repository, Token, World } from "./model.ts";
import { canSee, findDenial } from "./permissions.ts";
import { rateHeaders, refundRequest, spendRequest } from "./rate-limit.ts";
import { ApiError, forbidden, notFound, refusal, type Reply } from "./respond.ts";
import { type Call, type Match, matchRoute, type Need } from "./router.ts";
import { ALL_ROUTES } from "./routes.ts";

export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  /** Below `/api/v3`, or the whole path of what is not GitHub's API. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Answers one request to the API, refusals included, and shows it to the observers. */
export async function answerApi(world: World, request: ApiRequest): Promise<Reply> {
  const match = findMatch(request);
  const fault = match && world.faults.answer?.(request.method, match.route.template);
  if (fault !== undefined) {
    return withCommonHeaders(world, fault);
  }
  const matched = { request, match, body: parseJson(request.text) };
  const answered = withCommonHeaders(world, await replyOrRefuse(world, matched));
  show(world, matched, answered);
  return answered;
}

/** An address that cannot be decoded is the address of nothing. */
function findMatch({ method, path }: ApiRequest): Match | undefined {
  try {
    decodeURIComponent(path);
  } catch {
    return undefined;
  }
  return matchRoute(ALL_ROUTES, method, path);
}

interface Matched {
  readonly request: ApiRequest;
  readonly match: Match | undefined;
  readonly body: unknown;
}

function show(world: World, { request, match, body }: Matched, answered: Reply): void {
  for (const observer of world.observers) {
    observer({
      method: request.method,
      template: match?.route.template ?? request.path,
      query: Object.fromEntries(request.url.searchParams),
      requestBody: body === "malformed" ? undefined : body,
      status: answered.status,
      responseBody: answered.body ?? answered.bytes?.content,
    });
  }
}

async function replyOrRefuse(world: World, matched: Matched): Promise<Reply> {
  try {
    return await admit(world, matched);
  } catch (error) {
    if (error instanceof ApiError) {
      return { status: error.status, body: error.body, headers: error.headers };
    }
    // The local GitHub is wrong, not whoever asked: a test that goes on must still hear of it.
    world.violate(`${matched.request.method} ${matched.request.path}: ${stackOf(error)}`);
    return { status: 500, body: { message: "Server Error" } };
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function admit(world: World, { request, match, body }: Matched): Promise<Reply> {
  if (match?.route.template.startsWith("/_") === true) {
    const credentials: Credentials = { kind: "token", token: ANONYMOUS };
    return await dispatch(world, { request, match, body, credentials });
  }
  const credentials = authenticate(world, request.headers.authorization);
  const token = credentials.kind === "token" ? credentials.token : undefined;
  const isFree = match?.route.template === "/rate_limit";
  const rate = isFree ? undefined : spendRequest(world, token);
  const answered = await refusable(async () => {
    if (match === undefined) throw notFound();
    if (body === "malformed") throw refusal(400, "Problems parsing JSON");
    return await dispatch(world, { request, match, body, credentials });
  });
  const tagged = withEntityTag(request, answered);
  const state = tagged.status === 304 ? refundRequest(world, token) : rate;
  return state === undefined
    ? tagged
    : { ...tagged, headers: { ...rateHeaders(state), ...tagged.headers } };
}

/** A refusal is an answer like another: it counts, and carries the same headers. */
async function refusable(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) {
      return { status: error.status, body: error.body, headers: error.headers };
    }
    throw error;
  }
}

interface Dispatch {
  readonly request: ApiRequest;
  readonly match: Match;
  readonly body: unknown;
  readonly credentials: Credentials;
}

async function dispatch(world: World, it: Dispatch): Promise<Reply> {
  const { route, params } = it.match;
  const { method, url, headers } = it.request;
  const common = { world, method, url, params, headers, body: it.body };
  if (route.scope === "app") {
    if (it.credentials.kind !== "app") {
      throw refusal(401, "A JSON web token could not be decoded");
    }
    return await route.handle({
      ...common,
      token: ANONYMOUS,
      app: it.credentials.app,
    });
  }
  if (it.credentials.kind === "app") {
    throw forbidden("Resource not accessible by integration");
  }
  const call: Call = { ...common, token: it.credentials.token };
  switch (route.scope) {
    case "public":
      return await route.handle(call);
    case "token":
      if (call.token.kind === "anonymous") throw refusal(401, "Requires authentication");
      return await route.handle(call);
    case "repository": {
      const repository = findRepository(world, params, call.token);
      refuseDenied(call.token, repository, route.permission);
      return await route.handle({ ...call, repository });
    }
  }
}

/** GitHub names the permission that would have been enough in a header. */
function refuseDenied(token: Token, repository: Repository, need: Need): void {
  const denial = findDenial(token, repository, need);
  if (denial?.status === 403) {
    const accepted = `${need.name}=${need.level}`;
    const headers = { ...denial.headers, "x-accepted-github-permissions": accepted };
    throw new ApiError(403, denial.body, headers);
  }
  if (denial !== undefined) {
    throw denial;
  }
}

function findRepository(
  world: World,
  params: Readonly<Record<string, string>>,
  token: Token,
): Repository {
  const fullName = `${params["owner"]}/${params["repo"]}`.toLowerCase();
  const found = world.repositories.find((it) => it.fullName.toLowerCase() === fullName);
  if (found === undefined || !canSee(token, found)) {
    throw notFound();
  }
  return found;
}

function parseJson(text: string): unknown {
  if (text === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return "malformed";
  }
}

function withEntityTag(request: ApiRequest, reply: Reply): Reply {
  if (request.method !== "GET" || reply.status !== 200 || reply.body === undefined) {
    return reply;
  }
  const digest = createHash("sha256").update(JSON.stringify(reply.body)).digest("hex");
  const etag = `W/"${digest}"`;
  const headers = { ...reply.headers, etag };
  return request.headers["if-none-match"] === etag
    ? { status: 304, headers }
    : { ...reply, headers };
}

function withCommonHeaders(world: World, reply: Reply): Reply {
  return {
    ...reply,
    headers: {
      "cache-control": "private, max-age=60, s-maxage=60",
      date: new Date(world.nowMs()).toUTCString(),
      server: "local-github",
      "x-github-media-type": "github.v3; format=json",
      "x-github-request-id": randomUUID(),
      ...reply.headers,
    },
  };
}
