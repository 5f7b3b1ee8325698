import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Octokit } from "@octokit/core";
import { type AppServer, startApp } from "../../../app/server.ts";
import { workflowFiles } from "../../../src/plan/workflow-files.ts";
import type { WorkflowRun } from "../../fakes/github/actions-seam.ts";
import type { App, Issue, Repository, Role } from "../../fakes/github/model.ts";
import { type LocalGitHub, startGitHub } from "../../fakes/github/start-github.ts";
import { type Runner, type RunnerFaults, startRunner } from "../../fakes/runner/start-runner.ts";

const git = promisify(execFile);
const WEBHOOK_SECRET = "7d1f0c9ab2e34f5586d7";
const APP_PERMISSIONS = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;
const APP_EVENTS = [
  "push",
  "pull_request",
  "issue_comment",
  "workflow_run",
  "check_run",
  "merge_group",
];
/** Rounds after which a world that still moves counts as one that will never rest. */
const ROUNDS_MAX = 200;

/** What a scenario starts with. */
export interface StageOptions {
  /** Without one the workflow's own token does everything. */
  readonly withApp: boolean;
  /** Of the repository, beside kazi's workflow. */
  readonly files: Readonly<Record<string, string>>;
  /** Besides `maya`, who maintains it. */
  readonly people?: Readonly<Record<string, Role>>;
  readonly faults?: RunnerFaults;
  /** What every job's machine has besides its PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly nowMs?: () => number;
  readonly onLog?: (run: WorkflowRun, jobName: string, text: string) => void;
}

/** A GitHub with one repository that uses kazi, runners for it, and perhaps the App. */
export interface GitHubStage {
  readonly github: LocalGitHub;
  readonly runner: Runner;
  readonly repository: Repository;
  readonly app: AppServer | undefined;
  readonly appIdentity: App | undefined;
  /** What broke in runs before a step could, and what the App wrote to its log. */
  readonly problems: readonly string[];
  /** One request as this person. */
  as(login: string): Octokit["request"];
  /** Commits files on a branch, made from the default branch when it is not there. */
  commit(login: string, request: NewCommit): Promise<string>;
  openPull(login: string, request: { branch: string; title: string }): Promise<number>;
  comment(login: string, number: number, body: string): Promise<number>;
  /** Until webhooks, the App and all runs have come to rest. */
  settle(): Promise<void>;
  issue(number: number): Issue;
  close(): Promise<void>;
}

export interface NewCommit {
  readonly branch: string;
  /** `undefined` removes the file. */
  readonly files: Readonly<Record<string, string | undefined>>;
  readonly message?: string;
  /** Such as a fork; absent for the repository of the stage. */
  readonly into?: Repository;
}

export async function openGitHubStage(options: StageOptions): Promise<GitHubStage> {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-test-stage-"));
  const problems: string[] = [];
  const github = await startGitHub({
    ...(options.nowMs === undefined ? {} : { nowMs: options.nowMs }),
    onViolation: (text) => problems.push(`violation: ${text}`),
  });
  const appIdentity = options.withApp ? await addApp(github) : undefined;
  const app =
    appIdentity === undefined
      ? undefined
      : await startOwnApp(github, appIdentity, options, problems);
  const repository = await addRepository(github, options, appIdentity?.slug);
  if (appIdentity !== undefined) github.install(appIdentity, repository.owner.login);
  mkdirSync(path.join(folder, "runs"));
  const runner = await startRunner(github, {
    workFolder: path.join(folder, "runs"),
    env: {
      ...options.env,
      PATH: `${path.dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
    },
    onProblem: (run, problem) => problems.push(`run ${run.id}: ${problem}`),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
    ...(options.onLog === undefined ? {} : { onLog: options.onLog }),
  });
  const hands = createHands(github, repository, folder);
  return {
    github,
    runner,
    repository,
    app,
    appIdentity,
    problems,
    ...hands,
    settle: async () => await settle({ github, runner, repository, app }),
    issue: (number) => issueOf(repository, number),
    close: async () => {
      await runner.close();
      await app?.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function addApp(github: LocalGitHub): Promise<App> {
  return await github.addApp({
    slug: "kazi",
    permissions: APP_PERMISSIONS,
    events: APP_EVENTS,
    webhookUrl: "http://127.0.0.1:9/",
    webhookSecret: WEBHOOK_SECRET,
  });
}

async function startOwnApp(
  github: LocalGitHub,
  registered: App,
  options: StageOptions,
  problems: string[],
): Promise<AppServer> {
  const app = await startApp(
    {
      appId: registered.id,
      privateKey: registered.privateKey,
      webhookSecret: WEBHOOK_SECRET,
      apiUrl: github.apiUrl,
      host: "127.0.0.1",
      port: 0,
      workflow: "kazi.yml",
      sweepEveryMs: 86_400_000,
    },
    { nowMs: options.nowMs ?? Date.now, log: (line) => problems.push(`app: ${line}`) },
  );
  if (registered.webhook !== undefined) registered.webhook.url = `${app.url}/api/github/webhooks`;
  return app;
}

/** The Action stands in a repository of its own, as it does for everybody who uses it. */
async function addRepository(
  github: LocalGitHub,
  options: StageOptions,
  appSlug: string | undefined,
): Promise<Repository> {
  const action = await github.addRepository({
    owner: "kazi-dev",
    name: "kazi",
    files: Object.fromEntries(
      ["action.yml", ...globSync("action/dist/*")].map((file) => [
        file,
        readFileSync(file, "utf8"),
      ]),
    ),
  });
  const { stdout } = await git("git", [`--git-dir=${action.gitDir}`, "rev-parse", "HEAD"]);
  const workflow = workflowFiles({
    address: "kazi-dev/kazi",
    sha: stdout.trim(),
    form: "files",
    defaultBranch: "main",
    ...(appSlug === undefined ? {} : { app: { slug: appSlug } }),
  });
  const repository = await github.addRepository({
    owner: "acme",
    name: "price",
    files: { ...options.files, ...Object.fromEntries(workflow) },
    collaborators: { maya: "maintain", ...options.people },
  });
  Object.assign(repository.settings, {
    allowsActionsToCreatePullRequests: true,
    allowsAutoMerge: true,
    defaultWorkflowPermissions: "read",
  });
  return repository;
}

type Hands = Pick<GitHubStage, "as" | "commit" | "openPull" | "comment">;

/** What people do: by git and by the API, with tokens of their own. */
function createHands(github: LocalGitHub, repository: Repository, folder: string): Hands {
  const tokens = new Map<string, string>();
  const { owner, name: repo } = repository;
  const place = { owner: owner.login, repo };
  return { as, commit, openPull, comment };

  function tokenOf(login: string): string {
    const token = tokens.get(login) ?? github.addToken(login).value;
    tokens.set(login, token);
    return token;
  }

  function as(login: string): Octokit["request"] {
    return new Octokit({ baseUrl: github.apiUrl, auth: tokenOf(login) }).request;
  }

  async function commit(login: string, request: NewCommit): Promise<string> {
    const clone = mkdtempSync(path.join(folder, "clone-"));
    const url = new URL(`${github.url}/${(request.into ?? repository).fullName}.git`);
    url.username = "x-access-token";
    url.password = tokenOf(login);
    await git("git", ["clone", "-q", url.href, clone]);
    const run = async (...args: readonly string[]): Promise<string> =>
      (await git("git", ["-C", clone, ...identity(login), ...args])).stdout.trim();
    await run("checkout", "-q", "-B", request.branch, await startOf(run, request.branch));
    for (const [file, text] of Object.entries(request.files)) {
      if (text === undefined) await run("rm", "-q", file);
      else await put(clone, file, text);
    }
    await run("add", "-A");
    await run("commit", "-qm", request.message ?? "Change");
    await run("push", "-q", "origin", `HEAD:refs/heads/${request.branch}`);
    const made = await run("rev-parse", "HEAD");
    rmSync(clone, { recursive: true, force: true });
    return made;
  }

  async function openPull(
    login: string,
    { branch, title }: { branch: string; title: string },
  ): Promise<number> {
    const opened = await as(login)("POST /repos/{owner}/{repo}/pulls", {
      ...place,
      head: branch,
      base: repository.defaultBranch,
      title,
    });
    return opened.data.number;
  }

  async function comment(login: string, number: number, body: string): Promise<number> {
    const posted = await as(login)("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...place,
      issue_number: number,
      body,
    });
    return Number(posted.data.id);
  }
}

/** With an address by which GitHub knows the account. */
function identity(login: string): readonly string[] {
  return ["-c", `user.name=${login}`, "-c", `user.email=${login}@users.noreply.github.com`];
}

async function startOf(
  run: (...args: readonly string[]) => Promise<string>,
  branch: string,
): Promise<string> {
  const known = await run("branch", "-r", "--list", `origin/${branch}`);
  return known === "" ? "origin/HEAD" : `origin/${branch}`;
}

async function put(clone: string, file: string, text: string): Promise<void> {
  const target = path.join(clone, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

async function settle(stage: {
  readonly github: LocalGitHub;
  readonly runner: Runner;
  readonly repository: Repository;
  readonly app: AppServer | undefined;
}): Promise<void> {
  const { github, runner, repository, app } = stage;
  let seen = "";
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    await github.idle();
    await app?.idle();
    await runner.idle();
    const now = `${github.world.deliveries.length} ${repository.workflowRuns.length}`;
    if (now === seen) return;
    seen = now;
  }
  throw new Error(`the world did not come to rest within ${ROUNDS_MAX} rounds`);
}

function issueOf(repository: Repository, number: number): Issue {
  const issue = repository.issues.find((it) => it.number === number);
  if (issue === undefined) throw new Error(`there is no issue ${number}`);
  return issue;
}
