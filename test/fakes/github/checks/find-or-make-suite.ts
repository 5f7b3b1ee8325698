import type { App, CheckSuite, Repository, World } from "../model.ts";

/** The suite that an App has for a commit; there is one, however many runs it holds. */
export function findOrMakeSuite(
  world: World,
  repository: Repository,
  it: { readonly app: App; readonly headSha: string; readonly headBranch: string | undefined },
): { readonly suite: CheckSuite; readonly isNew: boolean } {
  const known = repository.checkSuites.find(
    (suite) => suite.app.id === it.app.id && suite.headSha === it.headSha,
  );
  if (known !== undefined) return { suite: known, isNew: false };
  return { suite: makeSuite(world, repository, it), isNew: true };
}

/** A further one, as each workflow run has its own. */
export function makeSuite(
  world: World,
  repository: Repository,
  it: { readonly app: App; readonly headSha: string; readonly headBranch: string | undefined },
): CheckSuite {
  const nowMs = world.nowMs();
  const suite = { ...it, id: world.nextId(), createdAtMs: nowMs, updatedAtMs: nowMs };
  repository.checkSuites.push(suite);
  return suite;
}
