import { once } from "node:events";
import { createServer } from "node:net";
import { sign, verify } from "@octokit/webhooks-methods";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createIngress, type Delivery, WEBHOOKS_PATH } from "../../app/ingress.ts";

const SECRET = "3f9c2b7d8e1a4c6f";
let accepted: Delivery[];
let hasRoom: boolean;
let url: string;
let close: () => Promise<void>;

beforeEach(async () => {
  accepted = [];
  hasRoom = true;
  const server = createIngress({
    verify: async (body, signature) => await verify(SECRET, body, signature),
    accept: (delivery) => {
      if (hasRoom) accepted.push(delivery);
      return hasRoom;
    },
    isHealthy: () => hasRoom,
    uncheckedBytesMax: 30 * 1024 * 1024,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
});

afterEach(async () => await close());

async function post(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}${WEBHOOKS_PATH}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": "push",
      "x-github-delivery": "0d9f6a3e-0000-4000-8000-000000000000",
      "x-hub-signature-256": await sign(SECRET, body),
      ...headers,
    },
  });
  return { status: response.status, text: await response.text() };
}

test("a signed delivery is taken on with exactly its bytes", async () => {
  const body = '{"a": "grüße  "}';
  expect(await post(body)).toMatchObject({ status: 202 });
  expect(accepted).toMatchObject([{ event: "push", body }]);
});

test.each([
  ["another signature", "{}", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }, 401],
  ["a signature that is none", "{}", { "x-hub-signature-256": "hello" }, 401],
  ["no event", "{}", { "x-github-event": "" }, 400],
  ["an event that is a sentence", "{}", { "x-github-event": "a b" }, 400],
  ["no delivery id", "{}", { "x-github-delivery": "" }, 400],
])("%s is refused, and nothing is taken on", async (_what, body, headers, status) => {
  expect(await post(body, headers)).toMatchObject({ status });
  expect(accepted).toEqual([]);
});

test("a body above GitHub's own limit is refused", async () => {
  const answer = post("x".repeat(25 * 1024 * 1024 + 1)).then(
    ({ status }) => status,
    // The connection may be closed while the rest is still being sent.
    () => 413,
  );
  expect(await answer).toBe(413);
  expect(accepted).toEqual([]);
});

test("bodies that nobody signed do not fill the memory, however many come at once", async () => {
  const body = "x".repeat(20 * 1024 * 1024);
  const unsigned = { "x-hub-signature-256": `sha256=${"0".repeat(64)}` };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(
      async () =>
        await post(body, unsigned).then(
          ({ status }) => status,
          // The connection may be closed while the rest is still being sent.
          () => 503,
        ),
    ),
  );
  expect(answers).toContain(503);
  expect(accepted).toEqual([]);
  // A connection that was closed with the rest of a body unsent may still be in fetch's pool.
  const after = await post("{}").catch(async () => await post("{}"));
  expect(after).toMatchObject({ status: 202 });
});

test("without room GitHub is told, and so is whoever asks for its health", async () => {
  hasRoom = false;
  expect(await post("{}")).toMatchObject({ status: 503 });
  expect((await fetch(`${url}/healthz`)).status).toBe(503);
  hasRoom = true;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test.each([
  ["/", "GET", 404],
  ["/api/github/webhooks", "GET", 405],
  ["/healthz", "POST", 404],
])("%s by %s is %i", async (path, method, status) => {
  expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
});

test("a port that is taken is an error and no second server", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const server = createIngress({
    verify: async () => await Promise.resolve(true),
    accept: () => true,
    isHealthy: () => true,
  });
  server.listen(port, "127.0.0.1");
  expect(await once(server, "error")).toMatchObject([{ code: "EADDRINUSE" }]);
  other.close();
});
