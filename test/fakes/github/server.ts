import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { answerApi } from "./answer-api.ts";
import { answerHook } from "./git/answer-hook.ts";
import { serveGit } from "./git/serve-git.ts";
import type { World } from "./model.ts";
import type { Reply } from "./respond.ts";

/** Enough for 25 MB of annotations and blobs; more than that is a mistake. */
const BODY_BYTES_MAX = 50_000_000;

/** One server for everything, laid out as GitHub Enterprise is. */
export async function serve(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", world.url);
  if (url.pathname.startsWith("/_receive/")) {
    send(response, await answerHook(world, url, request));
    return;
  }
  const path = apiPath(url);
  if (path !== undefined) {
    send(response, await answerApi(world, await readRequest(request, url, path)));
    return;
  }
  await serveGit(world, { request, response, url });
}

function apiPath(url: URL): string | undefined {
  if (url.pathname.startsWith("/api/v3")) {
    return url.pathname.slice("/api/v3".length) || "/";
  }
  if (url.pathname === "/api/graphql") {
    return "/graphql";
  }
  return url.pathname.startsWith("/_") ? url.pathname : undefined;
}

async function readRequest(
  request: IncomingMessage,
  url: URL,
  path: string,
): Promise<Parameters<typeof answerApi>[1]> {
  if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES_MAX) {
    throw new Error(`The body of ${url.pathname} is too big.`);
  }
  const bytes = await buffer(request);
  return {
    method: request.method ?? "GET",
    url,
    path,
    headers: request.headers,
    text: bytes.toString("utf8"),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  const { bytes, body } = reply;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const content = bytes?.content ?? text;
  const type = bytes?.type ?? "application/json; charset=utf-8";
  response.writeHead(reply.status, {
    ...(content === undefined
      ? {}
      : { "content-type": type, "content-length": Buffer.byteLength(content) }),
    ...reply.headers,
  });
  response.end(content);
}
