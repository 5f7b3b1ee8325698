import { idTokenIssuer, idTokenKeys } from "../actions/id-token.ts";
import { ok } from "../respond.ts";
import type { Route } from "../router.ts";

/** What a receiver of a job's id token looks up to check it. */
export const routes: readonly Route[] = [
  {
    scope: "public",
    method: "GET",
    template: "/_oidc/.well-known/openid-configuration",
    handle: ({ world }) => {
      const issuer = idTokenIssuer(world);
      return ok({
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks`,
        subject_types_supported: ["public", "pairwise"],
        response_types_supported: ["id_token"],
        id_token_signing_alg_values_supported: ["RS256"],
        scopes_supported: ["openid"],
      });
    },
  },
  {
    scope: "public",
    method: "GET",
    template: "/_oidc/.well-known/jwks",
    handle: async ({ world }) => ok(await idTokenKeys(world)),
  },
];
