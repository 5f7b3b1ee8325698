import type { RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { ask } from "./ask.ts";
import { closeServers, listen, serve } from "./local-server.ts";

afterEach(closeServers);

const shows: RequestListener = (request, response) => {
  const chunks: string[] = [];
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => chunks.push(chunk));
  request.on("end", () => {
    const { method, url, headers } = request;
    response.end(JSON.stringify({ method, url, headers, body: chunks.join("") }));
  });
};

test.each([
  [200, "fine"],
  [404, "näh"],
  [503, ""],
])("createHttpClient(): request() returns %i with its body", async (status, body) => {
  const url = await serve((_request, response) => response.writeHead(status).end(body));
  expect(await ask(url)).toEqual({ kind: "response", status, body, truncated: false });
});

test("createHttpClient(): request() sends method, headers and body, and asks for nothing compressed", async () => {
  const url = await serve(shows);
  const headers = { "X-Word": "yes", "User-Agent": "mine" };
  const question = { method: "POST", headers, body: "wörd", bodyBytesMax: 1000 };
  const answer = await ask(`${url}a?b=c`, question);
  expect(answer).toMatchObject({ status: 200 });
  expect(JSON.parse("body" in answer ? answer.body : "")).toEqual({
    method: "POST",
    url: "/a?b=c",
    headers: {
      accept: "*/*",
      "accept-encoding": "identity",
      connection: "close",
      "content-length": "5",
      host: new URL(url).host,
      "user-agent": "mine",
      "x-word": "yes",
    },
    body: "wörd",
  });
});

test("createHttpClient(): a body is framed whatever the method is", async () => {
  const url = await serve(shows);
  const answer = await ask(url, { method: "DELETE", body: "gone", bodyBytesMax: 1000 });
  expect(answer).toMatchObject({ body: expect.stringContaining('"body":"gone"') });
});

test("createHttpClient(): request() does not follow a redirect unless it is told to, and says where it points", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(302, { location: "http://evil.example/" }).end();
  });
  expect(await ask(url)).toEqual({
    kind: "response",
    status: 302,
    body: "",
    truncated: false,
    location: "http://evil.example/",
  });
});

test.each([
  [99, false],
  [100, false],
  [101, true],
  [50_000_000, true],
])("createHttpClient(): request() reads a bounded part of %i bytes", async (bytes, truncated) => {
  const url = await serve((_request, response) => response.end(Buffer.alloc(bytes, "x")));
  const body = "x".repeat(Math.min(bytes, 100));
  expect(await ask(url)).toEqual({ kind: "response", status: 200, body, truncated });
});

test("createHttpClient(): a body that was sent compressed is not unpacked, so that it cannot be a bomb", async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const url = await serve((_request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
  });
  const answer = await ask(url, { bodyBytesMax: bomb.length });
  expect(answer).toMatchObject({ status: 200, truncated: false });
  expect(answer).toMatchObject({ body: bomb.toString("utf8") });
});

test("createHttpClient(): a body that drips for ever ends when the time for all of it is over", async () => {
  const url = await serve((_request, response) => {
    const drip = setInterval(() => response.write("."), 20);
    response.on("close", () => {
      clearInterval(drip);
    });
  });
  expect(await ask(url, { timeoutMs: 300 })).toEqual({
    kind: "failure",
    failure: "timed-out",
    reason: "timed out after 300 ms",
  });
});

test("createHttpClient(): headers that drip for ever end in time", async () => {
  const url = await listen(
    createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.write("HTTP/1.1 200 OK\r\n");
      const drip = setInterval(() => socket.write("a: b\r\n"), 20);
      socket.on("close", () => {
        clearInterval(drip);
      });
    }),
  );
  expect(await ask(url, { timeoutMs: 300 })).toMatchObject({ failure: "timed-out" });
});

test("createHttpClient(): redirects that lead round in circles share one time", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(307, { location: "/again" }).end();
  });
  const answer = await ask(url, { timeoutMs: 500, redirectsMax: 1_000_000 });
  expect(answer).toMatchObject({ failure: "timed-out" });
});

test("createHttpClient(): request() ends a silence", async () => {
  const url = await serve(() => undefined);
  const answer = await ask(url, { timeoutMs: 100 });
  expect(answer).toMatchObject({ failure: "timed-out", reason: "timed out after 100 ms" });
});

test("createHttpClient(): request() can be interrupted, before and while it waits", async () => {
  const asked = vi.fn<() => void>();
  const url = await serve(asked);
  const interrupted = { kind: "failure", failure: "interrupted", reason: "interrupted" };
  expect(await ask(url, { signal: AbortSignal.abort() })).toEqual(interrupted);
  expect(asked).not.toHaveBeenCalled();
  const controller = new AbortController();
  const asking = ask(url, { signal: controller.signal });
  await vi.waitFor(() => {
    expect(asked).toHaveBeenCalledOnce();
  });
  controller.abort();
  expect(await asking).toEqual(interrupted);
});

test.each([
  ["no URL", "nonsense", {}],
  ["another protocol", "file:///etc/passwd", {}],
  ["an old protocol", "gopher://127.0.0.1/", {}],
  ["data", "data:text/plain,ok", {}],
  ["a password in it", "http://user:hunter22@127.0.0.1/", {}],
  ["the port of a mail server", "http://127.0.0.1:25/", {}],
  ["the port of a shell", "https://127.0.0.1:22/", {}],
  ["a forbidden method", "http://127.0.0.1/", { method: "TRACE" }],
  ["a tunnel", "http://127.0.0.1/", { method: "CONNECT" }],
  ["a broken method", "http://127.0.0.1/", { method: "GET /" }],
  ["a broken header", "http://127.0.0.1/", { headers: { "a b": "c" } }],
  ["a broken header value", "http://127.0.0.1/", { headers: { a: "hunter22\r\nc: d" } }],
  ["a framing header", "http://127.0.0.1/", { headers: { "Transfer-Encoding": "chunked" } }],
])("createHttpClient(): request() can never ask with %s", async (_case, url, change) => {
  const answer = await ask(url, change);
  expect(answer).toMatchObject({ kind: "failure", failure: "bad-question" });
  expect(JSON.stringify(answer)).not.toContain("hunter22");
});

test("createHttpClient(): request() says that nothing listens", async () => {
  const server = createTcpServer();
  const url = await listen(server);
  server.close();
  expect(await ask(url)).toEqual({
    kind: "failure",
    failure: "unreachable",
    reason: `${new URL(url).host}: nothing listens there (ECONNREFUSED)`,
  });
});

test("createHttpClient(): request() says that the name is not known", async () => {
  expect(await ask("http://no-such-host.invalid/")).toMatchObject({
    failure: "unreachable",
    reason: expect.stringContaining("no-such-host.invalid: the name could not be resolved"),
  });
});

const SWITCHING = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n";

test.each([
  ["what is not HTTP", "\0\0 nonsense\r\n\r\n"],
  ["a connection that is closed at once", ""],
  ["a body that is cut off", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"],
  ["a body in broken chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx"],
  ["a change of protocol that nobody asked for", SWITCHING],
  ["more headers than fit", `HTTP/1.1 200 OK\r\n${`a: ${"b".repeat(1000)}\r\n`.repeat(40)}\r\n`],
  ["a header without an end", `HTTP/1.1 200 OK\r\na: ${"b".repeat(1_000_000)}`],
])("createHttpClient(): request() survives %s", async (_case, bytes) => {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    socket.end(bytes);
  });
  const url = await listen(server);
  const { host } = new URL(url);
  const answer = await ask(url);
  expect(answer).toMatchObject({ kind: "failure", failure: "unreachable" });
  expect(answer).toMatchObject({ reason: expect.stringContaining(`${host}: `) });
});
