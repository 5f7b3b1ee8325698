import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readFixture } from "./read-fixture.ts";
import { type ApiCall, createApiOracle } from "./validate-call.ts";

const Call = z.object({
  method: z.string(),
  template: z.string(),
  requestBody: z.unknown().optional(),
  status: z.number(),
  responseBody: z.unknown().optional(),
});
const { calls } = readFixture("openapi-examples.json", z.object({ calls: z.array(Call) }));
const oracle = createApiOracle();

const CHECK_RUNS = "/repos/{owner}/{repo}/check-runs";
const PULLS = "/repos/{owner}/{repo}/pulls";
const ISSUES = "/repos/{owner}/{repo}/issues";
const refused = { message: "Not Found", documentation_url: "https://docs.github.com/rest" };

function exampleOf(method: string, template: string): ApiCall {
  const call = calls.find((it) => it.method === method && it.template === template);
  if (call === undefined) {
    throw new Error(`${method} ${template}: no example`);
  }
  return call;
}

function without(body: unknown, name: string): Record<string, unknown> {
  const { [name]: _left, ...others } = z.record(z.string(), z.unknown()).parse(body);
  return others;
}

function withField(body: unknown, name: string, value: unknown): Record<string, unknown> {
  return { ...without(body, name), [name]: value };
}

describe("validateCall() on GitHub's own examples", () => {
  test.each(calls.map((call) => [`${call.method} ${call.template} ${call.status}`, call] as const))(
    "accepts %s",
    (_name, call) => expect(oracle.validateCall(call)).toEqual([]),
  );
});

describe("validateCall() names a mistake in the request", () => {
  const create = exampleOf("POST", CHECK_RUNS);
  const name = `POST ${CHECK_RUNS} 201: request`;

  test.each([
    [
      "a value that is not allowed",
      withField(create.requestBody, "conclusion", "great"),
      "/conclusion must be equal to one of the allowed values",
    ],
    [
      "a parameter that is missing",
      without(create.requestBody, "head_sha"),
      "/ must have required property 'head_sha'",
    ],
    [
      "an unknown parameter",
      withField(create.requestBody, "bogus", 1),
      "/bogus is an unknown parameter",
    ],
    [
      "an unknown parameter inside",
      withField(create.requestBody, "output", { title: "t", summary: "s", sumary: "s" }),
      "/output/sumary is an unknown parameter",
    ],
    [
      "an unknown parameter in a list",
      withField(create.requestBody, "actions", [
        { label: "l", description: "d", identifier: "i", id: 1 },
      ]),
      "/actions/0/id is an unknown parameter",
    ],
    [
      "more than fifty annotations",
      withField(create.requestBody, "output", {
        title: "t",
        summary: "s",
        annotations: annotations(51),
      }),
      "/output/annotations must NOT have more than 50 items",
    ],
  ])("%s", (_name, requestBody, mistake) => {
    const found = oracle.validateCall({ ...create, requestBody });
    expect(found).toEqual([expect.stringContaining(`${name} ${mistake}`)]);
  });

  test("a body that is missing", () => {
    const found = oracle.validateCall({ ...create, requestBody: undefined });
    expect(found).toEqual([`POST ${CHECK_RUNS} 201: request has no body`]);
  });

  test("a body where there is none", () => {
    const get = exampleOf("GET", "/app");
    const found = oracle.validateCall({ ...get, requestBody: { page: 1 } });
    expect(found).toEqual(["GET /app 200: request has a body, expected none"]);
  });

  test("but not when the request was refused for it", () => {
    const call = { ...create, requestBody: { bogus: 1 }, status: 422, responseBody: refused };
    expect(oracle.validateCall(call)).toEqual([]);
  });

  test("and not in what is the caller's own", () => {
    const template = "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches";
    const requestBody = { ref: "main", inputs: { anything: "goes" } };
    expect(oracle.validateCall({ method: "POST", template, requestBody, status: 204 })).toEqual([]);
  });
});

describe("validateCall() names a mistake in the query", () => {
  const list = { method: "GET", template: PULLS, status: 200, responseBody: [] };

  test.each([
    ["an unknown parameter", { brunch: "main" }, "query brunch is an unknown parameter"],
    [
      "a value that is not allowed",
      { state: "opened" },
      "query state / must be equal to one of the allowed values: open,closed,all",
    ],
    ["a text for a number", { per_page: "many" }, "query per_page / must be integer"],
  ])("%s", (_name, query, mistake) => {
    expect(oracle.validateCall({ ...list, query })).toEqual([`GET ${PULLS} 200: ${mistake}`]);
  });

  test("but takes numbers as the text that they are", () => {
    const query = { per_page: "100", page: "2", state: "all" };
    expect(oracle.validateCall({ ...list, query })).toEqual([]);
  });
});

describe("validateCall() names a mistake in the answer", () => {
  test.each([
    ["a field that is missing", "app", "/ must have required property 'app'"],
    ["several", "node_id", "/ must have required property 'node_id'"],
  ])("%s", (_name, field, mistake) => {
    const call = exampleOf("POST", CHECK_RUNS);
    const responseBody = without(call.responseBody, field);
    const found = oracle.validateCall({ ...call, responseBody });
    expect(found).toEqual([`POST ${CHECK_RUNS} 201: response ${mistake}`]);
  });

  test("null where the description has no null", () => {
    const call = exampleOf("POST", CHECK_RUNS);
    const responseBody = withField(call.responseBody, "head_sha", null);
    const found = oracle.validateCall({ ...call, responseBody });
    expect(found).toEqual([`POST ${CHECK_RUNS} 201: response /head_sha must be string`]);
  });

  test("an address with the brackets of a bot", () => {
    const call = exampleOf("GET", "/app");
    const responseBody = withField(call.responseBody, "html_url", "http://127.0.0.1/kazi[bot]");
    const found = oracle.validateCall({ ...call, responseBody });
    expect(found).toEqual([`GET /app 200: response /html_url must match format "uri"`]);
  });

  test("a body where there is none", () => {
    const template = `${ISSUES}/comments/{comment_id}`;
    const call = { method: "DELETE", template, status: 204, responseBody: { id: 1 } };
    expect(oracle.validateCall(call)).toEqual([
      `DELETE ${template} 204: response has a body, expected none`,
    ]);
  });

  test("a refusal without its sentence", () => {
    const call = { method: "GET", template: "/app", status: 401, responseBody: {} };
    expect(oracle.validateCall(call)).toEqual([
      "GET /app 401: response / must have message and documentation_url",
    ]);
  });

  test("text where the operation has JSON only", () => {
    const call = { ...exampleOf("GET", "/app/installations"), responseBody: "hello" };
    expect(oracle.validateCall(call)).toEqual([
      "GET /app/installations 200: response / must be array",
    ]);
  });

  test("but takes the raw text of a file", () => {
    const template = "/repos/{owner}/{repo}/contents/{path}";
    const call = { method: "GET", template, status: 200, responseBody: "hello" };
    expect(oracle.validateCall(call)).toEqual([]);
  });
});

describe("validateCall() names a status that GitHub does not send", () => {
  test.each([
    ["DELETE", `${ISSUES}/comments/{comment_id}`, 200],
    ["GET", "/app", 422],
    ["POST", CHECK_RUNS, 304],
    ["POST", CHECK_RUNS, 500],
  ])("%s %s %i", (method, template, status) => {
    const call = { method, template, requestBody: {}, status, responseBody: refused };
    expect(oracle.validateCall(call)).toContain(
      `${method} ${template} ${status}: status is not documented`,
    );
  });

  test.each([
    ["GET", "/app", 304, undefined],
    ["GET", "/app", 401, refused],
    ["GET", `${PULLS}/{pull_number}/merge`, 404, refused],
    ["POST", CHECK_RUNS, 400, refused],
    ["POST", CHECK_RUNS, 403, refused],
    ["POST", CHECK_RUNS, 404, refused],
    ["POST", CHECK_RUNS, 422, refused],
    ["GET", "/repos/{owner}/{repo}/commits/{ref}/check-runs", 422, refused],
    ["GET", PULLS, 429, refused],
  ])("but takes %s %s %i", (method, template, status, responseBody) => {
    expect(oracle.validateCall({ method, template, status, responseBody })).toEqual([]);
  });
});

test("validateCall() says where to add an operation that it does not know", () => {
  const call = { method: "GET", template: "/zen", status: 200, responseBody: "" };
  expect(oracle.validateCall(call)).toEqual([
    "GET /zen: not in test/fixtures/github-api/operations.json",
  ]);
});

function annotations(count: number): unknown[] {
  return Array.from({ length: count }, (_unused, index) => ({
    path: "a.ts",
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: "notice",
    message: "m",
  }));
}
