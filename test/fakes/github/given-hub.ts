import { randomBytes } from "node:crypto";
import type { Octokit } from "octokit";
import { expect } from "vitest";
import type { WorkflowJob, WorkflowRun } from "./actions-seam.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type {
  App,
  InstallationToken,
  Permissions,
  Repository,
  Role,
  WorkflowToken,
} from "./model.ts";
import { resolveOid } from "./run-git.ts";
import { type LocalGitHub, startGitHub } from "./start-github.ts";

/** The repository of the tests, as octokit names it. */
export const REPO = { owner: "octocat", repo: "hello-world" } as const;

export interface Hub {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  /** Signed in as the repository's owner. */
  readonly octokit: Octokit;
  /** The names of the events so far: `pull_request.opened`. */
  readonly events: readonly string[];
  /** Somebody else, with a role or as a stranger. */
  asUser(login: string, role?: Role): Octokit;
  asApp(slug: string, permissions: Permissions): Promise<{ app: App; octokit: Octokit }>;
  /** The token of a job of a run, which a pull request of another repository may have started. */
  asJob(event: string, permissions: Permissions, head?: Repository): Promise<GivenJob>;
  /** Adds a commit to a branch, which begins at `main` when it is new; its SHA. */
  commitTo(branch: string, files: Readonly<Record<string, string>>): Promise<string>;
  headOf(branch: string): Promise<string>;
  close(): Promise<void>;
}

export interface GivenJob {
  readonly run: WorkflowRun;
  readonly job: WorkflowJob;
  readonly token: WorkflowToken;
  readonly octokit: Octokit;
}

const FILES = {
  "README.md": "Hello.\n",
  ".github/workflows/ci.yml": "name: CI\non: push\njobs: {}\n",
};

export async function givenHub(
  files: Readonly<Record<string, string>> = {},
  nowMs: () => number = Date.now,
): Promise<Hub> {
  const github = await startGitHub({ nowMs });
  const repository = await github.addRepository({
    owner: REPO.owner,
    name: REPO.repo,
    files: { ...FILES, ...files },
  });
  const { world } = github;
  const events: string[] = [];
  world.eventListeners.add((event) => {
    events.push(event.action === undefined ? event.name : `${event.name}.${event.action}`);
  });
  const octokit = connect(github.addToken(REPO.owner).value);
  return {
    github,
    repository,
    octokit,
    events,
    asUser,
    asApp,
    asJob,
    commitTo,
    headOf,
    close,
  };

  function connect(token: string): Octokit {
    return connectOctokit(github.apiUrl, token);
  }

  function asUser(login: string, role?: Role): Octokit {
    if (role !== undefined) repository.collaborators.set(login, role);
    return connect(github.addToken(login).value);
  }

  async function asApp(
    slug: string,
    permissions: Permissions,
  ): Promise<{ app: App; octokit: Octokit }> {
    const app = await github.addApp({ slug, permissions, events: ["check_run", "check_suite"] });
    const token: InstallationToken = {
      kind: "installation",
      value: `ghs_${randomBytes(18).toString("hex")}`,
      actor: app.bot,
      installation: github.install(app, REPO.owner),
      permissions,
      repositoryIds: undefined,
      expiresAtMs: undefined,
      isRevoked: false,
    };
    world.tokens.set(token.value, token);
    return { app, octokit: connect(token.value) };
  }

  async function asJob(
    event: string,
    permissions: Permissions,
    headRepository: Repository = repository,
  ): Promise<GivenJob> {
    const { actions } = world;
    if (actions === undefined) throw new Error("This world has no Actions.");
    const sha = await headOf("main");
    const run = await actions.queueRun({
      repository,
      headRepository,
      workflowPath: ".github/workflows/ci.yml",
      workflowSha: sha,
      workflowRef: "refs/heads/main",
      event,
      eventPayload: {},
      ref: "refs/heads/main",
      sha,
      actor: repository.owner,
    });
    const job = actions.addJob(run, { key: "a", name: "a", labels: ["ubuntu-latest"] });
    const asked = Object.entries(permissions).map(([name, level]) => [
      name,
      level === "read" ? "read" : "write",
    ]);
    const token = actions.issueWorkflowToken(run, job, Object.fromEntries(asked));
    return { run, job, token, octokit: connect(token.value) };
  }

  async function headOf(branch: string): Promise<string> {
    return (await resolveOid(repository, `refs/heads/${branch}`)) ?? "";
  }

  async function commitTo(
    branch: string,
    changed: Readonly<Record<string, string>>,
  ): Promise<string> {
    const ref = `heads/${branch}`;
    const tip = await headOf(branch);
    const parent = tip === "" ? await headOf("main") : tip;
    const tree = await octokit.rest.git.createTree({
      ...REPO,
      base_tree: parent,
      tree: Object.entries(changed).map(([path, content]) => ({
        path,
        content,
        mode: "100644" as const,
        type: "blob" as const,
      })),
    });
    const message = `Change ${Object.keys(changed).join(", ")}`;
    const commit = await octokit.rest.git.createCommit({
      ...REPO,
      message,
      tree: tree.data.sha,
      parents: [parent],
    });
    const { sha } = commit.data;
    if (tip === "") await octokit.rest.git.createRef({ ...REPO, ref: `refs/${ref}`, sha });
    else await octokit.rest.git.updateRef({ ...REPO, ref, sha });
    return sha;
  }

  /** What GitHub would not have said fails the test that made it be said. */
  async function close(): Promise<void> {
    await github.close();
    expect(github.violations).toEqual([]);
  }
}
