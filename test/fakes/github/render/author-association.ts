import type { Repository, User } from "../model.ts";

/** A relation, never a permission: a collaborator may still be someone who only reads. */
export function authorAssociation(repository: Repository, user: User): string {
  if (user.login === repository.owner.login) return "OWNER";
  if (repository.collaborators.has(user.login)) return "COLLABORATOR";
  const hasContributed = repository.issues.some(
    (issue) => issue.author.id === user.id && issue.pull?.mergedAtMs !== undefined,
  );
  return hasContributed ? "CONTRIBUTOR" : "NONE";
}
