import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { performance } from "node:perf_hooks";
import type { Token } from "../fakes/github/model.ts";
import { matchRoute } from "../fakes/github/router.ts";
import { ALL_ROUTES } from "../fakes/github/routes.ts";
import type { LocalGitHub } from "../fakes/github/start-github.ts";

/** A request that reached a server of this process. */
export interface LoggedRequest {
  readonly kind: "api" | "git" | "other";
  /** `GET /repos/{owner}/{repo}`, or the service of git. */
  readonly name: string;
  /** Of a webhook. */
  readonly event: string;
  /** What it was made with; absent for an App's own signature and for no credentials. */
  readonly token: Token | undefined;
  readonly atMs: number;
}

export interface RequestLog {
  readonly requests: readonly LoggedRequest[];
  close(): void;
}

const CHANNEL = "http.server.request.start";

/** Notes what reaches the local GitHub and the App, without a word from either. */
export function openRequestLog(github: LocalGitHub): RequestLog {
  const requests: LoggedRequest[] = [];
  function hear(message: unknown): void {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    if (!(message.request instanceof IncomingMessage)) return;
    requests.push(toLogged(github, message.request));
  }
  subscribe(CHANNEL, hear);
  return {
    requests,
    close: () => unsubscribe(CHANNEL, hear),
  };
}

function toLogged({ world, url }: LocalGitHub, request: IncomingMessage): LoggedRequest {
  const address = new URL(request.url ?? "/", url);
  const common = {
    event: String(request.headers["x-github-event"] ?? ""),
    token: tokenIn(world.tokens, request.headers.authorization),
    atMs: performance.now(),
  };
  const service = serviceOf(address);
  if (service !== undefined) return { ...common, kind: "git", name: service };
  const path = pathOfApi(address);
  const { method = "GET" } = request;
  if (path === undefined) return { ...common, kind: "other", name: address.pathname };
  const template = matchRoute(ALL_ROUTES, method, path)?.route.template ?? path;
  return { ...common, kind: "api", name: `${method} ${template}` };
}

function serviceOf({ pathname, searchParams }: URL): string | undefined {
  if (pathname.endsWith("/info/refs")) return `${searchParams.get("service")} (refs)`;
  return /\/(git-(?:upload|receive)-pack)$/.exec(pathname)?.[1];
}

function pathOfApi({ pathname }: URL): string | undefined {
  if (pathname === "/api/graphql") return "/graphql";
  return pathname.startsWith("/api/v3/") ? pathname.slice("/api/v3".length) : undefined;
}

function tokenIn(
  tokens: ReadonlyMap<string, Token>,
  authorization: string | undefined,
): Token | undefined {
  const [, scheme = "", value = ""] = /^(\S+) +(\S+)$/.exec(authorization ?? "") ?? [];
  if (scheme.toLowerCase() !== "basic") return tokens.get(value);
  return tokens.get(Buffer.from(value, "base64").toString("utf8").split(":")[1] ?? "");
}
