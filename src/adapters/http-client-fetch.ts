import type { HttpAnswer, HttpClient, HttpQuestion } from "../ports/http-client.ts";

const TIMER_MS_MAX = 2_147_483_647;

/** Asks by the runtime's own fetch. */
export function createHttpClient(): HttpClient {
  return { request };
}

async function request(question: HttpQuestion): Promise<HttpAnswer> {
  const prepared = prepare(question);
  if (typeof prepared === "string") return { kind: "failure", reason: prepared, permanent: true };
  const timeout = AbortSignal.timeout(Math.min(question.timeoutMs, TIMER_MS_MAX));
  try {
    const signal = AbortSignal.any([question.signal, timeout]);
    const response = await fetch(prepared, { signal, redirect: "manual" });
    return await toAnswer(response, question.bodyBytesMax);
  } catch (error) {
    if (question.signal.aborted) return failure("interrupted");
    return timeout.aborted
      ? failure(`timed out after ${question.timeoutMs} ms`)
      : failure(reasonOf(error, prepared.url));
  }
}

/** A request, or why none can ever be made of this question. */
function prepare(question: HttpQuestion): Request | string {
  const url = URL.parse(question.url);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return "the URL is not valid: expected http:// or https:// and a host";
  }
  if (url.username !== "" || url.password !== "") {
    return "the URL holds a user name or password: send an authorization header instead";
  }
  try {
    return new Request(url, { method: question.method, headers: { ...question.headers } });
  } catch {
    return `the method ${question.method} or a header is not allowed in a request`;
  }
}

async function toAnswer(response: Response, bodyBytesMax: number): Promise<HttpAnswer> {
  const location = response.headers.get("location");
  return {
    kind: "response",
    status: response.status,
    ...(await readBody(response, bodyBytesMax)),
    ...(location === null ? {} : { location }),
  };
}

async function readBody(
  response: Response,
  bytesMax: number,
): Promise<{ body: string; truncated: boolean }> {
  const chunks: Uint8Array[] = [];
  let left = bytesMax;
  // Leaving the loop cancels the rest of the body.
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk.subarray(0, left));
    if (chunk.length > left) return { body: decode(chunks), truncated: true };
    left -= chunk.length;
  }
  return { body: decode(chunks), truncated: false };
}

function decode(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function reasonOf(error: unknown, url: string): string {
  const code = codeOf(error instanceof Error ? error.cause : undefined) ?? codeOf(error) ?? "";
  const host = URL.parse(url)?.host ?? "the host";
  const words = PROBLEMS[code] ?? (isTlsCode(code) ? "its TLS certificate is not trusted" : "");
  if (words !== "") return `${host}: ${words} (${code})`;
  return code === "" ? `${host}: the request failed` : `${host}: the request failed (${code})`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

function isTlsCode(code: string): boolean {
  return /CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code);
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the name could not be resolved",
  EAI_AGAIN: "the name could not be resolved for now",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was reset",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  UND_ERR_SOCKET: "the connection was closed before the answer was complete",
  EPIPE: "the connection was closed before the answer was complete",
};

function failure(reason: string): HttpAnswer {
  return { kind: "failure", reason, permanent: false };
}
