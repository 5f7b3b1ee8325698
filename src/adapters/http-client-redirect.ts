import { type PreparedRequest, urlProblem, USUAL_HEADERS } from "./http-client-request.ts";

/** The request that a redirect leads to, or why it is not followed. */
export function followRedirect(
  asked: PreparedRequest,
  location: string,
  status: number,
): PreparedRequest | string {
  const url = URL.parse(location, asked.url.href);
  if (url === null) return "it names no valid URL";
  const problem = urlProblem(url) ?? downgrade(asked.url, url);
  if (problem !== undefined) return problem;
  const next = { ...(losesBody(asked.method, status) ? withoutBody(asked) : asked), url };
  if (url.origin === asked.url.origin) return next;
  // What was meant for one service is not handed to another: not its credentials, and not a body.
  return next.body === undefined
    ? { ...next, headers: USUAL_HEADERS }
    : "it would take the body of the request to another origin";
}

function downgrade(from: URL, to: URL): string | undefined {
  return from.protocol === "https:" && to.protocol === "http:"
    ? "it leaves https for http"
    : undefined;
}

/** As browsers do: 303 always asks anew, and 301 and 302 do after a POST. */
function losesBody(method: string, status: number): boolean {
  if (status === 303) return method !== "HEAD";
  return method === "POST" && (status === 301 || status === 302);
}

function withoutBody({ url, headers }: PreparedRequest): PreparedRequest {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith("content-"));
  return { url, method: "GET", headers: Object.fromEntries(kept) };
}
