import { z } from "zod";
import type { Repository } from "../model.ts";
import { canSee } from "../permissions.ts";
import { nodeId } from "../render/node-id.ts";
import type { Call } from "../router.ts";
import { resolveOid } from "../run-git.ts";
import type { Arguments, RepositoryField } from "./field-resolver.ts";
import { GraphQlError } from "./graphql-error.ts";

const Names = z.object({ owner: z.string(), name: z.string() });

export async function queryRepository(
  call: Call,
  args: Arguments,
  fields: Readonly<Record<string, RepositoryField>>,
): Promise<unknown> {
  const { owner, name } = Names.parse(args);
  const fullName = `${owner}/${name}`.toLowerCase();
  const repository = call.world.repositories.find((it) => it.fullName.toLowerCase() === fullName);
  if (repository === undefined || !canSee(call.token, repository)) {
    throw new GraphQlError(
      `Could not resolve to a Repository with the name '${owner}/${name}'.`,
      "NOT_FOUND",
    );
  }
  const special = Object.entries(fields).map(([field, resolve]) => [
    field,
    (fieldArgs: Arguments): unknown => resolve(call, repository, fieldArgs),
  ]);
  return { ...(await plainFields(repository)), ...Object.fromEntries(special) };
}

async function plainFields(repository: Repository): Promise<Record<string, unknown>> {
  const branch = repository.defaultBranch;
  const oid = await resolveOid(repository, `refs/heads/${branch}`);
  return {
    id: nodeId("R", repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.isPrivate,
    isFork: repository.forkOf !== undefined,
    owner: { login: repository.owner.login },
    autoMergeAllowed: repository.settings.allowsAutoMerge,
    defaultBranchRef: oid === undefined ? undefined : { name: branch, target: { oid } },
  };
}

const RefName = z.object({ qualifiedName: z.string() });

/** `repository { ref(qualifiedName: "refs/heads/main") { target { oid } } }`. */
export async function queryRef(
  _call: Call,
  repository: Repository,
  args: Arguments,
): Promise<unknown> {
  const { qualifiedName } = RefName.parse(args);
  const ref = qualifiedName.startsWith("refs/") ? qualifiedName : `refs/heads/${qualifiedName}`;
  const oid = await resolveOid(repository, ref);
  const slash = ref.indexOf("/", "refs/".length) + 1;
  return oid === undefined
    ? undefined
    : {
        id: `${nodeId("REF", repository.id)}:${ref}`,
        name: ref.slice(slash),
        prefix: ref.slice(0, slash),
        target: { oid },
      };
}

export function queryViewer(call: Call): unknown {
  const { actor } = call.token;
  return { id: nodeId("U", actor.id), login: actor.login, databaseId: actor.id };
}
