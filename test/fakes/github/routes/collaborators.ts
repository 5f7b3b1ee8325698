import type { Role } from "../model.ts";
import { hasRole, roleOf } from "../permissions.ts";
import { renderRolePermissions } from "../render/role-permissions.ts";
import { renderUser } from "../render/user.ts";
import { forbidden, noContent, notFound, ok, pageReply, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";

const METADATA = { name: "metadata", level: "read" } as const;
const ALL = "/repos/{owner}/{repo}/collaborators";

export const routes: readonly Route[] = [
  { method: "GET", template: ALL, scope: "repository", permission: METADATA, handle: list },
  {
    method: "GET",
    template: `${ALL}/{username}`,
    scope: "repository",
    permission: METADATA,
    handle: isCollaborator,
  },
  {
    method: "GET",
    template: `${ALL}/{username}/permission`,
    scope: "repository",
    permission: METADATA,
    handle: getPermission,
  },
];

async function list(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  needPush(call, "repository collaborators");
  const logins = new Set([repository.owner.login, ...repository.collaborators.keys()]);
  const users = [...world.users.values()].filter((user) => logins.has(user.login));
  return await pageReply(call, users, (user) => ({
    ...renderUser(world, user),
    permissions: renderRolePermissions(repository, user.login),
    role_name: roleOf(repository, user.login),
  }));
}

function needPush(call: RepositoryCall, what: string): void {
  const { repository, token } = call;
  if (token.kind === "user" && !hasRole(repository, token.actor.login, "write")) {
    throw forbidden(`Must have push access to view ${what}.`);
  }
}

function isCollaborator(call: RepositoryCall): Reply {
  needPush(call, "repository collaborators");
  if (roleOf(call.repository, call.params["username"] ?? "") === undefined) {
    throw notFound();
  }
  return noContent();
}

/** The coarse word of the older answer; `role_name` is the exact one. */
const LEGACY: Readonly<Record<Role, string>> = {
  admin: "admin",
  maintain: "write",
  write: "write",
  triage: "read",
  read: "read",
};

function getPermission(call: RepositoryCall): Reply {
  const { world, repository } = call;
  needPush(call, "collaborator permission");
  const user = world.users.get(call.params["username"] ?? "");
  if (user === undefined) {
    throw notFound();
  }
  // Whoever has an account can read what is public.
  const role = roleOf(repository, user.login) ?? (repository.isPrivate ? undefined : "read");
  const roleName = role ?? "none";
  return ok({
    permission: role === undefined ? "none" : LEGACY[role],
    role_name: roleName,
    user: {
      ...renderUser(world, user),
      permissions: renderRolePermissions(repository, user.login),
      role_name: roleName,
    },
  });
}
