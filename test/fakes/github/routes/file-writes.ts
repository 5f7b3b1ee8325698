import { z } from "zod";
import { buildTree } from "../git/build-tree.ts";
import { moveRefs, type MoveOutcome } from "../git/move-refs.ts";
import { readCommit } from "../git/read-commit.ts";
import { Person, writeCommit } from "../git/write-commit.ts";
import { renderGitCommit } from "../render/commit.ts";
import { conflict, notFound, parseBody, refusal, type Reply, unprocessable } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { resolveOid, runGit } from "../run-git.ts";
import { renderFile } from "./contents.ts";

export const routes: readonly Route[] = [
  {
    method: "PUT",
    template: "/repos/{owner}/{repo}/contents/{path}",
    scope: "repository",
    permission: { name: "contents", level: "write" },
    handle: writeFile,
  },
];

const FileWrite = z.object({
  message: z.string(),
  /** Base64. */
  content: z.string(),
  /** The blob that is replaced; without one the file must be new. */
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: Person.optional(),
  committer: Person.optional(),
});

/** One file, one commit: what the editor in the browser does. */
async function writeFile(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const request = parseBody(FileWrite, call.body);
  const path = call.params["path"] ?? "";
  const branch = request.branch ?? repository.defaultBranch;
  const head = await resolveOid(repository, `refs/heads/${branch}`);
  if (head === undefined) {
    throw notFound();
  }
  const old = await resolveOid(repository, `${head}:${path}`);
  checkReplaced(path, request.sha, old);
  const blob = await runGit(repository, ["hash-object", "-w", "--stdin"], {
    input: Buffer.from(request.content, "base64"),
  });
  const tree = await buildTree(world, repository, {
    base_tree: head,
    tree: [{ path, mode: "100644", type: "blob", sha: blob }],
  });
  const sha = await writeCommit(call, { ...request, tree, parents: [head], signature: undefined });
  const ref = `refs/heads/${branch}`;
  const change = { ref, before: head, after: sha, isForced: false };
  refuseUnmoved(await moveRefs(world, call, [change]));
  return await renderWritten(call, { sha, path, branch, isNew: old === undefined });
}

function checkReplaced(path: string, given: string | undefined, old: string | undefined): void {
  if (old !== undefined && given === undefined) {
    throw unprocessable(`Invalid request.\n\n"sha" wasn't supplied.`);
  }
  if (given !== undefined && given !== old) {
    throw conflict(`${path} does not match ${given}`);
  }
}

function refuseUnmoved(outcome: MoveOutcome): void {
  switch (outcome.kind) {
    case "moved":
      return;
    case "refused":
      // A rule of the repository is a conflict here, where the API of refs calls it unprocessable.
      throw refusal(outcome.refusal.status === 403 ? 403 : 409, outcome.refusal.message);
    case "stale":
    case "missing-object":
    case "unwritable":
    case "not-fast-forward":
      throw conflict(`is at a commit that was not expected: ${outcome.ref}`);
  }
}

interface Written {
  readonly sha: string;
  readonly path: string;
  readonly branch: string;
  readonly isNew: boolean;
}

async function renderWritten(call: RepositoryCall, it: Written): Promise<Reply> {
  const commit = await readCommit(call.repository, it.sha);
  const content = await renderFile({ call, ref: it.branch, commit: it.sha }, it.path);
  return {
    status: it.isNew ? 201 : 200,
    body: {
      content,
      commit: commit && renderGitCommit(call.world, call.repository, commit),
    },
  };
}
