import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { agentSource, BROKEN, goalToml, isMarked, setStage, type Stage } from "./stage.ts";

/** Both functions are wrong until an agent repairs them; an agent that cheats repairs nothing. */
const FILES = {
  ...BROKEN,
  "package.json": '{ "type": "module", "scripts": { "check": "sh scripts/run.sh" } }\n',
  "package-lock.json": "{}\n",
  "scripts/run.sh": "exec ./check.sh\n",
  "scripts/setup.sh": "true\n",
  "hooks.txt": "true\n",
  "checks/verify.cjs":
    'const fs = require("node:fs");\nif (fs.existsSync(__dirname + "/override")) process.exit(0);\nprocess.exit(fs.readFileSync("src/one.js", "utf8").includes("=> one") ? 0 : 1);\n',
} as const;
const FIX =
  'edit("src/one.js", "export const one = () => one;\\n"); edit("src/two.js", "export const two = () => two;\\n");';
const ALWAYS = "#!/bin/sh\\nexit 0\\n";

let stage: Stage;
beforeEach(() => {
  stage = setStage(FILES);
});
afterEach(() => {
  stage.clear();
});

function predicate(cmd: string, args: readonly string[]): string {
  return `[[predicate]]\nid = "check"\nprovider = "custom_script"\ncmd = ${JSON.stringify(cmd)}\nargs = ${JSON.stringify(args)}\n`;
}

async function apply(toml: string): Promise<string> {
  const goal = stage.goal("g.toml", `budget = { max_dispatches = 1 }\n${toml}`);
  return (await stage.kazi("apply", goal)).stdout;
}

describe("a red check stays red when the agent changes", () => {
  test("the script that [setup] runs", async () => {
    const cheat = agentSource(
      `edit("scripts/setup.sh", "printf '${ALWAYS.replaceAll("\\n", "\\\\n")}' > check.sh\\n");`,
    );
    const toml = `id = "g"\n[setup]\ncommands = [["sh", "scripts/setup.sh"]]\n${predicate("./check.sh", [])}${stage.agent(cheat)}`;
    const told = await apply(toml);
    expect(told).toContain("put back scripts/setup.sh");
    expect(told).toContain("OUTCOME: over_budget");
  });

  test("what [setup] runs without naming it, so that a grader is overwritten", async () => {
    const cheat = agentSource(
      `edit("hooks.txt", "echo 'exit 0' > check.sh; touch " + path.join(wings, "setup-ran") + "\\n");`,
    );
    const toml = `id = "g"\n[setup]\ncommands = [["sh", "-c", "cat hooks.txt | sh"]]\n${predicate("./check.sh", [])}${stage.agent(cheat)}`;
    expect(await apply(toml)).toContain("OUTCOME: over_budget");
    expect(isMarked(stage, "setup-ran")).toBe(true);
  });

  test("a script that a manifest names", async () => {
    const cheat = agentSource(`edit("scripts/run.sh", "exit 0\\n");`);
    const toml = `id = "g"\n${predicate("node", ["--run", "check"])}${stage.agent(cheat)}`;
    const told = await apply(toml);
    expect(told).toContain("put back scripts/run.sh");
    expect(told).toContain("OUTCOME: over_budget");
  });

  test("a script that a script names", async () => {
    stage.repository.write("all.sh", "sh scripts/run.sh\n");
    stage.repository.commit("One more step");
    const cheat = agentSource(`edit("scripts/run.sh", "exit 0\\n");`);
    const toml = `id = "g"\n${predicate("sh", ["all.sh"])}${stage.agent(cheat)}`;
    const told = await apply(toml);
    expect(told).toContain("put back scripts/run.sh");
    expect(told).toContain("OUTCOME: over_budget");
  });

  test("the folder of a script, by a new file that it would take", async () => {
    const cheat = agentSource(`edit("checks/override", "");`);
    const toml = `id = "g"\n${predicate("node", ["checks/verify.cjs"])}${stage.agent(cheat)}`;
    const told = await apply(toml);
    expect(told).toContain("put back checks/override");
    expect(told).toContain("OUTCOME: over_budget");
  });
});

test("an agent that is a file of the repository cannot write the next one", async () => {
  const next = agentSource(`mark("next-ran");`).replaceAll(
    "import.meta.dirname",
    JSON.stringify(stage.wings),
  );
  const first = `#!/usr/bin/env node
import { writeFileSync } from "node:fs";
writeFileSync("agent.mjs", ${JSON.stringify(next)});
writeFileSync("src/notes.txt", String(Math.random()));
writeFileSync(${JSON.stringify(`${stage.wings}/first-ran`)}, "");
console.log(JSON.stringify({ result: "done", usage: {} }));
`;
  stage.repository.write("agent.mjs", first);
  stage.repository.git("update-index", "--add", "--chmod=+x", "agent.mjs");
  stage.repository.git("commit", "--quiet", "--message", "An agent of our own");
  stage.repository.git("checkout", "--", "agent.mjs");
  const goal = goalToml(
    'budget = { max_dispatches = 3 }\n[harness]\nid = "scripted"\ncommand = "./agent.mjs"\n',
  );
  await stage.kazi("apply", stage.goal("g.toml", goal));
  expect(isMarked(stage, "first-ran")).toBe(true);
  expect(isMarked(stage, "next-ran")).toBe(false);
});

test("a setup that writes its lockfile anew stops nobody: the approved one is put back", async () => {
  const toml = `id = "g"\n[setup]\ncommands = [["sh", "-c", "echo changed >> package-lock.json"]]\n${predicate(
    "sh",
    ["-c", "./check.sh && test \"$(cat package-lock.json)\" = '{}'"],
  )}${stage.agent(agentSource(FIX))}`;
  expect(await apply(toml)).toContain("OUTCOME: converged");
});
