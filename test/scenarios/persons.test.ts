import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agentSource, eventually, goalToml, isMarked, setStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(() => {
  stage = setStage();
});
afterEach(() => {
  stage.clear();
});

const FIX_ONE = 'edit("src/one.js", "export const one = () => one;\\n");';
const FIX_TWO = 'edit("src/two.js", "export const two = () => two;\\n");';
const FIX = agentSource(`${FIX_ONE} ${FIX_TWO}`);
const WAITING = agentSource(`mark("ready"); until("go"); ${FIX_ONE} ${FIX_TWO}`);

describe("a person who does something else while kazi works", () => {
  async function meanwhile(
    act: () => void,
    ...flags: readonly string[]
  ): ReturnType<Stage["kazi"]> {
    const run = stage.start(
      "apply",
      stage.goal("g.toml", goalToml(stage.agent(WAITING))),
      ...flags,
    );
    await eventually(() => isMarked(stage, "ready"), "the agent works");
    act();
    stage.goal("go", "");
    return await run.ended;
  }

  test("checks the work branch out: it is not moved under them", async () => {
    const { repository } = stage;
    const ended = await meanwhile(() => {
      repository.git("switch", "--quiet", "--create", "kazi/both");
    });
    expect(ended.stderr).toContain("kazi/both was checked out while kazi worked on it");
    expect(ended.code).toBe(1);
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(repository.git("rev-parse", "kazi/both")).toBe(repository.git("rev-parse", "main"));
  });

  test("deletes the ledger: the run ends as tampered, and says what was lost", async () => {
    const ended = await meanwhile(() => {
      const [ref = ""] = stage.repository
        .git("for-each-ref", "--format=%(refname)", "refs/kazi/local/live")
        .split("\n");
      stage.repository.git("update-ref", "-d", ref);
    });
    expect(ended.stderr).toContain("was deleted while kazi worked");
    expect(ended.stdout).toContain("OUTCOME: tampered");
  });

  test("puts another chain in the ledger's place: nothing goes on from it", async () => {
    const { repository } = stage;
    const ended = await meanwhile(() => {
      const ref = repository.git("for-each-ref", "--format=%(refname)", "refs/kazi/local/live");
      const tree = repository.git("rev-parse", `${ref}^{tree}`);
      const copy = repository.git("commit-tree", tree, "-m", "kazi: claimed");
      repository.git("update-ref", ref, copy);
    });
    expect(ended.stdout).toContain("OUTCOME: tampered");
    expect(ended.stdout).not.toContain("OUTCOME: converged");
    expect(ended.code).toBe(1);
  });

  test("in place, switches to another branch: that one stays where it is", async () => {
    const { repository } = stage;
    const ended = await meanwhile(() => {
      repository.git("switch", "--quiet", "--create", "other");
    }, "--in-place");
    expect(ended.stdout).toContain("warning: the checkout left main meanwhile");
    expect(ended.stdout).toContain("OUTCOME: converged");
    expect(repository.git("show", "main:src/one.js")).toContain("=> one");
    expect(repository.git("show", "other:src/one.js")).not.toContain("=> one");
    expect(repository.git("status", "--porcelain")).toBe("");
  });
});

describe("an approval that a newer one replaced", () => {
  test("ends the old process: it does not work on the new generation", async () => {
    const { repository } = stage;
    const old = stage.start(
      "apply",
      stage.goal("g.toml", goalToml(stage.agent(FIX))),
      "--standing",
    );
    await old.says("waits: everything holds");
    repository.git("merge", "--quiet", "kazi/both");
    const never = '[[predicate]]\nid = "never"\nprovider = "custom_script"\ncmd = "false"\n';
    const toml = `budget = { max_dispatches = 1 }\n${stage.agent(agentSource(""))}`;
    const goal = stage.goal("g.toml", `${goalToml(toml)}\n${never}`);
    const next = await stage.kazi("apply", goal);
    expect(next.stdout).toContain("opens generation 2");
    expect(next.code).toBe(1);
    const third = stage.start("apply", goal, "--standing");
    await third.says("opens generation 3");
    await third.ended;
    old.child.kill("SIGTERM");
    const ended = await old.ended;
    expect(ended.stdout).not.toContain("hands check, never");
    const shown = await stage.kazi("ledger", "show", "both");
    expect(shown.stdout).not.toMatch(new RegExp(`claimed .*process ${old.child.pid}$`, "m"));
  });
});

describe("--in-place", () => {
  test("a run that died before the checkout followed: the next one brings it after", async () => {
    const { repository } = stage;
    const source = `${FIX_ONE} if (attempt > 1) { mark("ready"); until("go"); ${FIX_TWO} }`;
    const goal = stage.goal("g.toml", goalToml(stage.agent(agentSource(source))));
    const run = stage.start("apply", goal, "--in-place");
    await eventually(() => isMarked(stage, "ready"), "the second attempt works");
    run.child.kill("SIGKILL");
    await run.ended;
    // What a death between the two steps leaves: the branch moved, index and files of the commit before.
    repository.git("read-tree", "-m", "-u", "HEAD", "HEAD~1");
    expect(repository.git("status", "--porcelain")).toBe("M  src/one.js");
    stage.goal("go", "");
    const again = await stage.kazi("apply", goal, "--in-place");
    expect(again.stdout).toContain("an earlier run died before the checkout followed");
    expect(again.stdout).toContain("OUTCOME: converged");
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  test("never pushes the branch that the work is meant for", async () => {
    const { repository } = stage;
    const remote = path.join(stage.wings, "remote.git");
    repository.git("init", "--quiet", "--bare", remote);
    repository.git("remote", "add", "origin", remote);
    repository.git("push", "--quiet", "origin", "main");
    const before = repository.git("ls-remote", remote);
    const toml = `${goalToml(stage.agent(FIX))}\n[integration]\nmode = "pr"\n`;
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml), "--in-place");
    expect(ended.stdout).toContain("landed at level commit (wanted pr)");
    expect(ended.stdout).toContain("which is a person's to push");
    expect(repository.git("ls-remote", remote)).toBe(before);
  });
});

describe("a repository that a newcomer has", () => {
  test("with the goal-file in it, not committed yet", async () => {
    const { repository } = stage;
    repository.write(".kazi/goals/both.goal.toml", goalToml(stage.agent(FIX)));
    const ended = await stage.kazi("apply", ".kazi/goals/both.goal.toml");
    expect(ended.stderr).toBe("");
    expect(ended.stdout).toContain("OUTCOME: converged");
  });

  test("with the goal-file outside of .kazi: an agent's weaker version of it is put back", async () => {
    const { repository } = stage;
    const source = agentSource(`${FIX_ONE} ${FIX_TWO} edit("goal.toml", "id = 'both'");`);
    repository.write("goal.toml", goalToml(stage.agent(source)));
    repository.commit("A goal");
    const ended = await stage.kazi("apply", "goal.toml");
    expect(ended.stdout).toContain("put back goal.toml");
    expect(ended.stdout).toContain("OUTCOME: converged");
    expect(repository.git("diff", "--name-only", "main", "kazi/both")).not.toContain("goal.toml");
  });

  test("with a branch whose name is in the way: said before anything is spent", async () => {
    stage.repository.git("branch", "kazi");
    const ended = await stage.kazi("apply", stage.goal("g.toml", goalToml(stage.agent(FIX))));
    expect(ended.stderr).toContain("the branch kazi is in the way of kazi/both");
    expect(stage.repository.git("for-each-ref", "refs/kazi")).toBe("");
  });

  test('that a goal of mode "create" has converged on before: the same again converges', async () => {
    const goal = stage.goal("g.toml", goalToml(`mode = "create"\n${stage.agent(FIX)}`));
    expect((await stage.kazi("apply", goal)).code).toBe(0);
    const again = await stage.kazi("apply", goal);
    expect(again.stdout).toContain("OUTCOME: converged after 0 iterations");
  });

  test("without a temporary folder: a sentence, an outcome, and with --json an object", async () => {
    const goal = stage.goal("g.toml", goalToml(stage.agent(FIX)));
    const nowhere = { TMPDIR: path.join(stage.wings, "nowhere") };
    const ended = await stage.kaziWith(nowhere, "apply", goal);
    expect(ended.stderr).toContain("Set TMPDIR");
    expect(ended.stdout).toContain("OUTCOME: error");
    const machine = await stage.kaziWith(nowhere, "apply", goal, "--json");
    expect(JSON.parse(machine.stdout)).toMatchObject({ status: "error", schema_version: 2 });
  });
});
