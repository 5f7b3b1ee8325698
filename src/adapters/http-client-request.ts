import { validateHeaderName, validateHeaderValue } from "node:http";
import type { HttpQuestion } from "../ports/http-client.ts";

/** A request that can be made. Names of headers are in lower case. */
export interface PreparedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What every request carries unless the question says otherwise. Nothing compressed is asked for: what it unpacks to has no bound. */
export const USUAL_HEADERS: Readonly<Record<string, string>> = {
  accept: "*/*",
  "accept-encoding": "identity",
  "user-agent": "kazi",
};

/** A request, or why none can ever be made of this question. */
export function prepareRequest(question: HttpQuestion): PreparedRequest | string {
  const url = URL.parse(question.url);
  if (url === null) return "the URL is not valid: expected http:// or https:// and a host";
  const problem = urlProblem(url) ?? methodProblem(question.method) ?? headersProblem(question);
  if (problem !== undefined) return problem;
  const { method, headers, body } = question;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    url,
    method,
    headers: { ...USUAL_HEADERS, ...Object.fromEntries(named) },
    ...(body === undefined ? {} : { body }),
  };
}

/** Why nobody asks at this URL. */
export function urlProblem({ protocol, username, password, port }: URL): string | undefined {
  if (protocol !== "http:" && protocol !== "https:") {
    return `the URL begins with ${protocol.slice(0, 20)}: expected http:// or https://`;
  }
  if (FOREIGN_PORTS.has(Number(port))) {
    return `port ${port} belongs to another protocol: expected one of a web server`;
  }
  return username === "" && password === ""
    ? undefined
    : "the URL holds a user name or password: send an authorization header instead";
}

function methodProblem(method: string): string | undefined {
  const isAllowed = /^[A-Z][A-Z-]{0,19}$/.test(method) && !FORBIDDEN_METHODS.has(method);
  return isAllowed ? undefined : `the method ${method.slice(0, 20)} is not allowed in a request`;
}

function headersProblem({ headers }: HttpQuestion): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (CONNECTION_HEADERS.has(name.toLowerCase())) {
      return `the header ${name} belongs to the connection: leave it out`;
    }
    if (!isValidHeader(name, value)) {
      return `the header ${name.slice(0, 50)} is not allowed in a request: expected a name of letters, digits and "-", and a value on one line`;
    }
  }
  return undefined;
}

function isValidHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Those of the Fetch standard: what listens there could take a request for words of its own protocol. */
const FOREIGN_PORTS: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10_080,
]);

const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** They say where a message ends or what becomes of the connection. */
const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
