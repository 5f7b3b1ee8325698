import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type GitHubStage, openGitHubStage } from "../scenarios/github/stage.ts";
import { COUNTING_AGENT, countingGoal } from "./counting-goal.ts";
import { type LoggedRequest, openRequestLog } from "./request-log.ts";

const CALLS_GOAL = 7;
/** The first iteration opens what the others find, and the last one has an end to tell. */
const ITERATIONS = 3;
const STEADY_ITERATION = 2;

/** What one iteration in the midst of others asks of GitHub, whoever asks it. */
export async function countIterationCalls(withApp: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "kazi-bench-calls-"));
  const agent = path.join(folder, "agent.sh");
  writeFileSync(agent, COUNTING_AGENT, { mode: 0o755 });
  const stage = await openGitHubStage({ withApp, files: { "src/count.txt": "0\n" } });
  const log = openRequestLog(stage.github);
  try {
    const goal = countingGoal(agent, ITERATIONS);
    await stage.commit("maya", {
      branch: "goal",
      files: { ".kazi/goals/count.goal.toml": goal },
    });
    const number = await stage.openPull("maya", { branch: "goal", title: "Count" });
    await stage.settle();
    await stage.comment("maya", number, "/kazi approve");
    await stage.settle();
    print(withApp, inIteration(stage, log.requests));
  } finally {
    log.close();
    await stage.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Asked {
  readonly who: string;
  readonly request: LoggedRequest;
}

/** From agent to agent: nothing else is going on while one works, so an iteration is cut there. */
function inIteration(stage: GitHubStage, requests: readonly LoggedRequest[]): readonly Asked[] {
  const asked = requests.map((request) => ({ who: whoAsked(stage, request), request }));
  const cuts = new Map<number, number>();
  for (const [index, { who, request }] of asked.entries()) {
    if (who !== "dispatch" || request.token?.kind !== "workflow") continue;
    if (!cuts.has(request.token.runId)) cuts.set(request.token.runId, index);
  }
  const [from, to] = [...cuts.values()].slice(STEADY_ITERATION - 1);
  if (cuts.size !== ITERATIONS || from === undefined || to === undefined) {
    throw new Error(`expected ${ITERATIONS} iterations, found ${cuts.size}: ${problems(stage)}`);
  }
  return asked.slice(from, to);
}

function problems({ problems: found, github }: GitHubStage): string {
  return [...found, ...github.violations].join("; ");
}

/** The job of the run, the App with its installation's token, the App by its signature, or a person. */
function whoAsked({ repository }: GitHubStage, { token }: LoggedRequest): string {
  switch (token?.kind) {
    case "workflow": {
      const jobs = repository.workflowRuns.flatMap((run) => run.jobs);
      return jobs.find(({ id }) => id === token.jobId)?.name ?? "job";
    }
    case "installation":
      return "App";
    case "user":
      return "person";
    case "anonymous":
    case undefined:
      return "mint";
  }
}

function print(withApp: boolean, asked: readonly Asked[]): void {
  const rows = new Map<string, number>();
  let calls = 0;
  for (const { who, request } of asked) {
    if (request.kind === "other") continue;
    const isCounted = request.kind === "api" && who !== "mint";
    if (isCounted) calls += 1;
    const row = `  ${request.kind}  ${who.padEnd(9)} ${request.name}`;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const trips = asked.filter(({ request }) => request.kind === "git").length;
  const mode = withApp ? "with the App" : "without an App";
  const verdict = calls <= CALLS_GOAL ? "" : `, ${calls - CALLS_GOAL} more than the goal`;
  const lines = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));
  process.stdout.write(
    `one steady iteration ${mode}: ${calls} API calls${verdict}; ${trips} git round trips\n${lines.map(([row, count]) => `${row.padEnd(84)} ${count}\n`).join("")}`,
  );
}
