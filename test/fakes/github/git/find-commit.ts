import type { Repository, World } from "../model.ts";
import { resolveOid, runGit } from "../run-git.ts";

/**
 * The commit that a name in an address means: a branch, a tag, a whole or shortened id, `heads/x`, or `login:branch`
 * of a fork, whose commits are fetched so that both sides can be compared.
 */
export async function findCommit(
  world: World,
  repository: Repository,
  name: string,
): Promise<string | undefined> {
  // Git would read options and expressions such as `main~1` where GitHub only takes names.
  if (!/^[\w./+@:#%-]+$/.test(name) || name.startsWith("-") || name.includes("@{")) {
    return undefined;
  }
  if (name.includes(":")) {
    return await findInFork(world, repository, name);
  }
  const candidates = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  for (const candidate of /^[0-9a-f]{7,40}$/.test(name) ? [name, ...candidates] : candidates) {
    const found = await resolveOid(repository, `${candidate}^{commit}`);
    if (found !== undefined) {
      return found;
    }
  }
  return name === "HEAD" ? await resolveOid(repository, "HEAD^{commit}") : undefined;
}

async function findInFork(
  world: World,
  repository: Repository,
  name: string,
): Promise<string | undefined> {
  const colon = name.indexOf(":");
  const [login, branch] = [name.slice(0, colon), name.slice(colon + 1)];
  const root = rootOf(repository);
  const fork = world.repositories.find(
    (it) => it.owner.login === login && rootOf(it).id === root.id,
  );
  const found = fork && (await resolveOid(fork, `refs/heads/${branch}^{commit}`));
  if (fork === undefined || found === undefined || fork.id === repository.id) {
    return found;
  }
  await runGit(repository, ["fetch", "--quiet", "--no-tags", fork.gitDir, found]);
  return found;
}

function rootOf(repository: Repository): Repository {
  return repository.forkOf === undefined ? repository : rootOf(repository.forkOf);
}
