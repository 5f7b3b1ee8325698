import type { Role, User } from "../model.ts";
import { hasRole } from "../permissions.ts";
import { forbidden } from "../respond.ts";
import type { RepositoryCall } from "../router.ts";

/** People change what they wrote; what others wrote only with a role. Apps are bound by permissions alone. */
export function needAuthorOrRole(call: RepositoryCall, author: User, role: Role): void {
  const { token, repository } = call;
  if (token.kind !== "user" || token.actor.id === author.id) return;
  if (!hasRole(repository, token.actor.login, role)) {
    throw forbidden("Must have admin rights to Repository.");
  }
}
