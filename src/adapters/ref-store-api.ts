import { z } from "zod";
import type { Oid } from "../model/vector.ts";
import type { NewCommit, RefHead, RefStore, StoredCommit } from "../ports/ref-store.ts";
import {
  askRepository,
  findInRepository,
  readRepository,
  type GitHubRepository,
  type RepositoryQuestion,
} from "./github-repository.ts";
import { readStoredCommit } from "./ref-store-api-read.ts";
import { gitRefusal } from "./ref-store-api-refusal.ts";
import { swapRefs } from "./ref-store-api-swap.ts";

/** git knows this tree in every repository, written or not; GitHub will not write one without entries. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const COMMITS_KEPT_MAX = 64;
const CHARACTERS_KEPT_MAX = 1_000_000;

/** Commits that were read before. What an object id names never changes, so they stay true. */
export type KnownCommits = Map<Oid, StoredCommit>;

/** The refs of a repository on GitHub, by its API: for whoever has no clone. */
export function createApiRefStore(
  repository: GitHubRepository,
  kept: KnownCommits = new Map(),
): RefStore {
  return {
    namespace: "refs/kazi/",
    list: async (prefix) => await listRefs(repository, prefix),
    head: async (ref) => await headOf(repository, ref),
    write: async (commit) => await writeCommit(repository, commit),
    swap: async (updates) =>
      await swapRefs(repository, updates, async (ref) => await headOf(repository, ref)),
    read: async (oid) => kept.get(oid) ?? keep(kept, await readStoredCommit(repository, oid)),
  };
}

function keep(kept: KnownCommits, commit: StoredCommit | undefined): StoredCommit | undefined {
  if (commit === undefined) return undefined;
  const characters = [...commit.files.values()].reduce((sum, text) => sum + text.length, 0);
  if (characters > CHARACTERS_KEPT_MAX) return commit;
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= COMMITS_KEPT_MAX) kept.delete(oldest);
  kept.set(commit.oid, commit);
  return commit;
}

const RefAnswer = z.object({
  ref: z.string(),
  object: z.object({ sha: z.string(), type: z.string() }),
});

/** GitHub gives all of them in one answer; without a name it gives every ref there is. */
async function listRefs(repository: GitHubRepository, prefix: string): Promise<readonly RefHead[]> {
  const found = await readRepository(repository, {
    route: "GET /git/matching-refs/{ref}",
    purpose: `list the refs below ${prefix}`,
    parameters: { ref: prefix.replace(/^refs\//, "") },
    answer: z.array(RefAnswer),
  });
  return found
    .filter(({ ref }) => ref.startsWith(prefix))
    .map(({ ref, object }) => ({ ref, oid: object.sha }))
    .toSorted((left, right) => (left.ref < right.ref ? -1 : 1));
}

async function headOf(repository: GitHubRepository, ref: string): Promise<Oid | undefined> {
  const found = await findInRepository(
    repository,
    {
      route: "GET /git/ref/{ref}",
      purpose: `read ${ref}`,
      parameters: { ref: ref.replace(/^refs\//, "") },
      answer: RefAnswer,
    },
    // 409 is a repository without a commit.
    [404, 409],
  );
  return found?.ref === ref ? found.object.sha : undefined;
}

async function writeCommit(repository: GitHubRepository, commit: NewCommit): Promise<Oid> {
  const tree = await writeTree(repository, commit);
  const who = { name: "kazi", email: "kazi@localhost", date: toDate(commit.atMs) };
  return await writeObject(repository, {
    route: "POST /git/commits",
    purpose: "write a commit of the ledger",
    parameters: {
      message: `${commit.message}\n`,
      tree,
      parents: commit.parents,
      author: who,
      committer: who,
    },
  });
}

function toDate(atMs: number): string {
  const seconds = Math.max(0, Math.floor(atMs / 1_000));
  return new Date(seconds * 1_000).toISOString().replace(".000Z", "Z");
}

async function writeTree(repository: GitHubRepository, commit: NewCommit): Promise<Oid> {
  const files = await Promise.all(
    [...commit.files].map(async ([path, text]) => ({
      path,
      mode: "100644",
      type: "blob",
      ...(await contentOf(repository, text)),
    })),
  );
  const folders = [...commit.folders].map(([path, sha]) => ({
    path,
    mode: "040000",
    type: "tree",
    sha,
  }));
  const tree = [...files, ...folders];
  if (tree.length === 0) return EMPTY_TREE;
  return await writeObject(repository, {
    route: "POST /git/trees",
    purpose: "write a tree of the ledger",
    parameters: { tree },
  });
}

/** Text goes with its tree, which saves a request a file; an empty one would look like none. */
async function contentOf(
  repository: GitHubRepository,
  text: string,
): Promise<{ readonly content: string } | { readonly sha: Oid }> {
  if (text !== "") return { content: text.toWellFormed() };
  const sha = await writeObject(repository, {
    route: "POST /git/blobs",
    purpose: "write a file of the ledger",
    parameters: { content: "", encoding: "utf-8" },
  });
  return { sha };
}

async function writeObject(
  repository: GitHubRepository,
  question: Omit<RepositoryQuestion<unknown>, "answer" | "isRepeatable">,
): Promise<Oid> {
  const written = await askRepository(repository, {
    ...question,
    answer: z.object({ sha: z.string() }),
    // The same object twice is the same object.
    isRepeatable: true,
  });
  if (written.kind === "answered") return written.value.sha;
  throw gitRefusal(written, question.purpose);
}
