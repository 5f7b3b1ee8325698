import type { Json, Repository } from "../model.ts";
import { hasRole } from "../permissions.ts";

/** What somebody may do in a repository, as five answers. */
export function renderRolePermissions(repository: Repository, login: string): Json {
  return {
    admin: hasRole(repository, login, "admin"),
    maintain: hasRole(repository, login, "maintain"),
    push: hasRole(repository, login, "write"),
    triage: hasRole(repository, login, "triage"),
    pull: !repository.isPrivate || hasRole(repository, login, "read"),
  };
}
