import type { CommitRecord } from "../git/read-commit.ts";
import type { Json, Repository, User, World } from "../model.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

/** A commit of the REST API's `commits`; `files` and `stats` come with a single one only. */
export function renderCommit(world: World, repository: Repository, commit: CommitRecord): Json {
  const api = `${world.apiUrl}/repos/${repository.fullName}`;
  const html = `${world.url}/${repository.fullName}`;
  return {
    sha: commit.sha,
    node_id: commitNode(repository, commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: renderVerification(repository, commit),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: renderAccount(world, commit.author.email),
    committer: renderAccount(world, commit.committer.email),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
  };
}

/** A commit of the REST API's `git/commits`. */
export function renderGitCommit(world: World, repository: Repository, commit: CommitRecord): Json {
  const api = `${world.apiUrl}/repos/${repository.fullName}/git`;
  const html = `${world.url}/${repository.fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: commitNode(repository, commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
    verification: renderVerification(repository, commit),
  };
}

function commitNode(repository: Repository, sha: string): string {
  return `${nodeId("C", repository.id)}${sha}`;
}

function renderVerification(repository: Repository, commit: CommitRecord): Json {
  const isVerified = repository.signedCommits.has(commit.sha);
  const otherwise = commit.isSigned ? "unknown_key" : "unsigned";
  return {
    verified: isVerified,
    reason: isVerified ? "valid" : otherwise,
    signature: null,
    payload: null,
    verified_at: isVerified ? commit.committer.date : null,
  };
}

/** The account that an address belongs to; only the addresses that GitHub gives out are known. */
function renderAccount(world: World, email: string): Json | null {
  const user = accountOf(world, email);
  return user === undefined ? null : renderUser(world, user);
}

function accountOf(world: World, email: string): User | undefined {
  const login = /^(?:\d+\+)?(?<login>[^@+]+)@users\.noreply\.github\.com$/.exec(email)?.groups?.[
    "login"
  ];
  return login === undefined ? undefined : world.users.get(login);
}
