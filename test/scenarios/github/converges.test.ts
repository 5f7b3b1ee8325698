import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { runGit } from "../../../src/adapters/git.ts";
import { createGitRefStore } from "../../../src/adapters/ref-store-git.ts";
import { demoFiles, demoGoal } from "../../../src/cli/demo/repository.ts";
import { listRuns } from "../../../src/record/ledger.ts";
import { verifyLedger } from "../../../src/record/verify-ledger.ts";
import { type GitHubStage, openGitHubStage } from "./stage.ts";

const AGENT = path.resolve("test/demo/agent-github.mjs");
const GOAL_PATH = ".kazi/goals/price.goal.toml";
const GOAL = demoGoal(`id = "scripted"\ncommand = ${JSON.stringify(AGENT)}`);

let stage: GitHubStage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

test.each([
  ["with the App", true],
  ["without an App", false],
])(
  "a goal-file in a pull request is shown, approved and converges %s",
  async (_name, withApp) => {
    stage = await openGitHubStage({ withApp, files: demoFiles() });
    await stage.commit("maya", { branch: "goal", files: { [GOAL_PATH]: GOAL } });
    const number = await stage.openPull("maya", { branch: "goal", title: "Prices are right" });
    await stage.settle();
    const speaker = withApp ? "kazi[bot]" : "github-actions[bot]";
    expect(commentsOf(stage, number)).toEqual([
      [speaker, expect.stringContaining("waiting for approval")],
    ]);
    expect(gateOf(stage, number)).toBe(withApp ? "action_required" : "pending");
    expect(await refsOf(stage, "refs/kazi/")).toBe("");

    const approval = await stage.comment("maya", number, "/kazi approve");
    await stage.settle();
    const [run] = await runsOf(stage);
    expect(run?.state).toMatchObject({
      status: "converged",
      approval: { via: "comment", by: "maya", pointer: { commentId: approval, pull: number } },
      spent: { iterations: 2, dispatches: 2 },
      landing: { wanted: "pr", reached: "pr" },
    });
    expect(run?.state.history.map(({ attempt }) => attempt?.fate)).toEqual([
      undefined,
      "discarded",
      "kept",
    ]);
    expect(await verifyLedger(storeOf(stage), run?.oid ?? "")).toMatchObject({ ok: true });
    expect(stage.issue(number).pull).toMatchObject({ headSha: run?.state.head, isDraft: false });
    expect(await git(stage, "log", "--format=%an %s", "main..goal")).toBe(
      "kazi kazi: Prices are formatted and parsed correctly\nmaya Change",
    );
    expect(gateOf(stage, number)).toBe("success");
    expect(commentsOf(stage, number)).toEqual([
      [speaker, expect.stringContaining("converged")],
      ["maya", "/kazi approve"],
      [speaker, expect.stringMatching(/@maya .* converged/)],
    ]);
    expect(
      stage.repository.workflowRuns.filter((it) => it.event === "workflow_dispatch"),
    ).toHaveLength(3);
    expect(stage.problems).toEqual([]);
    expect(stage.github.violations).toEqual([]);
  },
  240_000,
);

function commentsOf({ issue }: Pick<GitHubStage, "issue">, number: number): unknown {
  return issue(number).comments.map((it) => [it.author.login, it.body]);
}

/** The newest check-run or status of the name on the head. */
function gateOf(at: GitHubStage, number: number): string | undefined {
  const head = at.issue(number).pull?.headSha;
  const { checkRuns, statuses } = at.repository;
  const check = checkRuns.findLast((it) => it.headSha === head && it.name === "kazi");
  const status = statuses.findLast((it) => it.sha === head && it.context === "kazi");
  return check?.conclusion ?? check?.status ?? status?.state;
}

function storeOf(at: GitHubStage): ReturnType<typeof createGitRefStore> {
  return { ...createGitRefStore({ gitDir: at.repository.gitDir }), namespace: "refs/kazi/" };
}

async function runsOf(at: GitHubStage): Promise<Awaited<ReturnType<typeof listRuns>>["runs"]> {
  return (await listRuns(storeOf(at))).runs;
}

async function git({ repository }: GitHubStage, ...args: readonly string[]): Promise<string> {
  const { gitDir } = repository;
  return (await runGit(args, { cwd: gitDir, gitDir })).stdout.toString().trim();
}

async function refsOf(at: GitHubStage, prefix: string): Promise<string> {
  return await git(at, "for-each-ref", "--format=%(refname)", prefix);
}
