import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RunRequest, WorkflowRun } from "../github/actions-seam.ts";
import type { Repository } from "../github/model.ts";
import { resolveOid } from "../github/run-git.ts";
import { startGitHub } from "../github/start-github.ts";
import type { LocalGitHub } from "../github/start-github.ts";
import { startRunner } from "./start-runner.ts";
import type { Runner, RunnerOptions } from "./start-runner.ts";

/** A local GitHub with one repository and a runner, for the tests of the runner. */
export interface RunnerStory {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly runner: Runner;
  /** Until a job has written this to its log. */
  seen(text: string): Promise<void>;
  /** Why runs did not start. */
  readonly problems: string[];
  /** What jobs wrote to their summaries, one after the other. */
  readonly summaries: string[];
  /** Queues a run of `.github/workflows/ci.yml` on the default branch without an event before it. */
  queue(own?: Partial<RunRequest>): Promise<WorkflowRun>;
  /** The same, and until everything is done. */
  run(own?: Partial<RunRequest>): Promise<WorkflowRun>;
  close(): Promise<void>;
}

const WORKFLOW = ".github/workflows/ci.yml";

export async function startStory(
  files: Readonly<Record<string, string>>,
  options: Partial<RunnerOptions> = {},
): Promise<RunnerStory> {
  const github = await startGitHub();
  const workFolder = await mkdtemp(path.join(tmpdir(), "kazi-test-runner-"));
  const repository = await github.addRepository({ owner: "octocat", name: "hello", files });
  const problems: string[] = [];
  const summaries: string[] = [];
  const watchers = new Map<string, () => void>();
  const runner = await startRunner(github, {
    workFolder,
    graces: { interruptMs: 200, terminateMs: 200 },
    onSummary: (_run, _job, markdown) => summaries.push(markdown),
    onProblem: (_run, problem) => problems.push(problem),
    onLog: (_run, _job, text) => {
      for (const [wanted, tell] of watchers) if (text.includes(wanted)) tell();
    },
    ...options,
  });
  return { github, repository, runner, problems, summaries, seen, queue, run, close };

  async function seen(text: string): Promise<void> {
    await new Promise<void>((resolve) => {
      watchers.set(text, resolve);
    });
  }

  async function queue(own: Partial<RunRequest> = {}): Promise<WorkflowRun> {
    const { actions } = github.world;
    const sha = await resolveOid(repository, "refs/heads/main");
    if (actions === undefined || sha === undefined) throw new Error("The story has no beginning.");
    return await actions.queueRun({
      repository,
      workflowPath: WORKFLOW,
      workflowSha: sha,
      workflowRef: "refs/heads/main",
      event: "workflow_dispatch",
      eventPayload: {},
      ref: "refs/heads/main",
      sha,
      actor: repository.owner,
      ...own,
    });
  }

  async function run(own: Partial<RunRequest> = {}): Promise<WorkflowRun> {
    const queued = await queue(own);
    await runner.idle();
    return queued;
  }

  async function close(): Promise<void> {
    await runner.close();
    await github.close();
    await rm(workFolder, { recursive: true, force: true });
  }
}
