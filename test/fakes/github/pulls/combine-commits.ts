import type { Repository, User } from "../model.ts";
import { runGit, tryGit } from "../run-git.ts";

export type MergeMethod = "merge" | "squash" | "rebase";

export interface Combination {
  readonly base: string;
  readonly head: string;
  readonly method: MergeMethod;
  readonly message: string;
  /** Who merges, and who wrote the pull request: the author of a squashed commit. */
  readonly merger: User;
  readonly author: User;
  readonly nowMs: number;
}

/** Combines two commits without a work tree; `undefined` when they conflict. No ref moves. */
export async function combineCommits(
  repository: Repository,
  it: Combination,
): Promise<string | undefined> {
  if (it.method === "rebase") return await rebase(repository, it);
  const tree = await mergeTrees(repository, it.base, it.head);
  if (tree === undefined) return undefined;
  const parents = it.method === "merge" ? [it.base, it.head] : [it.base];
  const author = it.method === "merge" ? it.merger : it.author;
  return await commitTree(repository, {
    tree,
    parents,
    message: it.message,
    environment: { ...identity("AUTHOR", author, it.nowMs), ...committer(it.nowMs) },
  });
}

/** The tree of a merge of two commits; `undefined` when they conflict or share no history. */
async function mergeTrees(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const merged = await tryGit(repository, [
    "merge-tree",
    "--write-tree",
    "--no-messages",
    ours,
    theirs,
  ]);
  return merged.code === 0 ? merged.stdout.toString("utf8").trim() : undefined;
}

async function rebase(repository: Repository, it: Combination): Promise<string | undefined> {
  const listed = await runGit(repository, [
    "rev-list",
    "--reverse",
    "--no-merges",
    `${it.base}..${it.head}`,
  ]);
  let onto = it.base;
  for (const commit of listed.split("\n").filter((line) => line !== "")) {
    const next = await pick(repository, { onto, commit, nowMs: it.nowMs });
    if (next === undefined) return undefined;
    onto = next;
  }
  return onto;
}

interface Pick {
  readonly onto: string;
  readonly commit: string;
  readonly nowMs: number;
}

async function pick(repository: Repository, it: Pick): Promise<string | undefined> {
  // The merge base must be the parent of the picked commit. A stand-in commit with the tree to build on
  // and that parent makes it so; this git cannot be told a merge base.
  const standIn = await commitTree(repository, {
    tree: `${it.onto}^{tree}`,
    parents: [`${it.commit}^`],
    message: "stand-in",
    environment: { ...committer(it.nowMs), ...authorGitHub(it.nowMs) },
  });
  const tree = await mergeTrees(repository, standIn, it.commit);
  if (tree === undefined) return undefined;
  const shown = await runGit(repository, [
    "show",
    "--no-patch",
    "--format=%an%x00%ae%x00%ad%x00%B",
    "--date=raw",
    it.commit,
  ]);
  const [name = "", email = "", date = "", message = ""] = shown.split("\0");
  return await commitTree(repository, {
    tree,
    parents: [it.onto],
    message: message.trimEnd(),
    environment: {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      ...committer(it.nowMs),
    },
  });
}

interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function commitTree(repository: Repository, it: NewCommit): Promise<string> {
  const parents = it.parents.flatMap((parent) => ["-p", parent]);
  const args = ["commit-tree", it.tree, ...parents, "-F", "-"];
  return await runGit(repository, args, {
    input: `${it.message}\n`,
    environment: it.environment,
  });
}

function identity(role: "AUTHOR" | "COMMITTER", user: User, nowMs: number): Record<string, string> {
  return {
    [`GIT_${role}_NAME`]: user.name ?? user.login,
    [`GIT_${role}_EMAIL`]: `${user.id}+${user.login}@users.noreply.github.com`,
    [`GIT_${role}_DATE`]: rawDate(nowMs),
  };
}

function committer(nowMs: number): Record<string, string> {
  return {
    GIT_COMMITTER_NAME: "GitHub",
    GIT_COMMITTER_EMAIL: "noreply@github.com",
    GIT_COMMITTER_DATE: rawDate(nowMs),
  };
}

function authorGitHub(nowMs: number): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: "GitHub",
    GIT_AUTHOR_EMAIL: "noreply@github.com",
    GIT_AUTHOR_DATE: rawDate(nowMs),
  };
}

function rawDate(nowMs: number): string {
  return `${Math.floor(nowMs / 1000)} +0000`;
}
