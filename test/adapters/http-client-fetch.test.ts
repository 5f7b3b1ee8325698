import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { createHttpClient } from "../../src/adapters/http-client-fetch.ts";
import type { HttpAnswer, HttpQuestion } from "../../src/ports/http-client.ts";

const servers: Server[] = [];
afterEach(() => {
  servers.splice(0).forEach((server) => {
    server.closeAllConnections();
    server.close();
  });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  return await listen(server);
}

async function listen(server: TcpServer): Promise<string> {
  const listening = Promise.withResolvers<undefined>();
  server.listen(0, "127.0.0.1", () => {
    listening.resolve(undefined);
  });
  await listening.promise;
  const address = server.address();
  return typeof address === "object" ? `http://127.0.0.1:${address?.port ?? 0}/` : "";
}

async function ask(url: string, change: Partial<HttpQuestion> = {}): Promise<HttpAnswer> {
  return await createHttpClient().request({
    url,
    method: "GET",
    headers: {},
    timeoutMs: 10_000,
    bodyBytesMax: 100,
    signal: new AbortController().signal,
    ...change,
  });
}

test.each([
  [200, "fine"],
  [404, "näh"],
  [503, ""],
])("createHttpClient(): request() returns %i with its body", async (status, body) => {
  const url = await serve((_request, response) => response.writeHead(status).end(body));
  expect(await ask(url)).toEqual({ kind: "response", status, body, truncated: false });
});

test("createHttpClient(): request() sends method and headers", async () => {
  const url = await serve(({ method, headers }, response) => {
    response.end(`${method ?? ""} ${String(headers["x-word"])}`);
  });
  const answer = await ask(url, { method: "POST", headers: { "X-Word": "yes" } });
  expect(answer).toMatchObject({ body: "POST yes" });
});

test("createHttpClient(): request() does not follow a redirect and says where it points", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(302, { location: "http://evil.example/" }).end();
  });
  expect(await ask(url)).toMatchObject({ status: 302, location: "http://evil.example/" });
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

test("createHttpClient(): request() ends a body that drips for ever", async () => {
  const url = await serve((_request, response) => {
    const drip = setInterval(() => response.write("."), 20);
    response.on("close", () => {
      clearInterval(drip);
    });
  });
  const answer = await ask(url, { timeoutMs: 300 });
  expect(answer).toEqual({ kind: "failure", reason: "timed out after 300 ms", permanent: false });
});

test("createHttpClient(): request() ends a silence", async () => {
  const url = await serve(() => undefined);
  expect(await ask(url, { timeoutMs: 100 })).toMatchObject({ reason: "timed out after 100 ms" });
});

test("createHttpClient(): request() can be interrupted, before and while it waits", async () => {
  const asked = vi.fn<() => void>();
  const url = await serve(asked);
  expect(await ask(url, { signal: AbortSignal.abort() })).toMatchObject({ reason: "interrupted" });
  const controller = new AbortController();
  const asking = ask(url, { signal: controller.signal });
  await vi.waitFor(() => {
    expect(asked).toHaveBeenCalledOnce();
  });
  controller.abort();
  expect(await asking).toMatchObject({ kind: "failure", reason: "interrupted" });
});

test.each([
  ["no URL", "nonsense", {}],
  ["another protocol", "file:///etc/passwd", {}],
  ["data", "data:text/plain,ok", {}],
  ["a password in it", "http://user:hunter22@127.0.0.1/", {}],
  ["a forbidden method", "http://127.0.0.1/", { method: "TRACE" }],
  ["a broken method", "http://127.0.0.1/", { method: "GET /" }],
  ["a broken header", "http://127.0.0.1/", { headers: { "a b": "c" } }],
  ["a broken header value", "http://127.0.0.1/", { headers: { a: "b\r\nc: d" } }],
])("createHttpClient(): request() fails for good: %s", async (_case, url, change) => {
  const answer = await ask(url, change);
  expect(answer).toMatchObject({ kind: "failure", permanent: true });
  expect(JSON.stringify(answer)).not.toContain("hunter22");
});

test("createHttpClient(): request() says that nothing listens", async () => {
  const server = createTcpServer();
  const url = await listen(server);
  server.close();
  const answer = await ask(url);
  expect(answer).toMatchObject({ kind: "failure", permanent: false });
  expect(answer).toMatchObject({ reason: expect.stringContaining("nothing listens there") });
});

test("createHttpClient(): request() survives what is not HTTP", async () => {
  const server = createTcpServer((socket) => socket.end("\0\0 nonsense\r\n\r\n"));
  const url = await listen(server);
  expect(await ask(url)).toMatchObject({ kind: "failure", permanent: false });
  server.close();
});

test("createHttpClient(): request() says that the name is not known", async () => {
  const answer = await ask("http://no-such-host.invalid/");
  expect(answer).toMatchObject({ kind: "failure", permanent: false });
  expect(answer).toMatchObject({ reason: expect.stringContaining("could not be resolved") });
});
