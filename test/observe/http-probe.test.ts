import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { createHttpClient } from "../../src/adapters/http-client-node.ts";
import type { HttpProbe } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import type { HttpAnswer, HttpFailure, HttpQuestion } from "../../src/ports/http-client.ts";
import { closeServers, serve, serveTls } from "../adapters/local-server.ts";
import { makeCertificates } from "../fixtures/tls/make-certificates.ts";
import { givenContext, givenPredicate, type World } from "./given-context.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

function given(change: Partial<HttpProbe>): HttpProbe {
  return {
    provider: "http_probe",
    url: "https://example.test/health",
    method: "get",
    headers: {},
    bodyMatch: "contains",
    samples: 1,
    intervalMs: 0,
    redirectsMax: 0,
    tls: "verify",
    allowHosts: [],
    ...change,
  };
}

async function observe(change: Partial<HttpProbe>, world: World): Promise<PredicateResult> {
  return await evaluate(givenPredicate(given(change)), givenContext(world));
}

function response(status: number, body = ""): Extract<HttpAnswer, { kind: "response" }> {
  return { kind: "response", status, body, truncated: false };
}

const refused: HttpAnswer = {
  kind: "failure",
  reason: "nothing listens there",
  failure: "unreachable",
};

function failed(failure: HttpFailure): HttpAnswer {
  return { kind: "failure", failure, reason: "because" };
}

describe("evaluate(): http_probe", () => {
  test.each<readonly [string, Partial<HttpProbe>, HttpAnswer, string, string]>([
    ["any 2xx", {}, response(204), "pass", "answered as stated: any 2xx (no expect_status)"],
    [
      "500 without expectations",
      {},
      response(500),
      "fail",
      "expected any 2xx (no expect_status), found 500",
    ],
    ["the status", { expectStatus: 404 }, response(404), "pass", "status 404"],
    [
      "another status",
      { expectStatus: 200 },
      response(503),
      "fail",
      "expected status 200, found 503",
    ],
    [
      "a redirect",
      {},
      { ...response(301), location: "/login" },
      "fail",
      "found 301; redirects are not followed, this one names /login",
    ],
    ["a body", { expectBody: "up" }, response(200, "is up."), "pass", "and the body"],
    ["a body on an error page", { expectBody: "up" }, response(500, "up"), "fail", "found 500"],
    [
      "another body",
      { expectBody: "up" },
      response(200, "down"),
      "fail",
      'expected the body to contain "up"',
    ],
    ["exact", { expectBody: "up", bodyMatch: "exact" }, response(200, "up"), "pass", ""],
    [
      "not exact",
      { expectBody: "up", bodyMatch: "exact" },
      response(200, "up\n"),
      "fail",
      "to be exactly",
    ],
    [
      "exact but cut",
      { expectBody: "up", bodyMatch: "exact" },
      { ...response(200, "up"), truncated: true },
      "fail",
      "",
    ],
    [
      "a redirect that was not followed",
      { redirectsMax: 3 },
      { ...response(302), location: "http://a.test/", unfollowed: "it leaves https for http" },
      "fail",
      "found 302; a redirect to http://a.test/ was not followed: it leaves https for http",
    ],
    ["down", {}, refused, "error", "could not be asked: nothing listens there"],
    ["too slow", {}, failed("timed-out"), "error", "could not be asked: because"],
    ["a bad certificate", {}, failed("untrusted"), "fail", "is not trusted: because"],
  ])("%s", async (_case, change, answer, status, message) => {
    const result = await observe(change, { answers: [answer] });
    expect(result).toMatchObject({ status, permanent: false });
    expect(result.evidence.message).toContain(message);
  });

  test.each(["bad-question", "refused-address"] as const)(
    "what can never be asked is an error for good: %s",
    async (failure) => {
      const result = await observe({}, { answers: [failed(failure)] });
      expect(result).toMatchObject({ status: "error", permanent: true });
    },
  );

  test("a redirect into the inside fails the service and advises nothing", async () => {
    const inner = { location: "http://169.254.169.254/", unfollowed: "it is an address inside" };
    const { status, permanent, evidence } = await observe(
      { redirectsMax: 3 },
      { answers: [{ kind: "response", status: 302, body: "", truncated: false, ...inner }] },
    );
    expect({ status, permanent }).toEqual({ status: "fail", permanent: false });
    expect(evidence.message).not.toContain("if it is meant");
    const own = await observe({}, { answers: [failed("refused-address")] });
    expect(own.evidence.message).toMatch(/because; add "[^"]+" to it if it is meant/);
  });

  test("no assertion is not a pass: a page of errors fails and the evidence says what was wanted", async () => {
    const { status, evidence } = await observe({}, { answers: [response(500, "oops")] });
    expect(status).toBe("fail");
    expect(evidence).toMatchObject({
      seen: "status 500",
      wanted: "any 2xx (no expect_status)",
      excerpt: "oops",
    });
  });

  test("an answer from elsewhere says where it comes from", async () => {
    const answer = { ...response(200), url: "https://example.test/home" };
    const { evidence } = await observe({ redirectsMax: 1 }, { answers: [answer] });
    expect(evidence.seen).toBe("status 200 from https://example.test/home");
  });

  test("a service that answers once and then is gone does not pass", async () => {
    const answers = [response(200), response(200), refused];
    const result = await observe({ samples: 3 }, { answers });
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toContain("nothing listens there (sample 3 of 3)");
  });

  test("samples must hold one after the other, with the interval between them", async () => {
    const result = await observe({ samples: 3, intervalMs: 500 }, { answers: [response(200)] });
    expect(result).toMatchObject({ status: "pass", score: 1, evidence: { durationMs: 1000 } });
  });

  test("the first sample that does not hold ends it", async () => {
    const answers = [response(200), response(503), refused];
    const result = await observe({ samples: 4, intervalMs: 500 }, { answers });
    expect(result).toMatchObject({ status: "fail", score: 0.25, evidence: { durationMs: 500 } });
    expect(result.evidence.message).toContain("found 503 (sample 2 of 4)");
  });

  test("the body is shown in part, and no header that was sent", async () => {
    const headers = { Authorization: "Custom topsecretvalue", "X-Word": "harmless-word" };
    const body = `you sent topsecretvalue and harmless-word ${"x".repeat(50_000)}`;
    const { evidence } = await observe({ headers }, { answers: [response(500, body)] });
    expect(evidence.excerpt).toContain("you sent [REDACTED] and harmless-word");
    expect(evidence.excerpt?.length).toBeLessThan(2100);
  });
});

describe("evaluate(): secrets of http_probe", () => {
  const headers = {
    "X-Api-Key": "${secrets.API_KEY}",
    Accept: "text/plain",
    "X-Two": "a ${secrets.API_KEY} b",
  };

  async function ask(
    secrets: readonly string[] | undefined,
    value: string | undefined,
  ): Promise<{ result: PredicateResult; asked: readonly HttpQuestion[] }> {
    const asked: HttpQuestion[] = [];
    const http = {
      request: async (question: HttpQuestion) => {
        asked.push(question);
        return await Promise.resolve(response(500, `echo ${question.headers["X-Two"] ?? ""}`));
      },
    };
    const predicate = givenPredicate(given({ headers }));
    const secret = (name: string): string | undefined => (name === "API_KEY" ? value : undefined);
    const result = await evaluate(
      { ...predicate, ...(secrets === undefined ? {} : { secrets }) },
      givenContext({ context: { http, secret } }),
    );
    return { result, asked };
  }

  test("a secret is sent where a header names it, and is masked in what comes back", async () => {
    const { result, asked } = await ask(["API_KEY"], "hunter22hunter22");
    expect(asked[0]?.headers).toEqual({
      "X-Api-Key": "hunter22hunter22",
      Accept: "text/plain",
      "X-Two": "a hunter22hunter22 b",
    });
    expect(result.evidence.excerpt).toBe("echo a [REDACTED] b");
  });

  test.each([[undefined], [""]])("a secret that this job lacks is unknown: %j", async (value) => {
    const { result, asked } = await ask(["API_KEY"], value);
    expect(result).toMatchObject({ status: "unknown", permanent: true });
    expect(result.evidence.message).toContain("not available: this job has no secret API_KEY");
    expect(asked).toEqual([]);
  });

  test.each([[undefined], [[]], [["OTHER"]]])(
    "a secret that the predicate does not list is never sent: %j",
    async (secrets) => {
      const { result, asked } = await ask(secrets, "hunter22hunter22");
      expect(result).toMatchObject({ status: "error", permanent: true });
      expect(result.evidence.message).toContain("names the secret API_KEY, which is not in");
      expect(asked).toEqual([]);
    },
  );
});

describe("evaluate(): http_probe of a real server", () => {
  afterEach(closeServers);

  async function probe(
    url: string,
    change: Partial<HttpProbe> = {},
    timeoutMs = 20_000,
  ): Promise<PredicateResult> {
    const check = given({ url, allowHosts: ["127.0.0.1"], ...change });
    const context = givenContext({ context: { http: createHttpClient() } });
    return await evaluate(givenPredicate(check, timeoutMs), context);
  }

  test("a server that drips bytes for ever does not hold the run", async () => {
    const url = await serve((_request, answer) => {
      const drip = setInterval(() => answer.write("."), 20);
      answer.on("close", () => {
        clearInterval(drip);
      });
    });
    const result = await probe(url, {}, 300);
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toContain("timed out after 300 ms");
  });

  test("an address of this machine is refused unless the goal-file names it", async () => {
    const url = await serve((_request, answer) => answer.end());
    expect(await probe(url, { allowHosts: [] })).toMatchObject({
      status: "error",
      permanent: true,
    });
    expect(await probe(url, { samples: 3 })).toMatchObject({ status: "pass" });
  });

  test("a service that flaps does not converge on its good moment", async () => {
    const statuses = [200, 200, 503];
    const url = await serve((_request, answer) => answer.writeHead(statuses.shift() ?? 200).end());
    const result = await probe(url, { samples: 3 });
    expect(result).toMatchObject({ status: "fail" });
    expect(result.evidence.message).toContain("found 503 (sample 3 of 3)");
  });

  test.skipIf(!hasOpenssl)("a bad certificate fails (skipped: needs openssl)", async () => {
    const { selfSigned } = makeCertificates();
    const url = await serveTls(selfSigned, (_request, answer) => answer.end());
    const result = await probe(url);
    expect(result).toMatchObject({ status: "fail" });
    expect(result.evidence.message).toContain("its certificate is signed by nobody but itself");
    expect(await probe(url, { tls: "insecure" })).toMatchObject({ status: "pass" });
  });
});
