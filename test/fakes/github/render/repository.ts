import type { Json, Repository, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderUser } from "./user.ts";

/** The part that every mention of a repository has. */
export function renderMinimalRepository(world: World, repository: Repository): Json {
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.isPrivate,
    owner: renderUser(world, repository.owner),
    html_url: `${world.url}/${repository.fullName}`,
    description: repository.description ?? null,
    fork: repository.forkOf !== undefined,
    ...addresses(`${world.apiUrl}/repos/${repository.fullName}`),
  };
}

/** As lists, pull requests and webhooks carry it. */
export function renderRepository(world: World, repository: Repository): Json {
  return {
    ...renderMinimalRepository(world, repository),
    ...cloneAddresses(world, repository),
    ...counters(world, repository),
    created_at: isoTime(repository.createdAtMs),
    updated_at: isoTime(repository.pushedAtMs),
    pushed_at: isoTime(repository.pushedAtMs),
    homepage: null,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    mirror_url: null,
    archived: false,
    disabled: false,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.isPrivate ? "private" : "public",
    default_branch: repository.defaultBranch,
  };
}

/** The answer to `GET /repos/{owner}/{repo}`. */
export function renderFullRepository(world: World, repository: Repository): Json {
  const { settings, forkOf } = repository;
  const parent = forkOf === undefined ? undefined : renderRepository(world, forkOf);
  return {
    ...renderRepository(world, repository),
    network_count: counters(world, repository)["forks_count"],
    subscribers_count: 0,
    allow_merge_commit: settings.allowsMergeCommit,
    allow_squash_merge: settings.allowsSquashMerge,
    allow_rebase_merge: settings.allowsRebaseMerge,
    allow_auto_merge: settings.allowsAutoMerge,
    delete_branch_on_merge: settings.deletesBranchOnMerge,
    allow_update_branch: false,
    ...(parent === undefined ? {} : { parent, source: parent }),
  };
}

function addresses(api: string): Json {
  return {
    url: api,
    ...collectionAddresses(api),
    ...gitAddresses(api),
    ...itemAddresses(api),
  };
}

function collectionAddresses(api: string): Json {
  const names = [
    "contributors",
    "deployments",
    "downloads",
    "events",
    "forks",
    "hooks",
    "languages",
    "merges",
    "stargazers",
    "subscribers",
    "subscription",
    "tags",
    "teams",
  ];
  return Object.fromEntries(names.map((name) => [`${name}_url`, `${api}/${name}`]));
}

function gitAddresses(api: string): Json {
  return {
    blobs_url: `${api}/git/blobs{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    trees_url: `${api}/git/trees{/sha}`,
    statuses_url: `${api}/statuses/{sha}`,
    archive_url: `${api}/{archive_format}{/ref}`,
    branches_url: `${api}/branches{/branch}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
  };
}

function itemAddresses(api: string): Json {
  return {
    assignees_url: `${api}/assignees{/user}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
  };
}

function cloneAddresses(world: World, repository: Repository): Json {
  const { host } = new URL(world.url);
  return {
    clone_url: `${world.url}/${repository.fullName}.git`,
    git_url: `git://${host}/${repository.fullName}.git`,
    ssh_url: `git@${host}:${repository.fullName}.git`,
    svn_url: `${world.url}/${repository.fullName}`,
  };
}

function counters(world: World, repository: Repository): Json {
  const forks = world.repositories.filter((it) => it.forkOf?.id === repository.id).length;
  const open = repository.issues.filter((issue) => issue.state === "open").length;
  return {
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: forks,
    forks,
    open_issues_count: open,
    open_issues: open,
  };
}
