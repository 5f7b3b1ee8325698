import type { WorkflowRun } from "../github/actions-seam.ts";
import type { GitHubEvent, Repository, World } from "../github/model.ts";
import { resolveOid } from "../github/run-git.ts";
import { ConcurrencyGroups } from "./concurrency-groups.ts";
import { executeRun } from "./execute-run.ts";
import { startJobServices } from "./job-services.ts";
import { StartupError } from "./load-workflow.ts";
import { parseWorkflow } from "./parse-workflow.ts";
import { QueueInOrder } from "./queue-in-order.ts";
import { RunChains } from "./run-chains.ts";
import type { JobMoment, LiveJob, RunExecution } from "./run-execution.ts";
import { GITHUB_GRACES } from "./run-process.ts";
import type { Graces } from "./run-process.ts";
import { Semaphore } from "./semaphore.ts";
import { startWorkflows } from "./start-workflows.ts";

export interface RunnerOptions {
  /** Jobs get fresh folders in it. */
  readonly workFolder: string;
  /** What every job's machine has, above all PATH; by default the PATH of this process alone. */
  readonly env?: Readonly<Record<string, string>>;
  /** Jobs at a time. */
  readonly maxParallel?: number;
  /** What a cancelled step gets to end by itself. */
  readonly graces?: Graces;
  readonly faults?: RunnerFaults;
  /** Hears why a run did not start, which GitHub shows above the run, and what broke in this runner. */
  readonly onProblem?: (run: WorkflowRun, problem: string) => void;
  /** Gets the summaries of jobs, which GitHub shows on a run's page and in no API. */
  readonly onSummary?: (run: WorkflowRun, jobName: string, markdown: string) => void;
  /** Hears every log as it is written. */
  readonly onLog?: (run: WorkflowRun, jobName: string, text: string) => void;
}

export interface RunnerFaults {
  /** Asked at the start of each step and at each write to the log: true kills the job's machine. */
  readonly killJob?: (run: WorkflowRun, jobName: string, moment: JobMoment) => boolean;
}

export interface Runner {
  /** Until nothing runs, nothing waits to run, and GitHub has told everybody. */
  idle(): Promise<void>;
  /** Kills the machines of the jobs that match, and answers how many there were. */
  kill(matches: (run: WorkflowRun, jobName: string) => boolean): number;
  /** Starts the workflows with `on: schedule` of the default branch, whatever their times are. */
  fireSchedule(repository: Repository, cron?: string): Promise<void>;
  /** Ends what runs and waits for it. */
  close(): Promise<void>;
}

/** What the runner needs of a local GitHub. */
export interface RunnersGitHub {
  readonly world: World;
  idle(): Promise<void>;
}

const PARALLEL_DEFAULT = 20;

/** Executes the workflows of a local GitHub as processes on this machine. */
export async function startRunner(github: RunnersGitHub, options: RunnerOptions): Promise<Runner> {
  const { world } = github;
  const { actions } = world;
  if (actions === undefined) throw new Error("This GitHub has no Actions.");
  const services = await startJobServices(actions);
  const variables = options.env ?? { PATH: process.env["PATH"] ?? "/usr/bin:/bin" };
  const graces = options.graces ?? GITHUB_GRACES;
  const { workFolder } = options;
  const machine = { world, actions, services, workFolder, variables, graces };
  const slots = new Semaphore(options.maxParallel ?? PARALLEL_DEFAULT);
  const places = new Map<Repository, Pick<RunExecution, "groups" | "line">>();
  const executions = new Map<WorkflowRun, RunExecution>();
  const liveJobs = new Set<LiveJob>();
  const pending = new Set<Promise<void>>();
  const chains = new RunChains();
  const onEvent = (event: GitHubEvent): void => {
    track(start(event));
  };
  world.eventListeners.add(onEvent);
  const endings = [
    () => world.eventListeners.delete(onEvent),
    actions.onQueued((run) => {
      track(execute(run));
    }),
    actions.onCancelled((run, isForced) => {
      const execution = executions.get(run);
      if (isForced) execution?.forced.abort();
      execution?.cancelled.abort();
    }),
  ];
  return { idle, kill, fireSchedule, close };

  async function start(event: GitHubEvent): Promise<void> {
    if (chains.isTooLong(event) || actions === undefined) return;
    chains.add(event, await startWorkflows(world, actions, event));
  }

  async function execute(run: WorkflowRun): Promise<void> {
    const execution = newExecution(run);
    executions.set(run, execution);
    try {
      execution.actions.finishRun(run, await executeRun(execution));
    } catch (error) {
      const isItsOwn = error instanceof StartupError;
      options.onProblem?.(run, error instanceof Error ? error.message : String(error));
      if (!isItsOwn) world.violate(`The runner broke: ${String(error)}`);
      execution.actions.finishRun(run, isItsOwn ? "startup_failure" : "failure");
    } finally {
      executions.delete(run);
    }
  }

  function newExecution(run: WorkflowRun): RunExecution {
    const place = places.get(run.repository) ?? {
      groups: new ConcurrencyGroups(),
      line: new QueueInOrder(),
    };
    places.set(run.repository, place);
    return {
      ...place,
      run,
      actions: machine.actions,
      machine,
      slots,
      cancelled: new AbortController(),
      forced: new AbortController(),
      liveJobs,
      shouldKill: (jobName, moment) => {
        if (moment.line !== undefined) options.onLog?.(run, jobName, moment.line);
        return options.faults?.killJob?.(run, jobName, moment) ?? false;
      },
      showSummary: (jobName, markdown) => options.onSummary?.(run, jobName, markdown),
    };
  }

  function track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        world.violate(`The runner broke: ${String(error)}`);
      })
      .finally(() => pending.delete(tracked));
    pending.add(tracked);
  }

  async function idle(): Promise<void> {
    do {
      await Promise.all(pending);
      await github.idle();
    } while (pending.size > 0);
  }

  function kill(matches: (run: WorkflowRun, jobName: string) => boolean): number {
    const found = [...liveJobs].filter(({ run, name }) => matches(run, name));
    for (const job of found) job.lose();
    return found.length;
  }

  async function fireSchedule(repository: Repository, cron?: string): Promise<void> {
    const ref = `refs/heads/${repository.defaultBranch}`;
    const sha = await resolveOid(repository, ref);
    if (sha === undefined) return;
    for (const { path, text } of await machine.actions.listWorkflows(repository, sha)) {
      const parsed = await parseWorkflow(path, text);
      const schedules =
        parsed.kind === "workflow" ? parsed.workflow.triggers["schedule"]?.schedules : undefined;
      const schedule = cron ?? schedules?.[0];
      if (schedule === undefined || schedules?.includes(schedule) !== true) continue;
      await machine.actions.queueRun({
        repository,
        workflowPath: path,
        workflowSha: sha,
        workflowRef: ref,
        event: "schedule",
        eventPayload: { schedule },
        ref,
        sha,
        actor: repository.owner,
      });
    }
  }

  async function close(): Promise<void> {
    for (const end of endings) end();
    for (const { forced, cancelled } of executions.values()) {
      forced.abort();
      cancelled.abort();
    }
    await Promise.all(pending);
    await services.stop();
  }
}
