import { z } from "zod";
import type { Oid } from "../model/vector.ts";
import { FILE_BYTES_MAX, type StoredCommit } from "../ports/ref-store.ts";
import { findInRepository, type GitHubRepository } from "./github-repository.ts";

const ENTRIES_MAX = 16;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** 409 is an empty repository, 422 an object of another kind. */
const ABSENT = [404, 409, 422];

const CommitAnswer = z.object({
  sha: z.string(),
  tree: z.object({ sha: z.string() }),
  parents: z.array(z.object({ sha: z.string() })),
});

/** A commit with its files: one request for it, one for its tree, and one a file. */
export async function readStoredCommit(
  repository: GitHubRepository,
  oid: Oid,
): Promise<StoredCommit | undefined> {
  if (!OID.test(oid)) return undefined;
  const commit = await findInRepository(
    repository,
    {
      route: "GET /git/commits/{commit_sha}",
      purpose: `read the commit ${oid}`,
      parameters: { commit_sha: oid },
      answer: CommitAnswer,
    },
    ABSENT,
  );
  if (commit?.sha !== oid) return undefined;
  const entries = await readEntries(repository, commit.tree.sha);
  if (entries === undefined) return undefined;
  const folders = entries.filter(({ mode }) => mode === "040000");
  return {
    oid,
    parents: commit.parents.map(({ sha }) => sha),
    files: await readFiles(
      repository,
      entries.filter(({ mode }) => mode === "100644"),
    ),
    folders: new Map(folders.map(({ path, sha }) => [path, sha])),
  };
}

const Entry = z.object({
  path: z.string().regex(/^[\w.-]+$/),
  mode: z.enum(["100644", "040000"]),
  sha: z.string(),
  size: z.int().optional(),
});
type Entry = z.infer<typeof Entry>;

const TreeAnswer = z.object({ tree: z.array(z.unknown()), truncated: z.boolean().optional() });

/** `undefined` for a tree that the ledger never writes: large, with links, or with odd names. */
async function readEntries(
  repository: GitHubRepository,
  tree: Oid,
): Promise<readonly Entry[] | undefined> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /git/trees/{tree_sha}",
      purpose: `read the tree ${tree}`,
      parameters: { tree_sha: tree },
      answer: TreeAnswer,
    },
    ABSENT,
  );
  if (found === undefined || found.truncated === true || found.tree.length > ENTRIES_MAX) {
    return undefined;
  }
  return z.array(Entry).safeParse(found.tree).data;
}

async function readFiles(
  repository: GitHubRepository,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, string>> {
  const fitting = entries.filter(({ size }) => (size ?? 0) <= FILE_BYTES_MAX);
  const texts = await Promise.all(
    fitting.map(async ({ path, sha }) => {
      const text = await readText(repository, sha);
      return text === undefined ? [] : ([[path, text]] as const);
    }),
  );
  return new Map(texts.flat());
}

/** Bytes that are no text count as damage, like a missing file: replacing them would hide it. */
async function readText(repository: GitHubRepository, blob: Oid): Promise<string | undefined> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /git/blobs/{file_sha}",
      purpose: `read the file ${blob}`,
      parameters: { file_sha: blob },
      answer: z.object({ content: z.string(), encoding: z.literal("base64") }),
    },
    ABSENT,
  );
  if (found === undefined) return undefined;
  const content = Buffer.from(found.content, "base64");
  if (content.length > FILE_BYTES_MAX) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
