import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { authenticate } from "../authenticate.ts";
import type { Repository, Token, World } from "../model.ts";
import { canSee, findDenial } from "../permissions.ts";
import { ApiError } from "../respond.ts";
import { GIT_ENVIRONMENT } from "../run-git.ts";
import { announceMoves } from "./announce-moves.ts";
import { pushes } from "./pushes.ts";
import { rewriteReport } from "./rewrite-report.ts";

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

interface GitAddress {
  readonly fullName: string;
  readonly service: string;
  /** `/info/refs`, `/git-upload-pack`, `/git-receive-pack`. */
  readonly path: string;
}

/** Git's smart HTTP by git's own `http-backend`, with GitHub's refusals in front of it. */
export async function serveGit(world: World, exchange: Exchange): Promise<void> {
  const address = parseAddress(exchange.url);
  if (address === undefined) {
    answerText(exchange.response, 404, "Not Found");
    return;
  }
  const entry = enter(world, exchange.request, address);
  if (entry.kind === "refused") {
    answerText(exchange.response, entry.status, entry.text);
    return;
  }
  const { repository, token } = entry;
  if (address.service === "git-receive-pack" && exchange.request.method === "POST") {
    await receive(world, exchange, { repository, token, address });
    return;
  }
  await runBackend(exchange, { repository, address, environment: {} }, (part) => {
    exchange.response.write(part);
  });
  exchange.response.end();
}

function parseAddress(url: URL): GitAddress | undefined {
  const groups =
    /^\/(?<name>[^/]+\/[^/]+?)(?:\.git)?(?<path>\/(?:info\/refs|git-(?:upload|receive)-pack))$/.exec(
      url.pathname,
    )?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { name = "", path: gitPath = "" } = groups;
  const service = url.searchParams.get("service") ?? gitPath.slice(1);
  return { fullName: name, service, path: gitPath };
}

type Entry =
  | { readonly kind: "allowed"; readonly repository: Repository; readonly token: Token }
  | { readonly kind: "refused"; readonly status: number; readonly text: string };

function enter(world: World, request: IncomingMessage, address: GitAddress): Entry {
  const token = tryAuthenticate(world, request.headers.authorization);
  if (token === undefined) {
    return refused(
      401,
      "Invalid username or token. Password authentication is not supported for Git operations.",
    );
  }
  const name = address.fullName.toLowerCase();
  const repository = world.repositories.find((it) => it.fullName.toLowerCase() === name);
  const level = address.service === "git-receive-pack" ? "write" : "read";
  if (token.kind === "anonymous" && (level === "write" || repository?.isPrivate !== false)) {
    return refused(401, "No anonymous write access.");
  }
  if (repository === undefined || !canSee(token, repository)) {
    return refused(404, "Repository not found.");
  }
  return findDenial(token, repository, { name: "contents", level }) === undefined
    ? { kind: "allowed", repository, token }
    : refused(403, denialText(token, repository, level));
}

function refused(status: number, text: string): Entry {
  return { kind: "refused", status, text };
}

function denialText(token: Token, repository: Repository, level: string): string {
  return token.kind === "user" || token.kind === "workflow" || level === "read"
    ? `Permission to ${repository.fullName}.git denied to ${token.actor.login}.`
    : "Write access to repository not granted.";
}

function tryAuthenticate(world: World, authorization: string | undefined): Token | undefined {
  try {
    const credentials = authenticate(world, authorization);
    return credentials.kind === "token" ? credentials.token : undefined;
  } catch (error) {
    if (error instanceof ApiError) {
      return undefined;
    }
    throw error;
  }
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=UTF-8",
    ...(status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {}),
  });
  response.end(text);
}

interface Receipt {
  readonly repository: Repository;
  readonly token: Token;
  readonly address: GitAddress;
}

/** A push: the hooks ask back while it goes on, and the client hears the end when everybody has been told. */
async function receive(world: World, exchange: Exchange, it: Receipt): Promise<void> {
  const id = randomUUID();
  const verdictsFile = path.join(world.folder, `push-${id}`);
  await writeFile(verdictsFile, "");
  const push = {
    repository: it.repository,
    token: it.token,
    verdictsFile,
    refusals: [],
    moved: [],
  };
  pushes.set(id, push);
  try {
    const parts: Buffer[] = [];
    const environment = {
      LOCAL_GITHUB_PORT: new URL(world.url).port,
      LOCAL_GITHUB_PUSH: id,
      LOCAL_GITHUB_VERDICTS: verdictsFile,
    };
    await runBackend(exchange, { ...it, environment }, (part) => parts.push(part));
    await announceMoves(world, it, push.moved);
    exchange.response.end(rewriteReport(Buffer.concat(parts), push.refusals));
  } finally {
    pushes.delete(id);
    await rm(verdictsFile, { force: true });
  }
}

interface Backend {
  readonly repository: Repository;
  readonly address: GitAddress;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs the CGI; writes the head of the response itself and hands over the parts of its body. */
async function runBackend(
  { request, response, url }: Exchange,
  backend: Backend,
  onBody: (part: Buffer) => void,
): Promise<void> {
  const { gitDir } = backend.repository;
  const child = spawn("git", ["http-backend"], {
    env: {
      ...GIT_ENVIRONMENT,
      ...cgiEnvironment(request, url),
      GIT_PROJECT_ROOT: path.dirname(gitDir),
      PATH_INFO: `/${path.basename(gitDir)}${backend.address.path}`,
      ...backend.environment,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {});
  request.pipe(child.stdin);
  request.on("close", () => child.stdin.end());
  const errors = buffer(child.stderr);
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const part of child.stdout) {
    if (head === undefined) {
      onBody(part);
      continue;
    }
    head = Buffer.concat([head, part]);
    const end = head.indexOf("\r\n\r\n");
    if (end >= 0) {
      writeHead(response, head.toString("latin1", 0, end));
      onBody(head.subarray(end + 4));
      head = undefined;
    }
  }
  if (head !== undefined) {
    answerText(response, 500, (await errors).toString("utf8"));
  }
}

function cgiEnvironment(request: IncomingMessage, url: URL): Record<string, string> {
  const { headers } = request;
  const length = headers["content-length"];
  return {
    GIT_HTTP_EXPORT_ALL: "1",
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? "GET",
    CONTENT_TYPE: headers["content-type"] ?? "",
    HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
    GIT_PROTOCOL: String(headers["git-protocol"] ?? ""),
    REMOTE_USER: "git",
    ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
  };
}

function writeHead(response: ServerResponse, text: string): void {
  const fields = text.split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const status = fields.find(([name]) => name.toLowerCase() === "status")?.[1];
  const others = fields.filter(([name]) => name.toLowerCase() !== "status");
  response.writeHead(Number.parseInt(status ?? "200", 10), Object.fromEntries(others));
}
