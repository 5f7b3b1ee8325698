import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { PushOutcome, PushRequest, Repository } from "../ports/repository.ts";
import { isBranchName } from "./branch-name.ts";
import type { RemoteMirror } from "./remote-mirror.ts";
import { checkOids, createRepositoryObjects } from "./repository-objects.ts";

/** A remote repository without any checkout. What is asked of it is fetched when it is not here yet. */
export function createMirrorRepository(mirror: RemoteMirror, received: string): Repository {
  const objects = createRepositoryObjects(
    async () => await Promise.resolve(mirror.gitDir),
    received,
  );
  return {
    branch: async (name) => await branch(mirror, name),
    isAncestor: async (older, newer) => {
      await bring(mirror, older, newer);
      return await objects.isAncestor(older, newer);
    },
    treeOf: async (commit) => {
      await bring(mirror, commit);
      return await objects.treeOf(commit);
    },
    files: async (commit) => {
      await bring(mirror, commit);
      return await objects.files(commit);
    },
    text: async (commit, path, bytesMax) => {
      await bring(mirror, commit);
      return await objects.text(commit, path, bytesMax);
    },
    subtree: async (commit, paths) => {
      await bring(mirror, commit);
      return await objects.subtree(commit, paths);
    },
    adopt: async (commit) => await objects.adopt(commit),
    inspect: async () =>
      await Promise.resolve({ root: mirror.gitDir, dirty: [], checkedOut: [], user: "" }),
    advance: async () => await Promise.resolve(true),
    push: async (request) => await push(mirror, request),
  };
}

async function bring(mirror: RemoteMirror, ...oids: readonly Oid[]): Promise<void> {
  checkOids(...oids);
  for (const oid of oids) if (!(await mirror.has(oid))) await mirror.fetch([oid]);
}

async function branch(mirror: RemoteMirror, name: string): Promise<Oid | undefined> {
  if (!isBranchName(name)) return undefined;
  const ref = `refs/heads/${name}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [found] = await mirror.heads(ref);
    if (found === undefined) return undefined;
    if (!(await mirror.has(found.oid))) await mirror.fetch([ref]);
    // It may have moved in between: what is answered must be here.
    if (await mirror.has(found.oid)) return found.oid;
  }
  throw new KaziError({
    code: "git-failed",
    message: `expected to fetch ${ref}, found it moving all the time; try again`,
  });
}

/** Kept work is on the branch since it was recorded; a branch that was deleted comes back. */
async function push(mirror: RemoteMirror, request: PushRequest): Promise<PushOutcome> {
  const { branch: name, commit } = request;
  checkOids(commit);
  const ref = `refs/heads/${name}`;
  const [found] = await mirror.heads(ref);
  if (found?.oid === commit) return { kind: "pushed", remote: "origin" };
  if (found !== undefined) {
    return { kind: "refused", reason: `${name} has moved to ${found.oid.slice(0, 12)}` };
  }
  const answer = await mirror.push([{ ref, after: commit }]);
  switch (answer.kind) {
    case "moved":
      return { kind: "pushed", remote: "origin" };
    case "stale":
      return { kind: "refused", reason: `${name} was made by somebody else at this moment` };
    case "refused":
    case "unknown":
      return { kind: "refused", reason: answer.reason };
  }
}
