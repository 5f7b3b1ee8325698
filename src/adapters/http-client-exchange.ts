import type { LookupAddress } from "node:dns";
import { type IncomingMessage, request as requestHttp, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { HttpAnswer, HttpQuestion } from "../ports/http-client.ts";
import { addressRefusal } from "./address-guard.ts";
import { describeFailure, NoAddress, RefusedAddress } from "./http-client-failure.ts";
import type { PreparedRequest } from "./http-client-request.ts";

const HEADER_BYTES_MAX = 32 * 1024;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One request and its answer on a connection of its own; throws when it is interrupted. */
export async function exchange(
  asked: PreparedRequest,
  question: HttpQuestion,
  lookUp: LookupFunction,
): Promise<HttpAnswer> {
  question.signal.throwIfAborted();
  try {
    return await ask(asked, question, lookUp);
  } catch (error) {
    question.signal.throwIfAborted();
    return { kind: "failure", ...describeFailure(error, asked.url.host) };
  }
}

async function ask(
  asked: PreparedRequest,
  question: HttpQuestion,
  lookUp: LookupFunction,
): Promise<HttpAnswer> {
  const host = asked.url.hostname;
  const bare = host.replace(/^\[|\]$/g, "");
  // A literal address is connected to without any lookup.
  const refusal = isIP(bare) === 0 ? undefined : refusalOf([bare], host, question.allowHosts);
  if (refusal !== undefined) throw refusal;
  const response = await send(asked, {
    signal: question.signal,
    lookup: guardedLookup(lookUp, question.allowHosts),
    rejectUnauthorized: question.tls === "verify",
    // The certificate must be the one of the URL, whatever a host header says.
    servername: isIP(bare) === 0 ? host : "",
  });
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  const isRedirect = REDIRECTS.has(status) && location !== undefined;
  return {
    kind: "response",
    status,
    ...(await readBody(response, question.bodyBytesMax)),
    ...(isRedirect ? { location } : {}),
  };
}

interface SendOptions extends RequestOptions {
  readonly rejectUnauthorized: boolean;
  readonly servername: string;
}

async function send(
  { url, method, headers, body }: PreparedRequest,
  options: SendOptions,
): Promise<IncomingMessage> {
  const answered = Promise.withResolvers<IncomingMessage>();
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    ...options,
    method,
    headers: { ...headers, ...length },
    // An agent of its own: no connection is kept, and none goes through a proxy of the environment.
    agent: false,
    maxHeaderSize: HEADER_BYTES_MAX,
  });
  request.once("response", answered.resolve);
  request.on("error", answered.reject);
  // An answer that changes the protocol ends the connection without an error.
  request.once("close", () => {
    answered.reject(new Error("closed"));
  });
  request.end(body);
  return await answered.promise;
}

/** Looks once and hands over exactly what was looked at, so that no second answer can slip in between. */
function guardedLookup(lookUp: LookupFunction, allowHosts: readonly string[]): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      // Where there is an error there is nothing found, whatever the types say.
      const addresses = Array.isArray(found) ? found : [];
      const problem = error ?? problemOf(addresses, host, allowHosts) ?? null;
      if (problem !== null || options.all === true) callback(problem, addresses);
      else callback(null, addresses[0]?.address ?? "", addresses[0]?.family);
    });
  };
}

function problemOf(
  addresses: readonly LookupAddress[],
  host: string,
  allowHosts: readonly string[],
): Error | undefined {
  const texts = addresses.map(({ address }) => address);
  return texts.length === 0 ? new NoAddress() : refusalOf(texts, host, allowHosts);
}

/** One address that is refused is enough: which of them is taken is not ours to say. */
function refusalOf(
  addresses: readonly string[],
  host: string,
  allowHosts: readonly string[],
): RefusedAddress | undefined {
  const refusals = addresses.map((address) => addressRefusal({ host, address, allowHosts }));
  const refusal = refusals.find((it) => it !== undefined);
  return refusal === undefined ? undefined : new RefusedAddress(refusal);
}

async function readBody(
  response: IncomingMessage,
  bytesMax: number,
): Promise<{ body: string; truncated: boolean }> {
  // One piece of memory: a body of many tiny chunks would need far more than its own size.
  const kept = Buffer.alloc(bytesMax);
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of bytesOf(response)) {
    kept.set(chunk.subarray(0, bytesMax - length), length);
    length += chunk.length;
    if (length > bytesMax) return { body: kept.toString("utf8"), truncated: true };
  }
  return { body: kept.toString("utf8", 0, length), truncated: false };
}

function bytesOf(response: IncomingMessage): AsyncIterable<Uint8Array> {
  return response;
}
