import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { Change, CommitRequest } from "../ports/workshop.ts";
import { buildTree } from "./build-tree.ts";
import type { MeasuredChange } from "./describe-path.ts";
import type { Bench } from "./tree-attributes.ts";
import { readTreePath, toPathKey } from "./tree-path.ts";

export const AUTHOR_NAME = "kazi";
export const AUTHOR_EMAIL = "kazi@localhost";

/** The commit of exactly the listed changes; `undefined` when they change nothing. */
export async function makeCommit(bench: Bench, request: CommitRequest): Promise<Oid | undefined> {
  const { parent, folder } = request;
  const changes = request.changes.map(toMeasured);
  const tree = await buildTree(bench, { folder, parent, changes });
  const before = await bench.store.git(["rev-parse", "--verify", `${parent}^{tree}`]);
  if (before.stdout.toString().trim() === tree) return undefined;
  const date = `@${Math.floor(request.atMs / 1000)} +0000`;
  const made = await bench.store.git(["commit-tree", tree, "-p", parent, "-F", "-"], {
    stdin: request.message.replaceAll("\0", ""),
    env: {
      GIT_AUTHOR_NAME: AUTHOR_NAME,
      GIT_AUTHOR_EMAIL: AUTHOR_EMAIL,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: AUTHOR_EMAIL,
      GIT_COMMITTER_DATE: date,
    },
  });
  return made.stdout.toString().trim();
}

function toMeasured(change: Change): MeasuredChange {
  const key = toPathKey(change.path);
  if (!readTreePath(key).isFit) throw notCommittable(change);
  return { key, change, mode: modeFor(change) };
}

function modeFor(change: Change): string {
  switch (change.kind) {
    case "file":
      return "100644";
    case "executable":
      return "100755";
    case "symlink":
      return "120000";
    case "deleted":
      return "0";
    case "repository":
    case "filtered":
    case "special":
      throw notCommittable(change);
  }
}

function notCommittable(change: Change): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `${readTreePath(toPathKey(change.path)).path}: expected a file, a link or a deletion to commit, found ${change.kind}; refuse it first`,
  });
}
