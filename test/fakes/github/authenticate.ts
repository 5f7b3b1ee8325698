import { verify } from "node:crypto";
import { z } from "zod";
import type { AnonymousToken, App, Token, User, World } from "./model.ts";
import { notFound, refusal } from "./respond.ts";

export type Credentials =
  | { readonly kind: "token"; readonly token: Token }
  | { readonly kind: "app"; readonly app: App };

const NOBODY: User = { id: 0, login: "", type: "User", name: undefined, createdAtMs: 0 };
/** Who sends no credentials at all. */
export const ANONYMOUS: AnonymousToken = {
  kind: "anonymous",
  value: "",
  actor: NOBODY,
  expiresAtMs: undefined,
  isRevoked: false,
};

/** Who asks, by the `Authorization` header of a request; throws GitHub's 401 for what it does not know. */
export function authenticate(world: World, authorization: string | undefined): Credentials {
  if (authorization === undefined) {
    return { kind: "token", token: ANONYMOUS };
  }
  const value = credentialIn(authorization);
  if (value === undefined) {
    throw refusal(401, "Bad credentials");
  }
  return value.split(".").length === 3
    ? { kind: "app", app: verifyAppToken(world, value) }
    : { kind: "token", token: findToken(world, value) };
}

function credentialIn(authorization: string): string | undefined {
  const [, scheme = "", value = ""] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case "token":
    case "bearer":
      return value;
    case "basic":
      return tokenInBasic(Buffer.from(value, "base64").toString("utf8"));
    default:
      return undefined;
  }
}

/** Git sends `x-access-token:<token>`; older tools put the token first. */
function tokenInBasic(pair: string): string {
  const colon = pair.indexOf(":");
  const password = pair.slice(colon + 1);
  return password === "" || password === "x-oauth-basic" ? pair.slice(0, colon) : password;
}

function findToken(world: World, value: string): Token {
  const token = world.tokens.get(value);
  const isExpired = token?.expiresAtMs !== undefined && token.expiresAtMs <= world.nowMs();
  if (token === undefined || token.isRevoked || isExpired) {
    throw refusal(401, "Bad credentials");
  }
  return token;
}

const Header = z.object({ alg: z.literal("RS256") });
const Claims = z.object({
  iss: z.union([z.string(), z.number()]),
  iat: z.number(),
  exp: z.number(),
});

const LIFETIME_MAX_SECONDS = 600;
const CLOCK_DRIFT_SECONDS = 60;

/** A JWT that an App signed with its private key. */
function verifyAppToken(world: World, jwt: string): App {
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const parsedHeader = Header.safeParse(decode(header));
  const parsedClaims = Claims.safeParse(decode(claims));
  if (!parsedHeader.success || !parsedClaims.success) {
    throw refusal(401, "A JSON web token could not be decoded");
  }
  const { iss, iat, exp } = parsedClaims.data;
  const app = world.apps.find((it) => [String(it.id), it.clientId].includes(String(iss)));
  if (app === undefined || app.publicKey === "") {
    throw notFound();
  }
  const signed = Buffer.from(`${header}.${claims}`);
  if (!verify("RSA-SHA256", signed, app.publicKey, Buffer.from(signature, "base64url"))) {
    throw refusal(401, "A JSON web token could not be decoded");
  }
  checkTimes(world, iat, exp);
  return app;
}

/** By these words octokit knows that its clock is wrong, and corrects itself by the `date` header. */
function checkTimes(world: World, issuedAt: number, expiresAt: number): void {
  const nowSeconds = Math.floor(world.nowMs() / 1000);
  if (expiresAt <= nowSeconds) {
    throw refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (expiresAt > nowSeconds + LIFETIME_MAX_SECONDS + CLOCK_DRIFT_SECONDS) {
    throw refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (issuedAt > nowSeconds + CLOCK_DRIFT_SECONDS) {
    throw refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
