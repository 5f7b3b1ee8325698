import { readCommits } from "../git/read-commit.ts";
import { protectionOf } from "../git/receive-rules.ts";
import { rulesetsOf } from "../git/ruleset-rules.ts";
import type { Json, Repository } from "../model.ts";
import { renderCommit } from "../render/commit.ts";
import { notFound, ok, pageReply, type Reply } from "../respond.ts";
import type { RepositoryCall, Route } from "../router.ts";
import { runGit } from "../run-git.ts";

const READ = { name: "contents", level: "read" } as const;

export const routes: readonly Route[] = [
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/branches",
    scope: "repository",
    permission: READ,
    handle: listBranches,
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/branches/{branch}",
    scope: "repository",
    permission: READ,
    handle: getBranch,
  },
];

interface Branch {
  readonly name: string;
  readonly sha: string;
}

async function readBranches(repository: Repository): Promise<readonly Branch[]> {
  const format = "--format=%(objectname) %(refname:lstrip=2)";
  const listed = await runGit(repository, ["for-each-ref", format, "refs/heads"]);
  return listed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ sha: line.slice(0, 40), name: line.slice(41) }));
}

function isProtected(repository: Repository, branch: string): boolean {
  const ref = `refs/heads/${branch}`;
  return protectionOf(repository, ref) !== undefined || rulesetsOf(repository, ref).length > 0;
}

async function listBranches(call: RepositoryCall): Promise<Reply> {
  const { world, repository, url } = call;
  const wanted = url.searchParams.get("protected");
  const branches = (await readBranches(repository)).filter(
    (it) => wanted === null || String(isProtected(repository, it.name)) === wanted,
  );
  return await pageReply(call, branches, (it) => ({
    name: it.name,
    commit: {
      sha: it.sha,
      url: `${world.apiUrl}/repos/${repository.fullName}/commits/${it.sha}`,
    },
    protected: isProtected(repository, it.name),
  }));
}

async function getBranch(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const name = call.params["branch"] ?? "";
  const branch = (await readBranches(repository)).find((it) => it.name === name);
  const [commit] = branch === undefined ? [] : await readCommits(repository, [branch.sha]);
  if (commit === undefined) {
    throw notFound();
  }
  const path = `repos/${repository.fullName}/branches/${name}`;
  return ok({
    name,
    commit: renderCommit(world, repository, commit),
    _links: {
      self: `${world.apiUrl}/${path}`,
      html: `${world.url}/${repository.fullName}/tree/${name}`,
    },
    protected: isProtected(repository, name),
    protection: renderProtection(repository, name),
    protection_url: `${world.apiUrl}/${path}/protection`,
  });
}

function renderProtection(repository: Repository, branch: string): Json {
  const protection = protectionOf(repository, `refs/heads/${branch}`);
  const checks = protection?.requiredChecks ?? [];
  const enforcement = protection?.isEnforcedForAdmins === true ? "everyone" : "non_admins";
  return {
    enabled: protection !== undefined,
    required_status_checks: {
      enforcement_level: checks.length === 0 ? "off" : enforcement,
      contexts: checks.map((check) => check.context),
      checks: checks.map((check) => ({ context: check.context, app_id: check.appId ?? null })),
    },
  };
}
