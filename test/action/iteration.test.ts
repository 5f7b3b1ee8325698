import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { WorkflowRun } from "../fakes/github/actions-seam.ts";
import { createActions } from "../fakes/github/actions.ts";
import { connectOctokit } from "../fakes/github/connect-octokit.ts";
import type { Repository } from "../fakes/github/model.ts";
import { runClient } from "../fakes/github/run-client.ts";
import { resolveOid, tryGit } from "../fakes/github/run-git.ts";
import { type LocalGitHub, startGitHub } from "../fakes/github/start-github.ts";
import { type Runner, startRunner } from "../fakes/runner/start-runner.ts";
import { buildAction } from "./build-action.ts";
import { WORKFLOW_PATH, workflowText } from "./given-workflows.ts";

const GOAL_PATH = ".kazi/goals/word.toml";
/** Each run is a dozen processes on this machine. */
const LONG = { timeout: 300_000 };
const AGENT = `#!/bin/sh
cat >/dev/null
printf right >word.txt
printf '%s' '{"result":"done","usage":{"input_tokens":10,"output_tokens":1},"cost_usd":0}'
`;

let built: ReadonlyMap<string, string>;
let folder: string;
let github: LocalGitHub;
let runner: Runner;
let repository: Repository;
let log: string;
/** Called with each piece of a log, before a step has read what it needs. */
let atLog: (run: WorkflowRun, job: string) => void;

beforeAll(async () => {
  const place = mkdtempSync(path.join(tmpdir(), "kazi-test-built-"));
  built = await buildAction(path.join(place, "dist"));
  rmSync(place, { recursive: true, force: true });
});

beforeEach(async () => {
  log = "";
  atLog = () => {};
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-iteration-"));
  github = await startGitHub();
  github.world.actions ??= createActions(github.world);
  const action = await github.addRepository({
    owner: "octo-org",
    name: "kazi",
    files: {
      "action.yml": readFileSync("action.yml", "utf8"),
      ...Object.fromEntries([...built].map(([name, text]) => [`action/dist/${name}`, text])),
    },
  });
  const sha = (await resolveOid(action, "refs/heads/main")) ?? "";
  repository = await github.addRepository({
    owner: "octocat",
    name: "hello",
    files: {
      "word.txt": "wrong\n",
      [WORKFLOW_PATH]: workflowText({ address: "octo-org/kazi", sha, form: "files" }),
    },
  });
  repository.settings.allowsActionsToCreatePullRequests = true;
  runner = await startRunner(github, {
    workFolder: path.join(folder, "runner"),
    onProblem: (run, problem) => {
      log += `! ${run.displayTitle}: ${problem}\n`;
    },
    onLog: (run, job, text) => {
      atLog(run, job);
      log += text.replaceAll(/^/gm, `${run.runNumber} ${job}: `);
    },
  });
});

afterEach(async () => {
  await runner.close();
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A person clones the repository, writes the files and pushes them to the default branch. */
async function push(login: string, files: Readonly<Record<string, string>>): Promise<void> {
  const clone = mkdtempSync(path.join(folder, "clone-"));
  const { value } = github.addToken(login);
  const url = github.url.replace("http://", `http://x-access-token:${value}@`);
  await runClient(folder, ["clone", "--quiet", `${url}/${repository.fullName}.git`, clone]);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(clone, file)), { recursive: true });
    writeFileSync(path.join(clone, file), text);
  }
  await runClient(clone, ["add", "--all"]);
  const author = ["-c", `user.name=${login}`, "-c", `user.email=${login}@users.noreply.github.com`];
  await runClient(clone, [...author, "commit", "--quiet", "-m", "Change it"]);
  const pushed = await runClient(clone, ["push", "--quiet"]);
  expect(pushed).toMatchObject({ code: 0 });
}

function goal(): string {
  const agent = path.join(folder, "agent.sh");
  writeFileSync(agent, AGENT, { mode: 0o755 });
  return `id = "word"
mode = "repair"
[harness]
id = "scripted"
command = "${agent}"
[[predicate]]
id = "right"
provider = "custom_script"
cmd = "grep"
args = ["-qx", "right", "word.txt"]
verdict = "exit_zero"
`;
}

/** What a person sees of the goal's pull request. */
function shown(): Readonly<Record<string, unknown>> {
  const issue = repository.issues.find(({ pull }) => pull !== undefined);
  const head = issue?.pull?.headSha;
  const statuses = repository.statuses.filter(({ sha }) => sha === head);
  return {
    pulls: repository.issues.length,
    gate: statuses.findLast(({ context }) => context === "kazi")?.state,
    comments: issue?.comments.length,
  };
}

async function keptWord(): Promise<string> {
  const kept = await tryGit(repository, ["show", "refs/heads/kazi/word:word.txt"]);
  return kept.stdout.toString();
}

function jobsOfRuns(): readonly string[] {
  return repository.workflowRuns
    .filter(({ event }) => event === "workflow_dispatch")
    .map(({ jobs }) =>
      ["claim", "dispatch", "observe", "land"]
        .map((name) => jobs.find((job) => job.name === name)?.conclusion)
        .join(" "),
    );
}

test(
  "a goal that reaches the default branch is worked on until it holds, without an App",
  LONG,
  async () => {
    await push("octocat", { [GOAL_PATH]: goal() });
    await runner.idle();
    expect(jobsOfRuns()).toEqual([
      "success skipped success success",
      "success success success success",
    ]);
    expect(await keptWord()).toBe("right");
    expect(shown()).toEqual({ pulls: 1, gate: "success", comments: 2 });
    expect(log).toContain("Iteration 1 of goal word is recorded; the goal is converged.");
    expect(github.violations).toEqual([]);
  },
);

test(
  "what another job put in the place of a document is not believed, and the goal still converges",
  LONG,
  async () => {
    replaceBefore("land", { 2: "observation", 3: "claim" });
    await push("octocat", { [GOAL_PATH]: goal() });
    await runner.idle();
    expect(jobsOfRuns()).toEqual([
      "success skipped success success",
      "success skipped success failure",
      "success skipped success success",
      "success success success success",
    ]);
    expect(log).toContain('document "observation" is not the one that its job wrote');
    expect(log).toContain('document "claim" is not the one that its job wrote');
    expect(await keptWord()).toBe("right");
  },
);

test("a run that was started by hand with what nobody approved does nothing", async () => {
  await push("octocat", { "README.md": "Nothing of kazi.\n" });
  await runner.idle();
  const { value } = github.addToken("octocat");
  const octokit = connectOctokit(github.apiUrl, value);
  const forged = { goal: GOAL_PATH, pull: "7", approval: `commit:${"a".repeat(40)}` };
  const place = { owner: "octocat", repo: "hello", workflow_id: "kazi.yml", ref: "main" };
  await octokit.rest.actions.createWorkflowDispatch({ ...place, inputs: forged });
  await runner.idle();
  expect(jobsOfRuns()).toEqual(["success skipped skipped skipped"]);
  expect(log).toContain("Nothing to do now:");
});

/** As a job could that runs beside the others: it has the run's own token for artifacts. */
function replaceBefore(
  job: string,
  documents: Readonly<Record<number, "claim" | "dispatch" | "observation">>,
): void {
  const done = new Set<number>();
  atLog = (run, name) => {
    const document = documents[run.runNumber];
    if (name !== job || document === undefined || done.has(run.runNumber)) return;
    done.add(run.runNumber);
    github.world.actions?.saveArtifact(run, {
      name: `kazi-${document}`,
      files: new Map([[`${document}.json`, Buffer.from("{}")]]),
      isOverwriting: true,
    });
  };
}
