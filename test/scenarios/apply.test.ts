import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  agentSource,
  BROKEN,
  eventually,
  goalToml,
  isMarked,
  setStage,
  type Stage,
} from "./stage.ts";

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

function script(id: string, command: string, more = ""): string {
  return `[[predicate]]\nid = "${id}"\nprovider = "custom_script"\ncmd = "sh"\nargs = ["-c", '${command}']\n${more}\n`;
}

describe("kazi apply", () => {
  test("never touches the checkout: index, files, head and branch are as before", async () => {
    const { repository } = stage;
    const before = (): string =>
      [
        repository.git("status", "--porcelain"),
        repository.git("rev-parse", "HEAD", "--abbrev-ref", "HEAD"),
        readFileSync(path.join(repository.path, ".git/index")).toString("base64"),
        readFileSync(path.join(repository.path, "src/one.js"), "utf8"),
      ].join("\n");
    const was = before();
    const ended = await stage.kazi("apply", stage.goal("g.toml", goalToml(stage.agent(FIX))));
    expect(ended.code).toBe(0);
    expect(before()).toBe(was);
    expect(repository.git("worktree", "list").split("\n")).toHaveLength(1);
    expect(repository.git("log", "--format=%an|%s", "main..kazi/both")).toBe(
      "kazi|kazi: Both functions are right",
    );
  });

  test("--json prints one object with the fields of schema 2", async () => {
    const goal = stage.goal("g.toml", goalToml(stage.agent(FIX)));
    const ended = await stage.kazi("apply", goal, "--json");
    expect(JSON.parse(ended.stdout)).toMatchObject({
      schema_version: 2,
      goal_id: "both",
      status: "converged",
      predicates: [{ id: "check", verdict: "pass" }],
      iterations: 1,
      budget_spent: { iterations: 1, exceeded: null, tokens: 110, dispatches: 1 },
      usage: { input_tokens: 100, output_tokens: 10, cost_usd: 0.01 },
      economy: { status: "converged", stuck: false, iterations: 1, harness: "scripted" },
      integration: { landed: true, task_branch: "kazi/both" },
      next_action: "done",
      reason: null,
      release_ref: null,
    });
    expect(ended.stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(ended.stderr).toBe("");
  });

  test("--json --stream prints an object an iteration, and the last one has no event", async () => {
    const goal = stage.goal("g.toml", goalToml(stage.agent(FIX)));
    const ended = await stage.kazi("apply", goal, "--json", "--stream");
    const objects = ended.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(objects.map((it) => [it.event, it.iteration])).toEqual([
      ["iteration", 0],
      ["iteration", 1],
      [undefined, undefined],
    ]);
    expect(objects[1].predicates).toEqual([{ id: "check", verdict: "pass" }]);
  });

  test("a goal that holds already converges with no agent, no branch and no spend", async () => {
    stage.repository.write("src/one.js", "=> one");
    stage.repository.write("src/two.js", "=> two");
    stage.repository.commit("By hand");
    const goal = stage.goal("g.toml", goalToml(stage.agent(agentSource('mark("ran");'))));
    const ended = await stage.kazi("apply", goal);
    expect(ended.stdout).toMatch(
      /OUTCOME: converged after 0 iterations .*nothing had to change; spent 0 dispatches/,
    );
    expect(isMarked(stage, "ran")).toBe(false);
    expect(stage.repository.git("branch", "--list", "kazi/*")).toBe("");
  });

  test('a goal of mode "create" that holds already is vacuous', async () => {
    const toml = `id = "x"\nmode = "create"\n${script("p", "true")}`;
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml), "--json");
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: "error",
      cause: { class: "vacuous" },
      error: expect.stringContaining("goal is vacuous"),
    });
    expect(ended.code).toBe(1);
  });

  test("a candidate that only breaks something is discarded, and the agent is told", async () => {
    const harness = stage.agent(
      agentSource(`
        if (attempt === 1) edit("src/guarded.js", "broken");
        else { if (prompt.includes("discarded") && prompt.includes("- broke: guard")) mark("told"); ${FIX_ONE} ${FIX_TWO} }`),
    );
    stage.repository.write("src/guarded.js", "whole");
    stage.repository.commit("Something to break");
    const toml = `${goalToml(harness)}\n${script("guard", "grep -q whole src/guarded.js", "guard = true")}`;
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml));
    expect(ended.stdout).toContain("discarded, it only made things worse");
    expect(ended.stdout).toContain("OUTCOME: converged after 2 iterations");
    expect(isMarked(stage, "told")).toBe(true);
    expect(stage.repository.git("log", "--oneline", "main..kazi/both").split("\n")).toHaveLength(1);
  });

  test("a ceiling ends the run with the best that was reached", async () => {
    const harness = stage.agent(agentSource(FIX_ONE));
    const ended = await stage.kazi(
      "apply",
      stage.goal("g.toml", goalToml(`budget = { max_dispatches = 1 }\n${harness}`)),
      "--json",
    );
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: "over_budget",
      budget_spent: { exceeded: "max_dispatches", dispatches: 1 },
      next_action: "raise_budget",
      cause: { class: "budget_exhausted", ids: ["check"] },
    });
    expect(stage.repository.git("show", "kazi/both:src/one.js")).toContain("=> one");
  });

  test("an agent that outlives the time that is left is ended by it", async () => {
    const harness = stage.agent(agentSource('until("never");'));
    const toml = goalToml(`budget = { max_wall_clock_ms = 4_000 }\n${harness}`);
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml), "--json");
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: "over_budget",
      budget_spent: { exceeded: "wall_clock" },
    });
  });

  test("evidence of a held-out predicate reaches neither the agent nor the record", async () => {
    const harness = stage.agent(
      agentSource(`if (prompt.includes("SECRET-EVIDENCE")) mark("leaked"); ${FIX_ONE} ${FIX_TWO}`),
    );
    const held = script(
      "held",
      'grep -q "=> one" src/one.js || { echo SECRET-EVIDENCE; exit 1; }',
      "held_out = true",
    );
    const ended = await stage.kazi("apply", stage.goal("g.toml", `${goalToml(harness)}\n${held}`));
    expect(ended.code).toBe(0);
    expect(isMarked(stage, "leaked")).toBe(false);
    expect(ended.stdout).not.toContain("SECRET-EVIDENCE");
    const record = stage.repository.git("log", "-p", "-m", "refs/kazi/local/archive");
    expect(record).toContain('"held"');
    expect(record).not.toContain("SECRET-EVIDENCE");
  });

  test("what [setup] makes is there for the checks, and is never committed", async () => {
    const harness = stage.agent(
      agentSource(`${FIX_ONE} ${FIX_TWO} edit("made.txt", "by the agent");`),
    );
    const toml = `${goalToml(harness)}\n${script("made", "test -s made.txt")}\n[setup]\ncommands = [["sh", "-c", "echo by setup > made.txt"]]\n`;
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml));
    expect(ended.stdout).toContain("put back made.txt: was made by [setup]");
    expect(ended.code).toBe(0);
    expect(stage.repository.git("diff", "--name-only", "main", "kazi/both")).not.toContain(
      "made.txt",
    );
  });

  test("one check cannot spoil the next: each has a fresh copy", async () => {
    const toml = `id = "x"\n${script("spoiler", "echo spoiled > src/one.js; rm -rf src/two.js .git; true")}\n${script("next", "test -e src/two.js && git diff --quiet && ! grep -q spoiled src/one.js")}`;
    expect((await stage.kazi("apply", stage.goal("g.toml", toml), "--check")).stdout).toContain(
      "next: pass",
    );
  });

  test("git in a check sees a named branch with an upstream and a base", async () => {
    const tests =
      'test -z "$(git status --porcelain)" && test "$(git rev-parse HEAD)" = "$(git rev-parse @{u})" && git merge-base origin/main HEAD && git symbolic-ref --short HEAD';
    const toml = `id = "x"\n[[predicate]]\nid = "git"\nprovider = "custom_script"\ncmd = "sh"\nargs = ["-c", '''${tests}''']\n`;
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml));
    expect(ended.stdout).toContain("OUTCOME: converged");
  });
});

describe("an approval", () => {
  test("is of exactly these bytes: a changed goal-file opens a new generation on the same branch", async () => {
    const goal = stage.goal(
      "g.toml",
      goalToml(`budget = { max_dispatches = 1 }\n${stage.agent(agentSource(FIX_ONE))}`),
    );
    expect((await stage.kazi("apply", goal)).code).toBe(1);
    stage.goal("g.toml", goalToml(stage.agent(agentSource(FIX_TWO))));
    const second = await stage.kazi("apply", goal);
    expect(second.stdout).toContain("opens generation 2 on kazi/both");
    expect(second.code).toBe(0);
    const status = await stage.kazi("status");
    expect(status.stdout).toMatch(
      /both {2}generation 2 {2}converged[\s\S]*both {2}generation 1 {2}over_budget/,
    );
  });

  test("fixes the graders: on a branch where a person changed one, nothing goes on", async () => {
    const goal = stage.goal(
      "g.toml",
      goalToml(
        stage.agent(
          agentSource(`if (attempt === 1) { ${FIX_ONE} } else { mark("ready"); until("go"); }`),
        ),
      ),
    );
    const run = stage.start("apply", goal);
    await eventually(() => isMarked(stage, "ready"), "the second attempt works");
    const { repository } = stage;
    repository.git("worktree", "add", "--quiet", path.join(stage.wings, "tree"), "kazi/both");
    repository.git(
      "-C",
      path.join(stage.wings, "tree"),
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      "x",
    );
    repository.git("-C", path.join(stage.wings, "tree"), "rm", "--quiet", "check.sh");
    repository.git(
      "-C",
      path.join(stage.wings, "tree"),
      "commit",
      "--quiet",
      "-m",
      "No check, no problem",
    );
    stage.goal("go", "");
    const ended = await run.ended;
    expect(ended.stderr).toContain("the approval is void");
    expect(ended.stderr).toContain("check.sh");
    expect(ended.code).toBe(1);
  });
});

describe("graders on a branch of an earlier run", () => {
  test.each([
    ["changed", "#!/bin/sh\nexit 7\n"],
    ["removed", undefined],
  ])(
    "%s by a person: the goal is not judged by what the branch does not hold",
    async (_name, text) => {
      const { repository } = stage;
      repository.git("switch", "--quiet", "--create", "kazi/both");
      if (text === undefined) repository.git("rm", "--quiet", "check.sh");
      else repository.write("check.sh", text);
      repository.commit("Another check");
      repository.git("switch", "--quiet", "main");
      const ended = await stage.kazi("apply", stage.goal("g.toml", goalToml(stage.agent(FIX))));
      expect(ended.stderr).toContain("the approval is void");
      expect(ended.stderr).toContain("check.sh");
      expect(ended.stdout).toContain("OUTCOME: error");
      expect(ended.code).toBe(1);
    },
  );
});

describe("[integration]", () => {
  let remote: string;
  beforeEach(() => {
    remote = mkdtempSync(path.join(tmpdir(), "kazi-remote-"));
  });
  afterEach(() => {
    rmSync(remote, { recursive: true, force: true });
  });

  function withMode(mode: string): string {
    return stage.goal("g.toml", `${goalToml(stage.agent(FIX))}\n[integration]\nmode = "${mode}"\n`);
  }
  function addRemote(): void {
    stage.repository.git("init", "--quiet", "--bare", remote);
    stage.repository.git("remote", "add", "origin", remote);
  }

  test("no hook runs at a push: it could lie in the tree, and the tree could be an agent's", async () => {
    addRemote();
    const { repository } = stage;
    repository.git("config", "core.hooksPath", "hooks");
    repository.write("hooks/pre-push", `#!/bin/sh\ntouch ${path.join(stage.wings, "hook-ran")}\n`);
    repository.git("update-index", "--add", "--chmod=+x", "hooks/pre-push");
    chmodSync(path.join(repository.path, "hooks/pre-push"), 0o755);
    repository.commit("Hooks");
    const ended = await stage.kazi("apply", withMode("branch"));
    expect(ended.stdout).toContain("landed at level branch");
    expect(isMarked(stage, "hook-ran")).toBe(false);
  });

  test.each([
    ["none", false, "landed at level none", ""],
    ["commit", true, "landed at level commit", ""],
    ["branch", false, "landed at level commit (wanted branch)", "no remote to push to"],
    ["branch", true, "landed at level branch", ""],
    ["pr", true, "landed at level branch (wanted pr)", "needs GitHub"],
    ["merge", true, "landed at level branch (wanted merge)", "needs GitHub"],
  ])("%s, with a remote: %s", async (mode, hasRemote, landed, reason) => {
    if (hasRemote) addRemote();
    const ended = await stage.kazi("apply", withMode(mode));
    expect(ended.stdout).toContain(landed);
    expect(ended.stdout).toContain(reason);
    // What has not come as far as the goal wants has not converged, whatever passes.
    expect(ended.code).toBe(reason === "" ? 0 : 1);
    expect(ended.stdout).toMatch(
      reason === "" ? /^OUTCOME: converged/m : /^OUTCOME: stuck \(landing_failed/m,
    );
    const pushed = hasRemote ? stage.repository.git("ls-remote", "--heads", remote) : "";
    expect(pushed !== "").toBe(hasRemote && mode !== "commit");
  });

  test("a remote that refuses the branch ends the run stuck, with the work kept", async () => {
    addRemote();
    stage.repository.git("push", "--quiet", remote, "main", "main:kazi/both");
    stage.repository.git("--git-dir", remote, "update-ref", "refs/heads/kazi/both", other());
    const ended = await stage.kazi("apply", withMode("branch"));
    expect(ended.stdout).toMatch(/OUTCOME: stuck \(landing_failed/);
    expect(stage.repository.git("show", "kazi/both:src/one.js")).toContain("=> one");
  });

  /** A commit that the pushed branch does not contain. */
  function other(): string {
    const asOther = [
      "--git-dir",
      remote,
      "-c",
      "user.name=Other",
      "-c",
      "user.email=other@localhost",
    ];
    return stage.repository.git(...asOther, "commit-tree", "main^{tree}", "-m", "Somebody else's");
  }
});

describe("--in-place", () => {
  test("keeps work on the checked-out branch, and the checkout follows", async () => {
    const goal = stage.goal("g.toml", goalToml(stage.agent(FIX)));
    const ended = await stage.kazi("apply", goal, "--in-place");
    expect(ended.stdout).toContain("opens generation 1 on main");
    expect(ended.code).toBe(0);
    const { repository } = stage;
    expect(repository.git("status", "--porcelain")).toBe("");
    expect(readFileSync(path.join(repository.path, "src/one.js"), "utf8")).toContain("=> one");
    expect(repository.git("log", "-1", "--format=%an")).toBe("kazi");
  });

  test("leaves files alone that a person changed meanwhile", async () => {
    const harness = stage.agent(agentSource(`mark("ready"); until("go"); ${FIX_ONE} ${FIX_TWO}`));
    const run = stage.start("apply", stage.goal("g.toml", goalToml(harness)), "--in-place");
    await eventually(() => isMarked(stage, "ready"), "the agent works");
    stage.repository.write("src/one.js", "// a person's own\n");
    stage.goal("go", "");
    const ended = await run.ended;
    expect(readFileSync(path.join(stage.repository.path, "src/one.js"), "utf8")).toBe(
      "// a person's own\n",
    );
    expect(ended.stderr).toContain("files of the checkout were changed meanwhile");
  });
});

describe("--standing", () => {
  test("keeps watching at no cost, sees drift, and repairs it", async () => {
    const harness = stage.agent(FIX);
    const run = stage.start("apply", stage.goal("g.toml", goalToml(harness)), "--standing");
    await run.says("waits: everything holds");
    const shown = await stage.kazi("ledger", "show", "both");
    expect(shown.stdout.trimEnd().split("\n").at(-1)).toContain("-> watch");
    run.child.kill("SIGTERM");
    expect((await run.ended).code).toBe(130);
    expect(existsSync(path.join(stage.repository.path, ".git/refs/kazi"))).toBe(true);
  });
});

test("the fixture is red at first", () => {
  expect(BROKEN["src/one.js"]).not.toContain("=> one");
});
