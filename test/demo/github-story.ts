import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createGitRefStore } from "../../src/adapters/ref-store-git.ts";
import { demoFiles, demoGoal } from "../../src/cli/demo/repository.ts";
import type { RunState } from "../../src/model/run.ts";
import { listRuns } from "../../src/record/ledger.ts";
import { type GitHubStage, openGitHubStage } from "../scenarios/github/stage.ts";
import { readPageView } from "./page/read-page-view.ts";
import { renderPage } from "./page/render-page.ts";
import { servePage } from "./page/serve-page.ts";
import { createRunAccount } from "./run-account.ts";

const GOAL_PATH = ".kazi/goals/price.goal.toml";
const MAINTAINER = "maya";

export interface StoryOptions {
  readonly withApp: boolean;
  /** Keeps the page until Ctrl-C. */
  readonly stays: boolean;
}

/** A goal-file in a pull request converges on a GitHub of this machine. Exit code 0 when it did. */
export async function tellGitHubStory(options: StoryOptions): Promise<number> {
  const account = createRunAccount(say);
  const stage = await openGitHubStage({
    withApp: options.withApp,
    files: demoFiles(),
    onLog: (run, job, text) => account.hear(run.runNumber, job, text),
  });
  try {
    introduce(stage, options);
    const number = await propose(stage);
    const place = { owner: stage.repository.owner.login, name: stage.repository.name, number };
    const page = await servePage(stage.github, place);
    say(`\nLook at it while it goes on: ${page.url}\n`);
    await stage.settle();
    tellGate(stage, number);
    say(`\n${MAINTAINER} comments: /kazi approve\n`);
    await stage.comment(MAINTAINER, number, "/kazi approve");
    await stage.settle();
    const code = await tellEnd(stage, number, place);
    if (options.stays) await untilInterrupted(page.url);
    await page.close();
    return code;
  } finally {
    await stage.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function introduce(stage: GitHubStage, { withApp }: StoryOptions): void {
  say(`A local GitHub runs at ${stage.github.url}: real git, real webhooks, real workflow runs.`);
  say(
    withApp
      ? `The kazi App listens at ${stage.app?.url ?? ""}.`
      : "There is no App: the workflow's own token does everything.",
  );
  say("The agent is a SCRIPTED STAND-IN: a program that plays one, not a model.");
}

async function propose(stage: GitHubStage): Promise<number> {
  const agent = fileURLToPath(new URL("agent-github.mjs", import.meta.url));
  const goal = demoGoal(`id = "scripted"\ncommand = ${JSON.stringify(agent)}`);
  await stage.commit(MAINTAINER, {
    branch: "price-goal",
    files: { [GOAL_PATH]: goal },
    message: "Say when prices are right",
  });
  const title = "Prices are formatted and parsed correctly";
  const number = await stage.openPull(MAINTAINER, { branch: "price-goal", title });
  say(`\n${MAINTAINER} opens pull request #${number} with ${GOAL_PATH}`);
  return number;
}

function tellGate(stage: GitHubStage, number: number): void {
  const headline = stage
    .issue(number)
    .comments.findLast((it) => it.body.includes("kazi:status"))
    ?.body.split("\n")
    .find((line) => line.startsWith("### "));
  say(`kazi comments: ${headline?.slice(4) ?? "nothing"}`);
  say(`the gate: ${gateOf(stage, number)}`);
}

/** The newest check-run or status of the name on the head. */
function gateOf(stage: GitHubStage, number: number): string {
  const { repository } = stage;
  const head = stage.issue(number).pull?.headSha;
  const check = repository.checkRuns.findLast((it) => it.headSha === head && it.name === "kazi");
  const status = repository.statuses.findLast((it) => it.sha === head && it.context === "kazi");
  if (check !== undefined) {
    return `check kazi: ${check.conclusion ?? check.status} (${check.title ?? ""})`;
  }
  return status === undefined
    ? "none"
    : `status kazi: ${status.state} (${status.description ?? ""})`;
}

async function tellEnd(
  stage: GitHubStage,
  number: number,
  place: { readonly owner: string; readonly name: string; readonly number: number },
): Promise<number> {
  const state = await readState(stage);
  const pull = stage.issue(number).pull;
  say("");
  tellGate(stage, number);
  say(`pull request #${number}: ${pull?.isDraft === true ? "draft" : "ready for review"}`);
  for (const problem of stage.problems) say(`problem: ${problem}`);
  const view = await readPageView(stage.github, place);
  const file = path.join(mkdtempSync(path.join(tmpdir(), "kazi-demo-")), "pull-request.html");
  if (view !== undefined) writeFileSync(file, renderPage(view, { isLive: false }));
  say(`the pull request as it is now: ${file}`);
  say("");
  say(outcomeOf(state));
  return state?.status === "converged" && stage.problems.length === 0 ? 0 : 1;
}

async function readState({ repository }: GitHubStage): Promise<RunState | undefined> {
  const local = createGitRefStore({ gitDir: repository.gitDir });
  const { runs } = await listRuns({ ...local, namespace: "refs/kazi/" });
  return runs[0]?.state;
}

function outcomeOf(state: RunState | undefined): string {
  if (state === undefined) return "OUTCOME: error (no run was opened)";
  const { status, spent, history, head, cause } = state;
  const fates = history.flatMap(({ attempt }) => (attempt === undefined ? [] : [attempt.fate]));
  const found = cause === undefined ? "" : `${cause.class}: ${cause.reason}; `;
  return `OUTCOME: ${status} after ${spent.iterations} iterations (${found}candidates ${fates.join(", ")}; head ${head.slice(0, 12)}; ${spent.dispatches} dispatches, ${spent.tokens} tokens)`;
}

async function untilInterrupted(url: string): Promise<void> {
  say(`The page stays at ${url} until Ctrl-C.`);
  await new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
