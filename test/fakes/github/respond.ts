import type { z } from "zod";
import type { Json, World } from "./model.ts";

export interface Reply {
  readonly status: number;
  /** JSON; `undefined` is an empty body. */
  readonly body?: unknown;
  /** Instead of JSON, with its own content type. */
  readonly bytes?: { readonly content: Buffer | string; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** An answer that is a refusal; thrown from anywhere below a route. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: Json, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const DOCUMENTATION = "https://docs.github.com/rest";

export function refusal(status: number, message: string): ApiError {
  return new ApiError(status, {
    message,
    documentation_url: DOCUMENTATION,
    status: String(status),
  });
}

export function notFound(): ApiError {
  return refusal(404, "Not Found");
}

export function forbidden(message: string): ApiError {
  return refusal(403, message);
}

export function conflict(message: string): ApiError {
  return refusal(409, message);
}

/** `errors` are objects where GitHub names a field, sentences elsewhere. */
export function unprocessable(
  message: string,
  errors?: readonly (FieldError | string)[],
): ApiError {
  return new ApiError(422, {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: DOCUMENTATION,
    status: "422",
  });
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export function noContent(): Reply {
  return { status: 204 };
}

/** Reads a request's body, or refuses it as GitHub refuses what its description does not allow. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map((it) => `"${it.path.join(".")}": ${it.message}`);
  throw unprocessable(`Invalid request.\n\n${problems.join("\n")}`);
}

interface Paged {
  readonly world: World;
  readonly url: URL;
}

/** One page of a list, with its `Link` header. `render` is called for that page's items only. */
export async function pageReply<T>(
  call: Paged,
  items: readonly T[],
  render: (item: T) => unknown,
): Promise<Reply> {
  const page = cutPage(call, items);
  return { ...ok(await Promise.all(page.items.map(render))), headers: page.headers };
}

/** The same for the lists that come as `{ total_count, <name>: [...] }`. */
export async function countedPageReply<T>(
  call: Paged,
  name: string,
  items: readonly T[],
  render: (item: T) => unknown,
): Promise<Reply> {
  const page = cutPage(call, items);
  const rendered = await Promise.all(page.items.map(render));
  return { ...ok({ total_count: items.length, [name]: rendered }), headers: page.headers };
}

const PER_PAGE = 30;
const PER_PAGE_MAX = 100;

function cutPage<T>(
  call: Paged,
  items: readonly T[],
): { items: readonly T[]; headers: Record<string, string> } {
  const perPage = Math.min(wholeNumber(call.url, "per_page", PER_PAGE), PER_PAGE_MAX);
  const page = wholeNumber(call.url, "page", 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links = [
    ...(page > 1 ? [link(call.url, page - 1, "prev")] : []),
    ...(page < last ? [link(call.url, page + 1, "next"), link(call.url, last, "last")] : []),
    ...(page > 1 ? [link(call.url, 1, "first")] : []),
  ];
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(", ") },
  };
}

function wholeNumber(url: URL, name: string, otherwise: number): number {
  const value = Number(url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

function link(url: URL, page: number, relation: string): string {
  const target = new URL(url);
  target.searchParams.set("page", String(page));
  return `<${target.href}>; rel="${relation}"`;
}
