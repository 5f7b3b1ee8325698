import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** One delivery whose signature holds. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly signature: string;
}

export interface IngressOptions {
  /** Whether the signature is ours over exactly these bytes. */
  readonly verify: (body: string, signature: string) => Promise<boolean>;
  /** Takes a delivery on and answers at once; `false` when there is no room. */
  readonly accept: (delivery: Delivery) => boolean;
  readonly isHealthy: () => boolean;
  /** Of all bodies together whose signature is not checked yet. */
  readonly uncheckedBytesMax?: number;
}

export const WEBHOOKS_PATH = "/api/github/webhooks";
/** GitHub's own limit for a payload. */
const BODY_BYTES_MAX = 25 * 1024 * 1024;
/** Anybody can send them, and their number is not bounded. */
const UNCHECKED_BYTES_MAX = 10 * BODY_BYTES_MAX;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADER = /^[\w.:-]{1,200}$/;

/** The only door: nothing is parsed before its signature was checked, and nothing is done before it was answered. */
export function createIngress(options: IngressOptions): Server {
  const room: Room = { bytes: options.uncheckedBytesMax ?? UNCHECKED_BYTES_MAX };
  const server = createServer((request, response) => {
    answer(options, request, room)
      .catch((): Answer => ({ status: 400, text: "the request broke off" }))
      .then(({ status, text }) => say(response, status, text))
      .catch(() => response.destroy());
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

/** What is left for bodies of strangers. */
interface Room {
  bytes: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function answer(
  options: IngressOptions,
  request: IncomingMessage,
  room: Room,
): Promise<Answer> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/healthz" && request.method === "GET") {
    return options.isHealthy()
      ? { status: 200, text: "ok" }
      : { status: 503, text: "shutting down" };
  }
  if (pathname !== WEBHOOKS_PATH) return { status: 404, text: "nothing is here" };
  if (request.method !== "POST") return { status: 405, text: "expected POST" };
  return await take(options, request, room);
}

async function take(
  options: IngressOptions,
  request: IncomingMessage,
  room: Room,
): Promise<Answer> {
  const event = header(request, "x-github-event");
  const id = header(request, "x-github-delivery");
  const signature = request.headers["x-hub-signature-256"];
  if (event === undefined || id === undefined || typeof signature !== "string") {
    return { status: 400, text: "expected a webhook of GitHub with its signature" };
  }
  const body = await readBody(request, room);
  if (typeof body !== "string") return body;
  if (!(await options.verify(body, signature).catch(() => false))) {
    return { status: 401, text: "the signature does not fit; compare the webhook secrets" };
  }
  return options.accept({ id, event, body, signature })
    ? { status: 202, text: "accepted" }
    : { status: 503, text: "too much is waiting; the sweep will find it" };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" && HEADER.test(value) ? value : undefined;
}

async function readBody(request: IncomingMessage, room: Room): Promise<string | Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      room.bytes -= part.length;
      if (bytes > BODY_BYTES_MAX) return TOO_LARGE;
      if (room.bytes < 0) return NO_ROOM;
      chunks.push(part);
    }
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    room.bytes += bytes;
  }
}

const TOO_LARGE: Answer = { status: 413, text: `expected at most ${BODY_BYTES_MAX} bytes` };
const NO_ROOM: Answer = { status: 503, text: "too much is coming in; the sweep will find it" };

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    // What is left of a body that is not wanted is not read.
    ...(status === 413 || status === 503 ? { connection: "close" } : {}),
  });
  response.end(`${text}\n`);
}
