import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  agentSource,
  eventually,
  goalToml,
  isMarked,
  processesWith,
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

async function settledIterations(goal: string): Promise<readonly number[]> {
  const shown = await stage.kazi("ledger", "show", goal);
  return [...shown.stdout.matchAll(/settled {3}iteration (\d+)/g)].map((match) => Number(match[1]));
}

test("the agent is killed in the middle of an iteration: what it left counts, and the goal converges", async () => {
  const harness = stage.agent(
    agentSource(`
      ${FIX_ONE}
      if (attempt === 1) { mark("ready"); until("never"); }
      ${FIX_TWO}`),
  );
  const run = stage.start("apply", stage.goal("g.toml", goalToml(harness)));
  await eventually(() => isMarked(stage, "ready"), "the agent works");
  // The launchers around the agent carry its name too; the agent itself is the youngest.
  process.kill(Math.max(...processesWith(`${stage.wings}/agent-1.mjs`)), "SIGKILL");
  const ended = await run.ended;
  expect(ended.stdout).toContain("agent crashed");
  expect(ended.stdout).toContain("OUTCOME: converged after 2 iterations");
  expect(ended.code).toBe(0);
  expect(stage.repository.git("show", "kazi/both:src/one.js")).toContain("=> one");
});

test("kazi is killed while the agent works: nothing survives it, and the next apply goes on", async () => {
  const harness = stage.agent(
    agentSource(`
      ${FIX_ONE} ${FIX_TWO}
      if (!existsSync(path.join(wings, "second"))) { mark("second"); until("never"); }`),
  );
  const goal = stage.goal("g.toml", goalToml(harness));
  const first = stage.start("apply", goal);
  await eventually(() => isMarked(stage, "second"), "the agent works");
  first.child.kill("SIGKILL");
  await first.ended;
  await eventually(
    () => processesWith(`${stage.wings}/agent-1.mjs`).length === 0,
    "the agent dies with kazi",
  );

  const status = await stage.kazi("status", "both", "--json");
  expect(JSON.parse(status.stdout)).toMatchObject({ status: "in_progress", holder: "gone" });

  const second = await stage.kazi("apply", goal, "--json");
  expect(JSON.parse(second.stdout)).toMatchObject({
    status: "converged",
    iterations: 1,
    // The crashed dispatch is charged as reserved: an eighth of the default budget.
    budget_spent: { dispatches: 2, tokens: 250_000 + 110 },
    usage_fidelity: "unreported",
  });
  expect(await settledIterations("both")).toEqual([0, 1]);
  expect((await stage.kazi("ledger", "verify")).stdout).toContain("whole");
});

test("kazi is killed while it observes: the candidate of the dead run is not kept, the next one is", async () => {
  const harness = stage.agent(agentSource(`${FIX_ONE} ${FIX_TWO}`));
  stage.repository.write(
    "check.sh",
    `#!/bin/sh
grep -q "=> one" src/one.js || exit 1
if [ ! -e ${stage.wings}/watched ]; then touch ${stage.wings}/watched; sleep 1000; fi
`,
  );
  stage.repository.commit("A check that hangs once");
  const goal = stage.goal("g.toml", goalToml(harness));
  const first = stage.start("apply", goal);
  await eventually(() => isMarked(stage, "watched"), "the check runs");
  first.child.kill("SIGKILL");
  await first.ended;
  expect(stage.repository.git("branch", "--list", "kazi/*")).toBe("");

  const second = await stage.kazi("apply", goal);
  expect(second.stdout).toContain("takes iteration 1 over");
  expect(second.stdout).toContain("OUTCOME: converged after 1 iterations");
  expect(await settledIterations("both")).toEqual([0, 1]);
});

test("an interrupt ends cleanly: children dead, claim given back, and the same command goes on", async () => {
  const harness = stage.agent(
    agentSource(`
      ${FIX_ONE} ${FIX_TWO}
      if (!existsSync(path.join(wings, "go"))) { mark("ready"); until("go"); }`),
  );
  const goal = stage.goal("g.toml", goalToml(harness));
  const first = stage.start("apply", goal);
  await eventually(() => isMarked(stage, "ready"), "the agent works");
  first.child.kill("SIGINT");
  const ended = await first.ended;
  expect(ended.code).toBe(130);
  expect(ended.stdout).toContain("OUTCOME: interrupted");
  expect(processesWith(`${stage.wings}/agent-1.mjs`)).toEqual([]);
  const status = await stage.kazi("status", "both", "--json");
  expect(JSON.parse(status.stdout)).toMatchObject({ status: "in_progress", holder: "none" });

  writeFileSync(path.join(stage.wings, "go"), "");
  const second = await stage.kazi("apply", goal);
  expect(second.stdout).toContain("goes on with generation 1");
  expect(second.code).toBe(0);
});

test("two applies of one goal: one works, the other says who holds it", async () => {
  const harness = stage.agent(agentSource(`mark("ready"); until("go"); ${FIX_ONE} ${FIX_TWO}`));
  const goal = stage.goal("g.toml", goalToml(harness));
  const first = stage.start("apply", goal);
  await eventually(() => isMarked(stage, "ready"), "the agent works");
  const second = await stage.kazi("apply", goal);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(`is being worked on by process ${first.child.pid}`);
  writeFileSync(path.join(stage.wings, "go"), "");
  expect((await first.ended).code).toBe(0);
  expect(await settledIterations("both")).toEqual([0, 1]);
});

test("two goals with overlapping paths: the second waits until the first has no agent at work", async () => {
  const slow = stage.agent(
    agentSource(`mark("ready"); until("go"); ${FIX_ONE} mark("first-done");`),
  );
  const quick = stage.agent(
    agentSource(`if (!existsSync(path.join(wings, "first-done"))) mark("overlap"); ${FIX_TWO}`),
  );
  const scope = '[scope]\npaths = ["src/**"]\n';
  const grep = (name: string): string =>
    `[[predicate]]\nid = "check"\nprovider = "custom_script"\ncmd = "grep"\nargs = ["-q", "=> ${name}", "src/${name}.js"]\n`;
  const one = stage.goal("one.toml", `id = "one"\n${scope}${slow}${grep("one")}`);
  const two = stage.goal("two.toml", `id = "two"\n${scope}${quick}${grep("two")}`);
  const first = stage.start("apply", one);
  await eventually(() => isMarked(stage, "ready"), "the first agent works");
  const second = stage.start("apply", two);
  await second.says("waits: goal one");
  writeFileSync(path.join(stage.wings, "go"), "");
  expect((await first.ended).code).toBe(0);
  expect((await second.ended).code).toBe(0);
  expect(isMarked(stage, "overlap")).toBe(false);
});

test("two goals with separate paths work at the same time", async () => {
  const slow = stage.agent(agentSource(`mark("ready"); until("other-done"); ${FIX_ONE}`));
  const quick = stage.agent(agentSource(`until("ready"); ${FIX_TWO} mark("other-done");`));
  const goal = (name: string, harness: string): string =>
    stage.goal(
      `${name}.toml`,
      `id = "${name}"\n[scope]\npaths = ["src/${name}.js"]\n${harness}[[predicate]]\nid = "check"\nprovider = "custom_script"\ncmd = "grep"\nargs = ["-q", "=> ${name}", "src/${name}.js"]\n`,
    );
  const first = stage.start("apply", goal("one", slow));
  const second = stage.start("apply", goal("two", quick));
  expect((await first.ended).code).toBe(0);
  expect((await second.ended).code).toBe(0);
});

test("a person's commit on the branch wins over a candidate that was made without it", async () => {
  const harness = stage.agent(
    agentSource(
      `if (attempt === 1) { ${FIX_ONE} } else { mark("ready"); until("go"); ${FIX_TWO} }`,
    ),
  );
  const run = stage.start("apply", stage.goal("g.toml", goalToml(harness)));
  await eventually(() => isMarked(stage, "ready"), "the second attempt works");
  const { repository } = stage;
  const tree = repository.git("rev-parse", "kazi/both^{tree}");
  const mine = repository.git("commit-tree", tree, "-p", "kazi/both", "-m", "A person was here");
  repository.git("update-ref", "refs/heads/kazi/both", mine);
  writeFileSync(path.join(stage.wings, "go"), "");
  const ended = await run.ended;
  expect(ended.stdout).toContain("void, somebody moved the branch meanwhile");
  expect(ended.stdout).toContain("OUTCOME: converged");
  expect(repository.git("log", "--format=%s", "kazi/both")).toContain("A person was here");
});
