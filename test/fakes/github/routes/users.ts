import { readRate } from "../rate-limit.ts";
import { renderPublicUser } from "../render/user.ts";
import { forbidden, notFound, ok, type Reply } from "../respond.ts";
import type { Call, Route } from "../router.ts";

export const routes: readonly Route[] = [
  { method: "GET", template: "/user", scope: "token", handle: getSelf },
  { method: "GET", template: "/users/{username}", scope: "public", handle: getUser },
  { method: "GET", template: "/rate_limit", scope: "public", handle: getRateLimit },
  { method: "GET", template: "/meta", scope: "public", handle: getMeta },
];

function getSelf(call: Call): Reply {
  if (call.token.kind !== "user") {
    throw forbidden("Resource not accessible by integration");
  }
  return ok(renderPublicUser(call.world, call.token.actor));
}

function getUser(call: Call): Reply {
  const login = (call.params["username"] ?? "").toLowerCase();
  const user = [...call.world.users.values()].find((it) => it.login.toLowerCase() === login);
  if (user === undefined) {
    throw notFound();
  }
  return ok(renderPublicUser(call.world, user));
}

function getRateLimit(call: Call): Reply {
  const state = readRate(call.world, call.token);
  const rate = {
    limit: state.limit,
    used: state.used,
    remaining: state.remaining,
    reset: state.resetSeconds,
  };
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}

function getMeta(): Reply {
  return ok({ verifiable_password_authentication: false });
}
