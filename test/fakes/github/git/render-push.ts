import type { Json, RefMove, Repository, World } from "../model.ts";
import { runGit, tryGit } from "../run-git.ts";
import type { Mover } from "./announce-moves.ts";
import { type CommitRecord, readCommit, readCommits } from "./read-commit.ts";
import { ZERO_OID } from "./zero-oid.ts";

/** What the payload of a push can carry at most. */
const COMMITS_MAX = 2_048;

export interface MoveAmong {
  readonly move: RefMove;
  /** All of the same push. */
  readonly moves: readonly RefMove[];
}

/** What a `push` event says about one ref. */
export async function renderPush(
  world: World,
  mover: Mover,
  { move, moves }: MoveAmong,
): Promise<Json> {
  const { repository, token } = mover;
  const isNew = move.before === ZERO_OID;
  const isGone = move.after === ZERO_OID;
  const commits = isGone ? [] : await newCommits(repository, { move, moves });
  const head = isGone ? undefined : await readCommit(repository, move.after);
  return {
    ref: move.ref,
    before: move.before,
    after: move.after,
    created: isNew,
    deleted: isGone,
    forced: !isNew && !isGone && !(await contains(repository, move)),
    base_ref: null,
    compare: compareAddress(world, repository, move),
    commits: await renderEach(world, repository, commits),
    head_commit: head === undefined ? null : await renderPushed(world, repository, head),
    pusher: {
      name: token.actor.login,
      email: `${token.actor.id}+${token.actor.login}@users.noreply.github.com`,
    },
  };
}

async function newCommits(
  repository: Repository,
  { move, moves }: MoveAmong,
): Promise<readonly CommitRecord[]> {
  // A new branch brings only what no older branch has.
  const others =
    move.before === ZERO_OID
      ? [...moves.map((it) => `--exclude=${it.ref}`), "--glob=refs/heads/*"]
      : [move.before];
  const listed = await runGit(repository, [
    "rev-list",
    "--reverse",
    `--max-count=${COMMITS_MAX}`,
    move.after,
    "--not",
    ...others,
  ]);
  return await readCommits(
    repository,
    listed.split("\n").filter((line) => line !== ""),
  );
}

async function contains(repository: Repository, move: RefMove): Promise<boolean> {
  const args = ["merge-base", "--is-ancestor", move.before, move.after];
  return (await tryGit(repository, args)).code === 0;
}

function compareAddress(world: World, repository: Repository, move: RefMove): string {
  const page = `${world.url}/${repository.fullName}/compare`;
  const name = move.ref.replace(/^refs\/(?:heads|tags)\//, "");
  return move.before === ZERO_OID || move.after === ZERO_OID
    ? `${page}/${name}`
    : `${page}/${move.before.slice(0, 12)}...${move.after.slice(0, 12)}`;
}

async function renderEach(
  world: World,
  repository: Repository,
  commits: readonly CommitRecord[],
): Promise<readonly Json[]> {
  const rendered: Json[] = [];
  for (const commit of commits) {
    rendered.push(await renderPushed(world, repository, commit));
  }
  return rendered;
}

async function renderPushed(
  world: World,
  repository: Repository,
  commit: CommitRecord,
): Promise<Json> {
  const changes = await readChanges(repository, commit.sha);
  const of = (letter: string): readonly string[] =>
    changes.filter((change) => change.letter === letter).map((change) => change.path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${world.url}/${repository.fullName}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    added: of("A"),
    removed: of("D"),
    modified: changes.filter((it) => !["A", "D"].includes(it.letter)).map((it) => it.path),
  };
}

interface Change {
  readonly letter: string;
  readonly path: string;
}

async function readChanges(repository: Repository, sha: string): Promise<readonly Change[]> {
  const shown = await runGit(repository, [
    "diff-tree",
    "--root",
    "--no-commit-id",
    "--name-status",
    "--no-renames",
    "-r",
    "-z",
    sha,
  ]);
  const parts = shown.split("\0").filter((part) => part !== "");
  return Array.from({ length: Math.floor(parts.length / 2) }, (_value, index) => ({
    letter: parts[index * 2] ?? "",
    path: parts[index * 2 + 1] ?? "",
  }));
}
