import type { LookupFunction } from "node:net";
import { createHttpClient } from "../../src/adapters/http-client-node.ts";
import type { HttpAnswer, HttpQuestion } from "../../src/ports/http-client.ts";

/** Asks a server of this test; with `lookUp` names mean what the test says. */
export async function ask(
  url: string,
  change: Partial<HttpQuestion> = {},
  lookUp?: LookupFunction,
): Promise<HttpAnswer> {
  return await createHttpClient(lookUp).request({
    url,
    method: "GET",
    headers: {},
    redirectsMax: 0,
    tls: "verify",
    allowHosts: ["127.0.0.1"],
    timeoutMs: 10_000,
    bodyBytesMax: 100,
    signal: new AbortController().signal,
    ...change,
  });
}
