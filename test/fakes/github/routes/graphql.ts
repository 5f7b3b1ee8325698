import { z } from "zod";
import { MUTATIONS, QUERIES } from "../graphql/fields.ts";
import { GraphQlError } from "../graphql/graphql-error.ts";
import {
  type Operation,
  parseQuery,
  QuerySyntaxError,
  type Selection,
} from "../graphql/parse-query.ts";
import type { Json } from "../model.ts";
import { ok, parseBody, type Reply } from "../respond.ts";
import type { Call, Route } from "../router.ts";

export const routes: readonly Route[] = [
  { method: "POST", template: "/graphql", scope: "token", handle: answerQuery },
];

const Request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

async function answerQuery(call: Call): Promise<Reply> {
  const request = parseBody(Request, call.body);
  try {
    return ok(await execute(call, parseQuery(request.query, request.variables ?? {})));
  } catch (error) {
    if (error instanceof QuerySyntaxError) {
      return ok({ errors: [{ message: `Parse error: ${error.message}` }] });
    }
    throw error;
  }
}

/** One field after the other, as mutations must be; the error of one leaves the others standing. */
async function execute(call: Call, operation: Operation): Promise<Json> {
  const fields = operation.kind === "mutation" ? MUTATIONS : QUERIES;
  const data: Json = {};
  const errors: Json[] = [];
  for (const selection of operation.selections) {
    const resolve = fields[selection.name];
    if (resolve === undefined) {
      return { errors: [unknownField(selection.name, operation.kind)] };
    }
    try {
      const value = await resolve(call, selection.args);
      data[selection.key] = await project(value, selection.selections);
    } catch (error) {
      data[selection.key] = null;
      errors.push(renderError(error, selection));
    }
  }
  return errors.length === 0 ? { data } : { data, errors };
}

function unknownField(name: string, kind: string): Json {
  const type = kind === "mutation" ? "Mutation" : "Query";
  return { message: `Field '${name}' doesn't exist on type '${type}'` };
}

function renderError(error: unknown, selection: Selection): Json {
  if (error instanceof z.ZodError) {
    return { message: z.prettifyError(error), path: [selection.key] };
  }
  if (error instanceof GraphQlError) {
    const type = error.type === undefined ? {} : { type: error.type };
    return { ...type, path: [selection.key], message: error.message };
  }
  throw error;
}

/** Only what is selected comes back; a function is a field with arguments. */
async function project(value: unknown, selections: readonly Selection[]): Promise<unknown> {
  if (value === undefined || value === null) {
    return null;
  }
  if (selections.length === 0) {
    return value;
  }
  if (Array.isArray(value)) {
    return await Promise.all(value.map(async (item: unknown) => await project(item, selections)));
  }
  const fields = new Map(Object.entries(value));
  const projected: Json = {};
  for (const selection of selections) {
    if (!fields.has(selection.name)) {
      throw new GraphQlError(`Field '${selection.name}' doesn't exist here`, "undefinedField");
    }
    const found: unknown = fields.get(selection.name);
    const field: unknown = typeof found === "function" ? await found(selection.args) : found;
    projected[selection.key] = await project(field, selection.selections);
  }
  return projected;
}
