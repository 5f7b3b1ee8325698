import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { WorkflowRun } from "../github/actions-seam.ts";
import type { Repository } from "../github/model.ts";
import { resolveOid, runGit, tryGit } from "../github/run-git.ts";
import { startGitHub } from "../github/start-github.ts";
import type { LocalGitHub } from "../github/start-github.ts";
import { parseWorkflow } from "./parse-workflow.ts";
import { startRunner } from "./start-runner.ts";
import type { Runner } from "./start-runner.ts";
import type { Workflow } from "./workflow.ts";

interface Request {
  /** `.github/workflows/ci.yml`. */
  readonly workflowPath: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const BRANCH = "main";

/**
 * Runs a workflow file of the current folder's last commit, once, on a local GitHub of its own, and shows its log.
 * `--run <file> [--input name=value]... [--secret name=value]...`; the answer is the exit code.
 */
export async function runWorkflowFile(argv: readonly string[]): Promise<number> {
  const request = readRequest(argv);
  const workFolder = await mkdtemp(path.join(tmpdir(), "kazi-runner-"));
  const github = await startGitHub();
  const runner = await startRunner(github, {
    workFolder,
    onProblem: (_run, problem) => {
      print(problem);
    },
    onLog: (_run, jobName, text) => {
      for (const line of text.trimEnd().split("\n")) print(`${jobName} | ${withoutTime(line)}`);
    },
  });
  const stop = (): void => {
    void runner.close();
  };
  process.once("SIGINT", stop);
  try {
    const repository = await copyRepository(github, process.cwd());
    for (const [name, value] of Object.entries(request.secrets))
      repository.secrets.set(name, value);
    const run = await startRun(github, repository, request);
    await runner.idle();
    printEnd(run);
    return run.conclusion === "success" ? 0 : 1;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    process.removeListener("SIGINT", stop);
    await closeAll(runner, github, workFolder);
  }
}

function readRequest(argv: readonly string[]): Request {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      run: { type: "string", default: "" },
      port: { type: "string" },
      input: { type: "string", multiple: true, default: [] },
      secret: { type: "string", multiple: true, default: [] },
    },
  });
  return {
    workflowPath: path.relative(process.cwd(), path.resolve(values.run)),
    inputs: toPairs(values.input),
    secrets: toPairs(values.secret),
  };
}

function toPairs(texts: readonly string[]): Record<string, string> {
  const pairs = texts.map((text) => {
    const [name = "", ...rest] = text.split("=");
    return [name, rest.join("=")];
  });
  return Object.fromEntries(pairs);
}

/** What is committed in the folder becomes the default branch of a repository, with its history. */
async function copyRepository(github: LocalGitHub, folder: string): Promise<Repository> {
  const source = { gitDir: path.join(folder, ".git") };
  const origin = await tryGit(source, ["remote", "get-url", "origin"]);
  const address = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\s*$/u.exec(origin.stdout.toString("utf8"));
  const [, owner = "local", name = path.basename(folder)] =
    origin.code === 0 ? (address ?? []) : [];
  const repository = await github.addRepository({ owner, name, defaultBranch: BRANCH });
  await runGit(repository, [
    "-c",
    "safe.directory=*",
    "fetch",
    "--quiet",
    "--update-shallow",
    "--force",
    folder,
    `HEAD:refs/heads/${BRANCH}`,
  ]);
  return repository;
}

async function startRun(
  github: LocalGitHub,
  repository: Repository,
  request: Request,
): Promise<WorkflowRun> {
  const sha = await resolveOid(repository, `refs/heads/${BRANCH}`);
  const { workflowPath } = request;
  const file = await tryGit(repository, ["cat-file", "blob", `${sha ?? ""}:${workflowPath}`]);
  if (sha === undefined || file.code !== 0) {
    throw new Error(`${workflowPath}: expected a committed workflow file, found none at HEAD.`);
  }
  const parsed = await parseWorkflow(workflowPath, file.stdout.toString("utf8"));
  if (parsed.kind === "invalid") throw new Error(parsed.errors.join("\n"));
  if (parsed.workflow.triggers["workflow_dispatch"] !== undefined) {
    return await dispatch(github, repository, request);
  }
  return await queueFirstEvent(github, repository, parsed.workflow, sha);
}

/** By the API, and so with its checks of the inputs. */
async function dispatch(
  github: LocalGitHub,
  repository: Repository,
  { workflowPath, inputs }: Request,
): Promise<WorkflowRun> {
  const { value } = github.addToken(repository.owner.login);
  const place = `${github.apiUrl}/repos/${repository.fullName}/actions/workflows`;
  const answer = await fetch(`${place}/${path.basename(workflowPath)}/dispatches`, {
    method: "POST",
    headers: { authorization: `bearer ${value}`, "content-type": "application/json" },
    body: JSON.stringify({ ref: BRANCH, inputs, return_run_details: true }),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(z.object({ message: z.string() }).parse(body).message);
  const { workflow_run_id: id } = z.object({ workflow_run_id: z.number() }).parse(body);
  const run = repository.workflowRuns.find((one) => one.id === id);
  if (run === undefined) throw new Error(`There is no run ${id}.`);
  return run;
}

async function queueFirstEvent(
  { world }: LocalGitHub,
  repository: Repository,
  { path: workflowPath, triggers }: Workflow,
  sha: string,
): Promise<WorkflowRun> {
  const [event = "push"] = Object.keys(triggers);
  const ref = `refs/heads/${BRANCH}`;
  if (world.actions === undefined) throw new Error("This GitHub has no Actions.");
  return await world.actions.queueRun({
    repository,
    workflowPath,
    workflowSha: sha,
    workflowRef: ref,
    event,
    eventPayload: { ref, before: sha, after: sha },
    ref,
    sha,
    actor: repository.owner,
  });
}

function printEnd(run: WorkflowRun): void {
  for (const { name, conclusion, outputs } of run.jobs) {
    print(`${name}: ${conclusion ?? "not run"} ${formatOutputs(outputs)}`.trimEnd());
  }
  print(`${run.workflowPath}: ${run.conclusion ?? "not run"}`);
}

function formatOutputs(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

function withoutTime(line: string): string {
  return line.replace(/^\S+Z /u, "");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function closeAll(runner: Runner, github: LocalGitHub, workFolder: string): Promise<void> {
  await runner.close();
  await github.close();
  await rm(workFolder, { recursive: true, force: true });
}
