import type { IncomingHttpHeaders, RequestListener } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HttpAnswer } from "../../src/ports/http-client.ts";
import { ask } from "./ask.ts";
import { closeServers, serve } from "./local-server.ts";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

const asked: Asked[] = [];
beforeEach(() => {
  asked.length = 0;
});
afterEach(closeServers);

function follow(paths: Readonly<Record<string, readonly [number, string]>>): RequestListener {
  return ({ method = "", url: path = "", headers }, response) => {
    asked.push({ method, path, headers });
    const [status, location] = paths[path] ?? [200, ""];
    response.writeHead(status, location === "" ? {} : { location }).end(`${method} ${path}`);
  };
}

test("followRedirect(): a redirect within the origin keeps what was sent", async () => {
  const url = await serve(follow({ "/": [302, "/a"], "/a": [307, "b?c"] }));
  const headers = { authorization: "Bearer abc" };
  expect(await ask(url, { redirectsMax: 2, headers })).toEqual({
    kind: "response",
    status: 200,
    body: "GET /b?c",
    truncated: false,
    url: `${url}b?c`,
  });
  expect(asked.map((it) => it.headers.authorization)).toEqual(Array(3).fill("Bearer abc"));
});

test("followRedirect(): what was sent stays with its origin, also on the way back", async () => {
  const paths: Record<string, readonly [number, string]> = {};
  const elsewhere = await serve(follow(paths));
  const home = await serve(follow({ "/": [302, elsewhere] }));
  paths["/"] = [302, `${home}back`];
  const headers = { authorization: "Bearer abc", cookie: "a=b", "x-api-key": "abc" };
  const answer = await ask(home, { redirectsMax: 3, headers });
  expect(answer).toMatchObject({ status: 200, body: "GET /back", url: `${home}back` });
  const sent = asked.map((it) => Object.keys(headers).filter((name) => name in it.headers));
  expect(sent).toEqual([Object.keys(headers), [], []]);
});

test.each<readonly [string, number, string]>([
  ["POST", 301, "GET"],
  ["POST", 302, "GET"],
  ["POST", 303, "GET"],
  ["PUT", 302, "PUT"],
  ["PUT", 303, "GET"],
  ["POST", 307, "POST"],
  ["POST", 308, "POST"],
])("followRedirect(): %s after %i goes on as %s", async (method, status, next) => {
  const url = await serve(follow({ "/": [status, "/next"] }));
  const headers = { "content-type": "text/plain", "x-word": "yes" };
  const answer = await ask(url, { method, body: "words", headers, redirectsMax: 1 });
  expect(answer).toMatchObject({ body: `${next} /next` });
  expect(asked[1]?.headers).toMatchObject({ "x-word": "yes" });
  expect(asked[1]?.headers["content-type"]).toBe(next === "GET" ? undefined : "text/plain");
  expect(asked[1]?.headers["content-length"]).toBe(next === "GET" ? undefined : "5");
});

test("followRedirect(): HEAD stays HEAD", async () => {
  const url = await serve(follow({ "/": [303, "/next"] }));
  expect(await ask(url, { method: "HEAD", redirectsMax: 1 })).toMatchObject({ status: 200 });
  expect(asked.map((it) => it.method)).toEqual(["HEAD", "HEAD"]);
});

test.each([
  ["one more than is followed", "/", "it is one more than 1"],
  ["no URL", "http://[", "it names no valid URL"],
  ["a file", "file:///etc/passwd", "the URL begins with file:"],
  ["a mail server", "http://127.0.0.1:25/", "port 25 belongs to another protocol"],
  ["a password", "http://user:pass@127.0.0.1/", "the URL holds a user name or password"],
])("followRedirect(): %s is not followed and says why", async (_case, location, why) => {
  const url = await serve(follow({ "/": [302, location] }));
  const answer = await ask(url, { redirectsMax: 1 });
  expect(answer).toMatchObject({ status: 302, location });
  expect(answer).toMatchObject({ unfollowed: expect.stringContaining(why) });
});

test("followRedirect(): a body does not go to another origin", async () => {
  const elsewhere = await serve(follow({}));
  const url = await serve(follow({ "/": [307, elsewhere] }));
  const answer = await ask(url, { method: "POST", body: "secret", redirectsMax: 1 });
  expect(answer).toMatchObject({
    status: 307,
    unfollowed: "it would take the body of the request to another origin",
  });
  expect(asked).toHaveLength(1);
});

test.each([
  "http://169.254.169.254/latest/meta-data/",
  "http://localhost:81/",
  "http://[::1]:81/",
  "http://0x7f.2/",
  "http://10.0.0.1/",
])("followRedirect(): a redirect into the inside is refused: %s", async (location) => {
  const url = await serve(follow({ "/": [302, location] }));
  const answer: HttpAnswer = await ask(url, { redirectsMax: 5 });
  expect(answer).toMatchObject({ kind: "response", status: 302, location });
  expect(answer).toMatchObject({ unfollowed: expect.stringMatching(/^\S+( \(\S+\))? is /) });
});
