import { performance } from "node:perf_hooks";
import { type GitHubStage, openGitHubStage } from "../scenarios/github/stage.ts";
import { countingGoal } from "./counting-goal.ts";
import { report } from "./report.ts";
import { openRequestLog, type RequestLog } from "./request-log.ts";

const ROUNDS = 5;
const FETCHES = 5;

/** From the webhook of a new pull request to its check, against a plain fetch from the same GitHub. */
export async function measureFirstChecks(): Promise<void> {
  const stage = await openGitHubStage({ withApp: true, files: { "src/count.txt": "0\n" } });
  const log = openRequestLog(stage.github);
  try {
    const checks: number[] = [];
    const fetches: number[] = [];
    const goal = { ".kazi/goals/count.goal.toml": countingGoal("true", 1) };
    for (let round = 0; round < ROUNDS; round += 1) {
      const branch = `goal-${round}`;
      await stage.commit("maya", { branch, files: { ...goal, "src/round.txt": `${round}\n` } });
      await stage.settle();
      for (let count = 0; count < FETCHES; count += 1) fetches.push(await timeFetch(stage));
      checks.push(await timeCheck(stage, log, branch));
    }
    report("a plain fetch of the repository", fetches, fetches);
    report("webhook to first check", checks, fetches);
  } finally {
    log.close();
    await stage.close();
  }
}

async function timeFetch({ github, repository }: GitHubStage): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${github.apiUrl}/repos/${repository.fullName}`);
  await answer.text();
  return performance.now() - started;
}

async function timeCheck(stage: GitHubStage, log: RequestLog, branch: string): Promise<number> {
  const known = log.requests.length;
  await stage.openPull("maya", { branch, title: "Count" });
  await stage.settle();
  const heard = log.requests.slice(known);
  const told = heard.find(({ event }) => event === "pull_request");
  const check = heard.find(({ name }) => name === "POST /repos/{owner}/{repo}/check-runs");
  if (told === undefined || check === undefined) {
    throw new Error(`expected a check after a webhook: ${stage.problems.join("; ")}`);
  }
  return check.atMs - told.atMs;
}
