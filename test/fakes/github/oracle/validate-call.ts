import { z } from "zod";
import { findUnknownNames, JsonSchema } from "./find-unknown-names.ts";
import { readFixture } from "./read-fixture.ts";
import { createSchemaRegistry } from "./schema-registry.ts";
import { undocumentedStatuses } from "./undocumented-statuses.ts";

export interface ApiCall {
  readonly method: string;
  /** As GitHub's description has it: `/repos/{owner}/{repo}/git/ref/{ref}`. */
  readonly template: string;
  /** Of a name given twice, all values. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly requestBody?: unknown;
  readonly status: number;
  /** Parsed JSON; text or bytes where the answer is another media type. */
  readonly responseBody?: unknown;
}

export interface ApiOracle {
  /** One sentence for each way in which the call is not as GitHub describes it. */
  validateCall(call: ApiCall): readonly string[];
}

const Operation = z.object({
  query: z.record(z.string(), z.object({ required: z.boolean(), schema: JsonSchema })),
  request: z.object({ required: z.boolean(), schema: JsonSchema }).optional(),
  responses: z.record(z.string(), z.array(JsonSchema)),
});
type Operation = z.infer<typeof Operation>;

const Subset = z.object({
  operations: z.record(z.string(), Operation),
  schemas: z.record(z.string(), JsonSchema),
});

const Refusal = z.object({ message: z.string(), documentation_url: z.string() });

/** These also answer in a media type of the caller's choice: raw text, a diff, a bare SHA. */
const operationsWithText: ReadonlySet<string> = new Set([
  "GET /repos/{owner}/{repo}/commits/{ref}",
  "GET /repos/{owner}/{repo}/compare/{basehead}",
  "GET /repos/{owner}/{repo}/contents",
  "GET /repos/{owner}/{repo}/contents/{path}",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
]);

/** Judges calls by GitHub's description of its API, cut down to `operations.json`. */
export function createApiOracle(): ApiOracle {
  const subset = readFixture("openapi-subset.json", Subset);
  const bodies = createSchemaRegistry(subset, { readsText: false });
  const queries = createSchemaRegistry(subset, { readsText: true });

  function validateCall(call: ApiCall): readonly string[] {
    const name = `${call.method} ${call.template}`;
    const operation = subset.operations[name];
    if (operation === undefined) {
      return [`${name}: not in test/fixtures/github-api/operations.json`];
    }
    // What is wrong with a refused request is why it was refused.
    const asked = call.status < 400 ? checkRequest(name, operation, call) : [];
    const mistakes = [...asked, ...checkResponse(name, operation, call)];
    return mistakes.map((mistake) => `${name} ${call.status}: ${mistake}`);
  }

  function checkRequest(name: string, operation: Operation, call: ApiCall): readonly string[] {
    const { request } = operation;
    const query = checkQuery(name, operation, call.query ?? {});
    if (request === undefined) {
      return isEmpty(call.requestBody) ? query : [...query, "request has a body, expected none"];
    }
    if (call.requestBody === undefined) {
      return request.required ? [...query, "request has no body"] : query;
    }
    const wrong = bodies.findMistakes(["operations", name, "request", "schema"], call.requestBody);
    const unknown = findUnknownNames(subset.schemas, request.schema, call.requestBody);
    return [
      ...query,
      ...wrong.map((it) => `request ${it}`),
      ...unknown.map((it) => `request ${it} is an unknown parameter`),
    ];
  }

  function checkQuery(
    name: string,
    { query }: Operation,
    given: NonNullable<ApiCall["query"]>,
  ): readonly string[] {
    const missing = Object.keys(query).filter(
      (it) => query[it]?.required === true && !(it in given),
    );
    const wrong = Object.entries(given).flatMap(([key, value]) =>
      query[key] === undefined
        ? [`query ${key} is an unknown parameter`]
        : queries
            .findMistakes(["operations", name, "query", key, "schema"], value)
            .map((it) => `query ${key} ${it}`),
    );
    return [...missing.map((it) => `query ${it} is missing`), ...wrong];
  }

  function checkResponse(name: string, operation: Operation, call: ApiCall): readonly string[] {
    if (call.status >= 400 && !Refusal.safeParse(call.responseBody).success) {
      return ["response / must have message and documentation_url"];
    }
    const schemas = operation.responses[String(call.status)];
    if (schemas === undefined) {
      return isAllowed(call) ? [] : ["status is not documented"];
    }
    if (schemas.length === 0) {
      const isRight = call.status >= 400 || isEmpty(call.responseBody);
      return isRight ? [] : ["response has a body, expected none"];
    }
    const isOtherMediaType = isText(call.responseBody) && operationsWithText.has(name);
    return isOtherMediaType ? [] : checkResponseBody(name, schemas.length, call);
  }

  /** One schema of several is enough: they are the media types of the same answer. */
  function checkResponseBody(name: string, count: number, call: ApiCall): readonly string[] {
    const path = ["operations", name, "responses", String(call.status)];
    const found = Array.from({ length: count }, (_unused, index) =>
      bodies.findMistakes([...path, String(index)], call.responseBody),
    );
    const fits = found.some((it) => it.length === 0);
    return fits ? [] : (found[0] ?? []).map((it) => `response ${it}`);
  }

  return { validateCall };
}

function isAllowed({ method, status, template }: ApiCall): boolean {
  return undocumentedStatuses.some(
    (it) =>
      it.status === status && it.methods.includes(method) && template.startsWith(it.below ?? "/"),
  );
}

/** Octokit sends `{}` for no parameters at all. */
function isEmpty(body: unknown): boolean {
  return body === undefined || body === "" || JSON.stringify(body) === "{}";
}

function isText(body: unknown): boolean {
  return typeof body === "string" || body instanceof Uint8Array;
}
