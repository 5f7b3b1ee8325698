import { z } from "zod";
import type { Permission, Permissions } from "../ports/permissions.ts";
import { findInRepository, type GitHubRepository } from "./github-repository.ts";

const PermissionAnswer = z.object({
  permission: z.string(),
  role_name: z.string().optional(),
});

/** What each role is called in `permission`, which knows only four. */
const LEGACY_NAMES: Readonly<Record<string, string>> = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
};

/** Permissions by GitHub's word at the moment of use; nothing is kept. */
export function createGitHubPermissions(repository: GitHubRepository): Permissions {
  return {
    async of(login) {
      const found = await findInRepository(repository, {
        route: "GET /collaborators/{username}/permission",
        purpose: `look up what ${login} may do here`,
        parameters: { username: login },
        answer: PermissionAnswer,
      });
      return found === undefined ? "none" : toPermission(found);
    },
  };
}

/**
 * A custom role has a name of its own, and `permission` says what it is based on. A role that claims
 * more than `permission` is taken for a custom one of that name.
 */
function toPermission(found: z.infer<typeof PermissionAnswer>): Permission {
  const role = found.role_name ?? found.permission;
  return LEGACY_NAMES[role] === found.permission ? named(role) : named(found.permission);
}

function named(role: string): Permission {
  switch (role) {
    case "admin":
    case "maintain":
    case "write":
    case "triage":
    case "read":
      return role;
    default:
      return "none";
  }
}
