import type { Token, World } from "./model.ts";
import { ApiError } from "./respond.ts";

export interface RateState {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** GitHub allows the token of a job fewer requests than others. */
const WORKFLOW_TOKEN_CEILING = 1_000;
const ANONYMOUS_CEILING = 60;

/** Counts one request, or refuses it when there are none left. */
export function spendRequest(world: World, token: Token | undefined): RateState {
  const state = readRate(world, token);
  if (state.remaining === 0) {
    throw exceeded(token, state);
  }
  const counter = counterOf(world, token);
  counter.count += 1;
  return readRate(world, token);
}

/** An unchanged answer costs nothing. */
export function refundRequest(world: World, token: Token | undefined): RateState {
  counterOf(world, token).count -= 1;
  return readRate(world, token);
}

export function readRate(world: World, token: Token | undefined): RateState {
  const counter = counterOf(world, token);
  const limit = ceilingOf(world, token);
  return {
    limit,
    used: counter.count,
    remaining: Math.max(0, limit - counter.count),
    resetSeconds: Math.ceil(counter.resetAtMs / 1000),
  };
}

export function rateHeaders(state: RateState): Record<string, string> {
  return {
    "x-ratelimit-limit": String(state.limit),
    "x-ratelimit-remaining": String(state.remaining),
    "x-ratelimit-used": String(state.used),
    "x-ratelimit-reset": String(state.resetSeconds),
    "x-ratelimit-resource": "core",
  };
}

function ceilingOf(world: World, token: Token | undefined): number {
  const { ceiling } = world.rateLimit;
  switch (token?.kind) {
    case "workflow":
      return Math.min(ceiling, WORKFLOW_TOKEN_CEILING);
    case "anonymous":
      return Math.min(ceiling, ANONYMOUS_CEILING);
    case "user":
    case "installation":
    case undefined:
      return ceiling;
  }
}

function counterOf(world: World, token: Token | undefined): { count: number; resetAtMs: number } {
  const { used, windowMs } = world.rateLimit;
  const key = principalOf(token);
  const known = used.get(key);
  if (known !== undefined && known.resetAtMs > world.nowMs()) {
    return known;
  }
  const fresh = { count: 0, resetAtMs: world.nowMs() + windowMs };
  used.set(key, fresh);
  return fresh;
}

/** All tokens of one user, one installation, or one repository's jobs share what they have. */
function principalOf(token: Token | undefined): string {
  switch (token?.kind) {
    case "installation":
      return `installation ${token.installation.id}`;
    case "workflow":
      return `jobs of ${[...token.repositoryIds].join(",")}`;
    case "user":
      return `user ${token.actor.id}`;
    case "anonymous":
      return "anonymous";
    case undefined:
      return "app";
  }
}

function exceeded(token: Token | undefined, state: RateState): ApiError {
  const subject =
    token?.kind === "installation"
      ? `installation ID ${token.installation.id}`
      : `user ID ${token?.actor.id ?? 0}`;
  return new ApiError(
    403,
    {
      message: `API rate limit exceeded for ${subject}.`,
      documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
      status: "403",
    },
    rateHeaders(state),
  );
}
