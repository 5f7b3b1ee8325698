import { Octokit } from "@octokit/core";
import { createGitHubClient, type GitHubClient } from "../../src/adapters/github-client.ts";
import { findRepository, type GitHubRepository } from "../../src/adapters/github-repository.ts";
import type { App, Permissions, Repository, Token } from "../fakes/github/model.ts";
import { type LocalGitHub, startGitHub } from "../fakes/github/start-github.ts";

/** A local GitHub with `team/project`, the App `kazi` on it, and people with different roles. */
export interface GitHubUnderTest {
  readonly github: LocalGitHub;
  /** As GitHub keeps it. */
  readonly model: Repository;
  readonly app: App;
  /** A clock that only moves when it is told to. */
  readonly clock: { nowMs: number };
  /** As the App's installation sees it. */
  readonly repository: GitHubRepository;
  readonly client: GitHubClient;
  /** The same with another token. */
  asToken(token: Token): Promise<GitHubRepository>;
  installationToken(permissions?: Permissions): Token;
  workflowToken(permissions: Permissions): Token;
  /** An ordinary octokit, for what people do. */
  as(login: string): Octokit;
  /** Commits one file to a branch, which is made from `main` where it is not there. */
  commit(branch: string, path: string, text: string): Promise<string>;
  /** Opens a pull request as `alice`; its number. */
  open(branch: string, isDraft?: boolean): Promise<number>;
  head(ref: string): Promise<string>;
  close(): Promise<void>;
}

const PERMISSIONS: Permissions = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
};

const PLACE = { owner: "team", repo: "project" };
const GET_REF = "GET /repos/{owner}/{repo}/git/ref/{ref}";

interface Place {
  readonly owner: string;
  readonly repo: string;
}

interface NewFile {
  readonly branch: string;
  readonly path: string;
  readonly text: string;
}

const WORKFLOW = `name: kazi
on:
  workflow_dispatch:
    inputs:
      goal: { type: string, required: true }
      pull: { type: string, required: false }
      approval: { type: string, required: false }
jobs:
  claim:
    runs-on: ubuntu-latest
    steps: [{ run: "true" }]
`;

export async function githubUnderTest(
  files: Readonly<Record<string, string>> = {},
): Promise<GitHubUnderTest> {
  const clock = { nowMs: Date.parse("2030-01-01T00:00:00Z") };
  const github = await startGitHub({ nowMs: () => clock.nowMs });
  const model = await github.addRepository({
    owner: PLACE.owner,
    name: PLACE.repo,
    files: { "README.md": "# Project\n", ".github/workflows/kazi.yml": WORKFLOW, ...files },
    collaborators: {
      alice: "admin",
      mary: "maintain",
      walt: "write",
      tess: "triage",
      rita: "read",
    },
  });
  const app = await github.addApp({ slug: "kazi", permissions: PERMISSIONS });
  const installation = github.install(app, PLACE.owner);

  function add(token: Token): Token {
    github.world.tokens.set(token.value, token);
    return token;
  }
  function installationToken(permissions: Permissions = PERMISSIONS): Token {
    return add({
      kind: "installation",
      value: `ghs_${github.world.nextId()}`,
      actor: app.bot,
      installation,
      permissions: { metadata: "read", ...permissions },
      repositoryIds: undefined,
      expiresAtMs: undefined,
      isRevoked: false,
    });
  }
  function workflowToken(permissions: Permissions): Token {
    return add({
      kind: "workflow",
      value: `ghs_${github.world.nextId()}`,
      actor: github.world.actionsApp.bot,
      permissions: { metadata: "read", ...permissions },
      repositoryIds: new Set([model.id]),
      runId: 1,
      jobId: 1,
      runEvent: "workflow_dispatch",
      isFromFork: false,
      expiresAtMs: undefined,
      isRevoked: false,
    });
  }
  function clientFor(token: Token): GitHubClient {
    const pause = (): Promise<void> => Promise.resolve();
    return createGitHubClient({ apiUrl: github.apiUrl, token: token.value, pause });
  }
  async function asToken(token: Token): Promise<GitHubRepository> {
    return await findRepository(clientFor(token), { owner: PLACE.owner, name: PLACE.repo });
  }
  const octokits = new Map<string, Octokit>();
  function as(login: string): Octokit {
    const known = octokits.get(login);
    if (known !== undefined) return known;
    const octokit = new Octokit({ baseUrl: github.apiUrl, auth: github.addToken(login).value });
    octokits.set(login, octokit);
    return octokit;
  }
  const client = clientFor(installationToken());
  return {
    github,
    model,
    app,
    clock,
    client,
    repository: await findRepository(client, { owner: PLACE.owner, name: PLACE.repo }),
    asToken,
    installationToken,
    workflowToken,
    as,
    head: async (ref) => await headOf(as("alice"), PLACE, ref),
    commit: async (branch, path, text) =>
      await commitFile(as("alice"), PLACE, { branch, path, text }),
    open: async (branch, isDraft = false) => await open(as("alice"), branch, isDraft),
    close: async () => await close(github),
  };
}

async function headOf(octokit: Octokit, place: Place, ref: string): Promise<string> {
  const { data } = await octokit.request(GET_REF, { ...place, ref });
  return data.object.sha;
}

/** One file on a branch, by git data: on `main` first, where the branch is not there. */
export async function commitFile(octokit: Octokit, place: Place, file: NewFile): Promise<string> {
  const { branch, path, text } = file;
  const known = await headOf(octokit, place, `heads/${branch}`).catch(() => undefined);
  const parent = known ?? (await headOf(octokit, place, "heads/main"));
  const tree = await octokit.request("POST /repos/{owner}/{repo}/git/trees", {
    ...place,
    base_tree: parent,
    tree: [{ path, mode: "100644", type: "blob", content: text }],
  });
  const commit = await octokit.request("POST /repos/{owner}/{repo}/git/commits", {
    ...place,
    message: `Write ${path}`,
    tree: tree.data.sha,
    parents: [parent],
  });
  const { sha } = commit.data;
  if (known === undefined) {
    const ref = `refs/heads/${branch}`;
    await octokit.request("POST /repos/{owner}/{repo}/git/refs", { ...place, ref, sha });
    return sha;
  }
  const route = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
  await octokit.request(route, { ...place, ref: `heads/${branch}`, sha });
  return sha;
}

async function open(octokit: Octokit, branch: string, isDraft: boolean): Promise<number> {
  const { data } = await octokit.request("POST /repos/{owner}/{repo}/pulls", {
    ...PLACE,
    head: branch,
    base: "main",
    title: `Change ${branch}`,
    draft: isDraft,
  });
  return data.number;
}

/** A request that the real GitHub would not have taken fails the test that made it. */
async function close(github: LocalGitHub): Promise<void> {
  const violations = [...github.violations];
  await github.close();
  if (violations.length > 0) throw new Error(violations.join("\n"));
}
