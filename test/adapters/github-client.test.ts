import { createServer, type Server, type ServerResponse } from "node:http";
import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createGitHubClient, type GitHubClient } from "../../src/adapters/github-client.ts";
import { waitAfter } from "../../src/adapters/github-setback.ts";

const API = "https://api.github.com";
const REPOSITORY = {
  route: "GET /repos/{owner}/{repo}",
  purpose: "read the repository",
  parameters: { owner: "o", repo: "r" },
  answer: z.object({ id: z.int() }),
};
const COMMENT = {
  route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  purpose: "write a comment",
  parameters: { owner: "o", repo: "r", issue_number: 1, body: "hello" },
  answer: z.object({ id: z.int() }),
};
const SECONDARY = {
  message: "You have exceeded a secondary rate limit. Please wait a few minutes.",
};

interface Paced {
  readonly client: GitHubClient;
  /** How long it would have waited, instead of waiting. */
  readonly waitsMs: readonly number[];
}

function paced(apiUrl = API): Paced {
  const waitsMs: number[] = [];
  const client = createGitHubClient({
    apiUrl,
    token: "secret-token",
    timeoutMs: 2_000,
    pause: (waitMs) => {
      waitsMs.push(waitMs);
      return Promise.resolve();
    },
  });
  return { client, waitsMs };
}

describe("by a played GitHub", () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const left = nock.pendingMocks();
    nock.cleanAll();
    nock.restore();
    nock.activate();
    nock.enableNetConnect();
    if (left.length > 0) throw new Error(`nobody asked: ${left.join(", ")}`);
  });

  test("ask() sends the token and gives back only the fields that are used", async () => {
    const { client } = paced();
    nock(API, { reqheaders: { authorization: "token secret-token" } })
      .get("/repos/o/r")
      .reply(200, { id: 7, name: "r" }, { link: '<https://x/?page=2>; rel="next"' });
    expect(await client.ask(REPOSITORY)).toEqual({
      kind: "answered",
      status: 200,
      value: { id: 7 },
      link: '<https://x/?page=2>; rel="next"',
    });
    expect(Object.fromEntries(client.calls)).toEqual({ "GET /repos/{owner}/{repo}": 1 });
  });

  test("ask() hands on what GitHub will not do, in its words", async () => {
    nock(API)
      .post("/repos/o/r/issues/1/comments")
      .reply(
        403,
        { message: "Resource not accessible by integration" },
        { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
      )
      .get("/repos/o/r")
      .reply(422, { message: "Validation Failed", errors: [{ message: "No such thing" }, "x"] });
    const { client, waitsMs } = paced();
    expect(await client.ask(COMMENT)).toEqual({
      kind: "refused",
      status: 403,
      said: "Resource not accessible by integration",
      permissions: "issues=write; pull_requests=write",
    });
    expect(await client.ask(REPOSITORY)).toMatchObject({
      status: 422,
      said: "Validation Failed: No such thing: x",
    });
    expect(waitsMs).toEqual([]);
  });

  test.each([
    ["retry-after of a 403", 403, { "retry-after": "7" }, 7_000],
    ["retry-after of a 429", 429, { "retry-after": "3" }, 3_000],
    ["a minute without a word", 403, {}, 60_000],
    [
      "until the reset, by GitHub's clock",
      403,
      {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1000000030",
        date: "Sun, 09 Sep 2001 01:46:40 GMT",
      },
      30_000,
    ],
  ])("ask() waits %s, also before it writes again", async (_name, status, headers, waitMs) => {
    nock(API)
      .post("/repos/o/r/issues/1/comments")
      .reply(status, SECONDARY, headers)
      .post("/repos/o/r/issues/1/comments")
      .reply(201, { id: 1 });
    const { client, waitsMs } = paced();
    expect(await client.ask(COMMENT)).toMatchObject({ kind: "answered", status: 201 });
    expect(waitsMs).toEqual([waitMs]);
    expect([...client.calls.values()]).toEqual([2]);
  });

  test("ask() does not wait longer than it may, and says when to come back", async () => {
    nock(API).get("/repos/o/r").reply(429, SECONDARY, { "retry-after": "1800" });
    const { client, waitsMs } = paced();
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({
      code: "github-unavailable",
      message: expect.stringContaining("try again in 30 min"),
    });
    expect(waitsMs).toEqual([]);
  });

  test("ask() gives up on a limit that stays", async () => {
    nock(API).get("/repos/o/r").times(4).reply(429, SECONDARY, { "retry-after": "5" });
    const { client, waitsMs } = paced();
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({ code: "github-unavailable" });
    expect(waitsMs).toEqual([5_000, 5_000, 5_000]);
  });

  test("ask() reads again after 502 and a reset connection", async () => {
    nock(API)
      .get("/repos/o/r")
      .reply(502, "<html>Bad gateway</html>", { "content-type": "text/html" })
      .get("/repos/o/r")
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }))
      .get("/repos/o/r")
      .reply(200, { id: 7 });
    const { client, waitsMs } = paced();
    expect(await client.ask(REPOSITORY)).toMatchObject({ value: { id: 7 } });
    expect(waitsMs).toEqual([1_000, 2_000]);
  });

  test("ask() does not write again when the first may have been heard", async () => {
    nock(API).post("/repos/o/r/issues/1/comments").reply(502, "");
    const { client } = paced();
    await expect(client.ask(COMMENT)).rejects.toMatchObject({
      code: "github-unavailable",
      message: expect.stringContaining("it is not known whether GitHub did it"),
    });
  });

  test("ask() writes again what does no harm twice", async () => {
    nock(API)
      .post("/repos/o/r/issues/1/comments")
      .reply(503, "")
      .post("/repos/o/r/issues/1/comments")
      .reply(201, { id: 1 });
    const { client } = paced();
    expect(await client.ask({ ...COMMENT, isRepeatable: true })).toMatchObject({ status: 201 });
  });

  test("ask() refuses an answer of another shape, and names the field", async () => {
    nock(API).get("/repos/o/r").reply(200, { id: "seven" });
    const { client } = paced();
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({
      code: "github-unavailable",
      message: expect.stringContaining("with id: "),
    });
  });

  test("ask() gives a token that is new to GitHub a second", async () => {
    nock(API)
      .post("/repos/o/r/issues/1/comments")
      .reply(401, { message: "Bad credentials" })
      .post("/repos/o/r/issues/1/comments")
      .reply(201, { id: 1 });
    const { client, waitsMs } = paced();
    expect(await client.ask(COMMENT)).toMatchObject({ status: 201 });
    expect(waitsMs).toEqual([1_000]);
  });

  test("ask() stops at a token that GitHub does not know, and never shows it", async () => {
    nock(API).get("/repos/o/r").twice().reply(401, { message: "Bad credentials" });
    const { client } = paced();
    const error: unknown = await client.ask(REPOSITORY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "github-refused",
      message:
        "expected to read the repository, found: 401 Bad credentials; the token is wrong, expired or revoked: give kazi a new one",
    });
    expect(String(error)).not.toContain("secret-token");
  });

  test.each([
    ["github.com", API, API, "/graphql"],
    ["an Enterprise Server", "https://ghe.test/api/v3/", "https://ghe.test", "/api/graphql"],
  ])("askGraph() finds GraphQL on %s", async (_name, apiUrl, host, path) => {
    nock(host)
      .post(path, { query: "query { viewer { login } }", variables: {} })
      .reply(200, { data: { viewer: { login: "me" } } });
    const { client } = paced(apiUrl);
    expect(await client.askGraph(VIEWER)).toMatchObject({ value: { viewer: { login: "me" } } });
    expect([...client.calls.keys()]).toEqual(["graphql viewer"]);
  });

  test("askGraph() tells a refusal from a limit", async () => {
    nock(API)
      .post("/graphql")
      .reply(200, { data: null, errors: [{ message: "slow down", type: "RATE_LIMITED" }] })
      .post("/graphql")
      .reply(200, { data: null, errors: [{ message: "no", type: "FORBIDDEN" }, { message: "x" }] });
    const { client, waitsMs } = paced();
    expect(await client.askGraph(VIEWER)).toEqual({ kind: "refused", status: 200, said: "no; x" });
    expect(waitsMs).toEqual([60_000]);
  });
});

const VIEWER = {
  name: "viewer",
  purpose: "find out who asks",
  query: "query { viewer { login } }",
  variables: {},
  answer: z.object({ viewer: z.object({ login: z.string() }) }),
};

describe("by a server on loopback", () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function serve(answer: (count: number, response: ServerResponse) => void): Promise<string> {
    let count = 0;
    const server = createServer((_request, response) => answer((count += 1), response));
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  }

  function whole(response: ServerResponse): void {
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end('{"id":7}');
  }

  test("ask() reads again when an answer ends too early", async () => {
    const url = await serve((count, response) => {
      if (count > 1) return whole(response);
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"id":', () => response.destroy());
    });
    expect(await paced(url).client.ask(REPOSITORY)).toMatchObject({ value: { id: 7 } });
  });

  test("ask() reads again when no answer comes in time", async () => {
    const url = await serve((count, response) => {
      if (count > 1) whole(response);
    });
    const client = createGitHubClient({
      apiUrl: url,
      token: "t",
      timeoutMs: 300,
      pause: () => Promise.resolve(),
    });
    expect(await client.ask(REPOSITORY)).toMatchObject({ value: { id: 7 } });
  });

  test("ask() is interrupted by its signal, in mid-flight and before", async () => {
    const interruption = new AbortController();
    const url = await serve(() => interruption.abort());
    const client = createGitHubClient({
      apiUrl: url,
      token: "t",
      signal: interruption.signal,
    });
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({ code: "interrupted" });
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({ code: "interrupted" });
    expect([...client.calls.values()]).toEqual([1]);
  });

  test("ask() is interrupted while it waits", async () => {
    const interruption = new AbortController();
    const url = await serve((_count, response) => {
      response.writeHead(429, { "retry-after": "60" }).end("{}");
      setImmediate(() => interruption.abort());
    });
    const client = createGitHubClient({ apiUrl: url, token: "t", signal: interruption.signal });
    await expect(client.ask(REPOSITORY)).rejects.toMatchObject({ code: "interrupted" });
  });
});

test.each([
  ["a read, the first time", { isLimit: false, attempt: 1, isRepeatable: true }, 1_000],
  ["a read, the third time", { isLimit: false, attempt: 3, isRepeatable: true }, 4_000],
  ["a write", { isLimit: false, attempt: 1, isRepeatable: false }, undefined],
  ["a limit, the second time", { isLimit: true, attempt: 2, isRepeatable: false }, 120_000],
])("waitAfter(): %s", (_name, { isLimit, attempt, isRepeatable }, waitMs) => {
  const setback = { headers: {}, said: "", isLimit };
  expect(waitAfter(setback, { attempt, isRepeatable, nowMs: 0 })).toBe(waitMs);
});
