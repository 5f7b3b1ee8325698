import { z } from "zod";
import type { Oid } from "../model/vector.ts";
import type { Source } from "../ports/source.ts";
import { createCommitReader } from "./github-commits.ts";
import { findInRepository, type GitHubRepository } from "./github-repository.ts";

const FILES_MAX = 1_000;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 a commit that is not there. */
const ABSENT = [404, 409, 422];

/** Commits and files as GitHub has them. */
export function createGitHubSource(repository: GitHubRepository): Source {
  return {
    defaultBranch: () => Promise.resolve(repository.defaultBranch),
    branch: async (name) => await branchHead(repository, name),
    file: async (commit, path, bytesMax) => await readFile(repository, { commit, path, bytesMax }),
    list: async (commit, folder) => await listFiles(repository, commit, folder),
    commit: createCommitReader(repository),
  };
}

const RefAnswer = z.object({
  ref: z.string(),
  object: z.object({ sha: z.string(), type: z.string() }),
});

async function branchHead(repository: GitHubRepository, name: string): Promise<Oid | undefined> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /git/ref/{ref}",
      purpose: `read the branch ${name}`,
      parameters: { ref: `heads/${name}` },
      answer: RefAnswer,
    },
    ABSENT,
  );
  return found?.ref === `refs/heads/${name}` ? found.object.sha : undefined;
}

const ContentAnswer = z.union([
  z.array(z.unknown()),
  z.object({
    type: z.string(),
    sha: z.string(),
    size: z.int(),
    encoding: z.string().optional(),
    content: z.string().optional(),
  }),
]);

async function readFile(
  repository: GitHubRepository,
  wanted: { readonly commit: Oid; readonly path: string; readonly bytesMax: number },
): Promise<Uint8Array | undefined> {
  const { commit, path, bytesMax } = wanted;
  // A branch or a tag in its place would be found as well, and could move.
  if (!OID.test(commit)) return undefined;
  const found = await findInRepository(
    repository,
    {
      route: "GET /contents/{path}",
      purpose: `read ${path} at ${commit}`,
      parameters: { path, ref: commit },
      answer: ContentAnswer,
    },
    ABSENT,
  );
  if (found === undefined || Array.isArray(found) || found.type !== "file") return undefined;
  if (found.size > bytesMax) return undefined;
  if (found.encoding === "base64" && found.content !== undefined) {
    return Buffer.from(found.content, "base64");
  }
  // Files above one megabyte come without their content.
  return await readBlob(repository, found.sha);
}

const BlobAnswer = z.object({ content: z.string(), encoding: z.literal("base64") });

async function readBlob(repository: GitHubRepository, oid: Oid): Promise<Uint8Array | undefined> {
  const blob = await findInRepository(repository, {
    route: "GET /git/blobs/{file_sha}",
    purpose: `read the blob ${oid}`,
    parameters: { file_sha: oid },
    answer: BlobAnswer,
  });
  return blob === undefined ? undefined : Buffer.from(blob.content, "base64");
}

const TreeAnswer = z.object({
  tree: z.array(
    z.object({ path: z.string(), mode: z.string(), type: z.string(), sha: z.string() }),
  ),
});
type TreeAnswer = z.infer<typeof TreeAnswer>;

const FILE_MODES: ReadonlySet<string> = new Set(["100644", "100755"]);

/** One folder after the other down to the one that is asked for, and only that one whole. */
async function listFiles(
  repository: GitHubRepository,
  commit: Oid,
  folder: string,
): Promise<readonly string[]> {
  if (!OID.test(commit)) return [];
  const names = folder.split("/").filter((name) => name !== "");
  let oid = commit;
  for (const name of names) {
    const tree = await readTree(repository, oid, false);
    const found = tree?.tree.find((it) => it.path === name && it.type === "tree");
    if (found === undefined) return [];
    oid = found.sha;
  }
  const whole = await readTree(repository, oid, true);
  return (whole?.tree ?? [])
    .filter(({ type, mode }) => type === "blob" && FILE_MODES.has(mode))
    .slice(0, FILES_MAX)
    .map(({ path }) => [...names, path].join("/"));
}

async function readTree(
  repository: GitHubRepository,
  oid: Oid,
  isRecursive: boolean,
): Promise<TreeAnswer | undefined> {
  return await findInRepository(
    repository,
    {
      route: "GET /git/trees/{tree_sha}",
      purpose: `list the files of ${oid}`,
      // Any value means yes to GitHub, `false` too.
      parameters: { tree_sha: oid, ...(isRecursive ? { recursive: "1" } : {}) },
      answer: TreeAnswer,
    },
    ABSENT,
  );
}
