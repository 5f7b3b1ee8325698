import { findCommit } from "../git/find-commit.ts";
import { type FileChange, listChanges } from "../git/list-changes.ts";
import { type CommitRecord, readCommit, readCommits } from "../git/read-commit.ts";
import type { Json, Repository } from "../model.ts";
import { renderCommit } from "../render/commit.ts";
import { renderFileChange } from "../render/file-change.ts";
import { notFound, ok, pageReply, type Reply, unprocessable } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { runGit, tryGit } from "../run-git.ts";

const READ = { name: "contents", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/commits",
    scope: "repository",
    permission: READ,
    handle: listCommits,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{ref}",
    scope: "repository",
    permission: READ,
    handle: getCommit,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/compare/{basehead}",
    scope: "repository",
    permission: READ,
    handle: compare,
  },
];

async function listCommits(call: RepositoryCall): Promise<Reply> {
  const { world, repository, url } = call;
  const from = url.searchParams.get("sha") ?? repository.defaultBranch;
  const start = await findCommit(world, repository, from);
  if (start === undefined) {
    throw notFound();
  }
  const path = url.searchParams.get("path");
  const listed = await runGit(repository, [
    "rev-list",
    ...["since", "until", "author"].flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [`--${name}=${value}`];
    }),
    start,
    ...(path === null ? [] : ["--", path]),
  ]);
  const shas = listed.split("\n").filter((line) => line !== "");
  return await pageReply(call, shas, async (sha) =>
    renderCommit(world, repository, await requireCommit(repository, sha)),
  );
}

async function requireCommit(repository: Repository, sha: string): Promise<CommitRecord> {
  const commit = await readCommit(repository, sha);
  if (commit === undefined) {
    throw notFound();
  }
  return commit;
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const name = call.params["ref"] ?? "";
  const sha = await findCommit(world, repository, name);
  if (sha === undefined) {
    throw unprocessable(`No commit found for SHA: ${name}`);
  }
  const commit = await requireCommit(repository, sha);
  const base = commit.parents[0] ?? (await emptyTree(repository));
  const plain = await renderPlain(call, { base, head: sha });
  if (plain !== undefined) {
    return plain;
  }
  const changes = await listChanges(repository, [base, sha]);
  return ok({
    ...renderCommit(world, repository, commit),
    stats: renderStats(changes),
    files: changes.map((change) => renderFileChange(world, { repository, commit: sha }, change)),
  });
}

async function emptyTree(repository: Repository): Promise<string> {
  return await runGit(repository, ["hash-object", "-t", "tree", "-w", "--stdin"]);
}

function renderStats(changes: readonly FileChange[]): Json {
  const additions = changes.reduce((sum, change) => sum + change.additions, 0);
  const deletions = changes.reduce((sum, change) => sum + change.deletions, 0);
  return { additions, deletions, total: additions + deletions };
}

interface Range {
  readonly base: string;
  readonly head: string;
}

/** The answers that are not JSON, asked for by `Accept`. */
async function renderPlain(call: RepositoryCall, range: Range): Promise<Reply | undefined> {
  const format = /application\/vnd\.github\.(?:v3\.)?(?<format>sha|diff|patch)/.exec(
    call.headers.accept ?? "",
  )?.groups?.["format"];
  if (format === undefined) {
    return undefined;
  }
  return {
    status: 200,
    bytes: {
      content: await plainText(call.repository, format, range),
      type: `application/vnd.github.${format}; charset=utf-8`,
    },
  };
}

async function plainText(repository: Repository, format: string, range: Range): Promise<string> {
  switch (format) {
    case "sha":
      return range.head;
    case "diff":
      return `${await runGit(repository, ["diff", range.base, range.head])}\n`;
    default:
      return await runGit(repository, ["format-patch", "--stdout", `${range.base}..${range.head}`]);
  }
}

const COMMITS_MAX = 250;

async function compare(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const { base, head } = await findRange(call);
  const merged = await tryGit(repository, ["merge-base", base, head]);
  if (merged.code !== 0) {
    throw notFound();
  }
  const mergeBase = merged.stdout.toString("utf8").trim();
  const plain = await renderPlain(call, { base: mergeBase, head });
  if (plain !== undefined) {
    return plain;
  }
  const [ahead, behind] = await Promise.all([
    listRange(repository, { base, head }),
    listRange(repository, { base: head, head: base }),
  ]);
  const changes = await listChanges(repository, [mergeBase, head]);
  const commits = await readCommits(repository, ahead.slice(0, COMMITS_MAX));
  const [baseCommit, mergeBaseCommit] = await Promise.all(
    [base, mergeBase].map(async (sha) => await requireCommit(repository, sha)),
  );
  return ok({
    ...renderAddresses(call),
    base_commit: baseCommit && renderCommit(world, repository, baseCommit),
    merge_base_commit: mergeBaseCommit && renderCommit(world, repository, mergeBaseCommit),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.map((commit) => renderCommit(world, repository, commit)),
    files: changes.map((change) => renderFileChange(world, { repository, commit: head }, change)),
  });
}

async function findRange(call: RepositoryCall): Promise<Range> {
  const [baseName = "", headName = ""] = (call.params["basehead"] ?? "").split("...");
  const base = await findCommit(call.world, call.repository, baseName);
  const head = await findCommit(call.world, call.repository, headName);
  if (base === undefined || head === undefined) {
    throw notFound();
  }
  return { base, head };
}

async function listRange(repository: Repository, range: Range): Promise<readonly string[]> {
  const args = ["rev-list", "--reverse", "--topo-order", `${range.base}..${range.head}`];
  return (await runGit(repository, args)).split("\n").filter((line) => line !== "");
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) {
    return behind > 0 ? "diverged" : "ahead";
  }
  return behind > 0 ? "behind" : "identical";
}

function renderAddresses({ world, repository, params }: RepositoryCall): Json {
  const basehead = encodeURIComponent(params["basehead"] ?? "");
  const html = `${world.url}/${repository.fullName}/compare/${basehead}`;
  return {
    url: `${world.apiUrl}/repos/${repository.fullName}/compare/${basehead}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
  };
}
