import type { IncomingHttpHeaders } from "node:http";
import type { AccessLevel, App, Repository, Token, World } from "./model.ts";
import type { Reply } from "./respond.ts";

export interface Call {
  readonly world: World;
  readonly method: string;
  /** The whole address of the request; its query is `url.searchParams`. */
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** Parsed JSON, `undefined` without a body. */
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  readonly token: Token;
}

/** `repository` is there, and `token` may do what the route's permission says. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

export interface AppCall extends Call {
  readonly app: App;
}

export interface Need {
  readonly name: string;
  readonly level: AccessLevel;
}

interface RouteCommon {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As GitHub's description has it: `/repos/{owner}/{repo}/git/ref/{ref}`. */
  readonly template: string;
}

/**
 * `repository`: below `/repos/{owner}/{repo}`, with a permission there.
 * `app`: asks for an App's JWT. `token`: asks for a token. `public`: asks for nothing.
 */
export type Route =
  | (RouteCommon & {
      readonly scope: "repository";
      readonly permission: Need;
      handle(call: RepositoryCall): Promise<Reply> | Reply;
    })
  | (RouteCommon & { readonly scope: "app"; handle(call: AppCall): Promise<Reply> | Reply })
  | (RouteCommon & {
      readonly scope: "token" | "public";
      handle(call: Call): Promise<Reply> | Reply;
    });

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** These take the rest of the path, slashes included. */
const TAIL_PARAMETERS: ReadonlySet<string> = new Set(["ref", "path", "basehead", "branch"]);

/** The route of a path below `/api/v3`; literal segments win over parameters. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Match | undefined {
  const found = routes
    .filter((route) => route.method === method)
    .flatMap((route) => {
      const match = patternOf(route.template).exec(path);
      return match === null ? [] : [{ route, params: decoded(match.groups ?? {}) }];
    });
  return found.toSorted((one, other) => specificity(other.route) - specificity(one.route))[0];
}

const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known !== undefined) {
    return known;
  }
  const source = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    TAIL_PARAMETERS.has(name) ? `(?<${name}>.+?)` : `(?<${name}>[^/]+)`,
  );
  const pattern = new RegExp(`^${source}/?$`);
  patterns.set(template, pattern);
  return pattern;
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

function specificity(route: Route): number {
  const segments = route.template.split("/");
  return segments.length * 100 - segments.filter((it) => it.startsWith("{")).length;
}
