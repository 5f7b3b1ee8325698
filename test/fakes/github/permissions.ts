import type { AccessLevel, Permissions, Repository, Role, Token } from "./model.ts";
import { type ApiError, forbidden, notFound, refusal } from "./respond.ts";
import type { Need } from "./router.ts";

const RANK: Readonly<Record<AccessLevel, number>> = { read: 1, write: 2, admin: 3 };
const ROLE_RANK: Readonly<Record<Role, number>> = {
  read: 1,
  triage: 2,
  write: 3,
  maintain: 4,
  admin: 5,
};

/** What anybody may look at in a public repository. */
const PUBLIC: ReadonlySet<string> = new Set([
  "actions",
  "checks",
  "contents",
  "deployments",
  "issues",
  "metadata",
  "pull_requests",
  "statuses",
]);
/** What whoever can read may also write: issues, pull requests of their own, comments, reactions. */
const OPEN_TO_READERS: ReadonlySet<string> = new Set(["issues", "pull_requests"]);

export function roleOf(repository: Repository, login: string): Role | undefined {
  return login === repository.owner.login ? "admin" : repository.collaborators.get(login);
}

export function hasRole(repository: Repository, login: string, atLeast: Role): boolean {
  const role = roleOf(repository, login);
  return role !== undefined && ROLE_RANK[role] >= ROLE_RANK[atLeast];
}

export function includes(permissions: Permissions, need: Need): boolean {
  const granted = permissions[need.name];
  return granted !== undefined && RANK[granted] >= RANK[need.level];
}

/** Whether the token may know that the repository exists. */
export function canSee(token: Token, repository: Repository): boolean {
  if (!repository.isPrivate) {
    return true;
  }
  return token.kind === "user"
    ? roleOf(repository, token.actor.login) !== undefined
    : reaches(token, repository);
}

export function mayDo(token: Token, repository: Repository, need: Need): boolean {
  return canSee(token, repository) && findDenial(token, repository, need) === undefined;
}

/** The refusal that GitHub answers with, `undefined` when the token may. */
export function findDenial(token: Token, repository: Repository, need: Need): ApiError | undefined {
  if (!canSee(token, repository)) {
    return notFound();
  }
  switch (token.kind) {
    case "anonymous":
      return isPublicRead(repository, need) ? undefined : refusal(401, "Requires authentication");
    case "user":
      return denyUser(token, repository, need);
    case "installation":
    case "workflow":
      return mayIntegration(token, repository, need)
        ? undefined
        : forbidden("Resource not accessible by integration");
  }
}

function isPublicRead(repository: Repository, need: Need): boolean {
  return !repository.isPrivate && need.level === "read" && PUBLIC.has(need.name);
}

function denyUser(
  token: Extract<Token, { kind: "user" }>,
  repository: Repository,
  need: Need,
): ApiError | undefined {
  const isGranted = token.permissions === undefined || includes(token.permissions, need);
  if (!isGranted && need.name !== "metadata" && !isPublicRead(repository, need)) {
    return forbidden("Resource not accessible by personal access token");
  }
  if (hasRole(repository, token.actor.login, roleFor(need))) {
    return undefined;
  }
  const isOpen =
    isPublicRead(repository, need) || (!repository.isPrivate && OPEN_TO_READERS.has(need.name));
  if (isOpen) {
    return undefined;
  }
  // Who may not write is told that there is nothing here, even about a repository that he can read.
  return need.level === "admin" ? forbidden("Must have admin rights to Repository.") : notFound();
}

function roleFor(need: Need): Role {
  if (need.level === "admin" || need.name === "administration") {
    return "admin";
  }
  const isForReaders =
    PUBLIC.has(need.name) && (need.level === "read" || OPEN_TO_READERS.has(need.name));
  return isForReaders ? "read" : "write";
}

type IntegrationToken = Extract<Token, { kind: "installation" | "workflow" }>;

function mayIntegration(token: IntegrationToken, repository: Repository, need: Need): boolean {
  if (isPublicRead(repository, need)) {
    return true;
  }
  if (!reaches(token, repository)) {
    return false;
  }
  const isReadOnly = token.kind === "workflow" && token.isFromFork;
  return (
    (need.name === "metadata" && need.level === "read") ||
    (includes(token.permissions, need) && (need.level === "read" || !isReadOnly))
  );
}

/** Whether the repository is one of those that the token was made for. */
function reaches(token: Token, repository: Repository): boolean {
  switch (token.kind) {
    case "anonymous":
      return false;
    case "user":
      return roleOf(repository, token.actor.login) !== undefined;
    case "workflow":
      return token.repositoryIds.has(repository.id);
    case "installation": {
      const { installation, repositoryIds } = token;
      const isInstalled =
        installation.account.id === repository.owner.id &&
        !installation.isSuspended &&
        (installation.repositoryIds?.has(repository.id) ?? true);
      return isInstalled && (repositoryIds?.has(repository.id) ?? true);
    }
  }
}
