import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { agentSource, setStage, type Stage } from "./stage.ts";

function paper(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8");
}

describe("README.md", () => {
  const toml = /```toml\n([\s\S]*?)```/.exec(paper("README.md"))?.[1] ?? "";

  test("its goal-file has at most ten lines and loads without a warning", () => {
    expect(toml.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(10);
    const loaded = loadGoal({ path: "README.md", bytes: new TextEncoder().encode(toml) });
    expect(loaded).toMatchObject({ kind: "loaded", issues: [] });
  });
});

describe("AGENTS.md", () => {
  let stage: Stage;
  beforeAll(() => {
    stage = setStage({
      "package.json": '{ "type": "module" }\n',
      "test/sum.test.js": 'import { test } from "node:test";\ntest("adds", () => {});\n',
      "goals/fix-the-tests.goal.toml": paper("goals/fix-the-tests.goal.toml"),
      "goals/release-ready.goal.toml": paper("goals/release-ready.goal.toml"),
    });
  });
  afterAll(() => {
    stage.clear();
  });

  const commands = [...paper("AGENTS.md").matchAll(/^npm run --silent kazi -- (.+)$/gm)].map(
    (match) => match[1] ?? "",
  );

  test("names commands", () => {
    expect(commands.length).toBeGreaterThanOrEqual(5);
  });

  test.each(commands)("kazi %s works as written", async (command) => {
    const ended = await stage.kazi(...command.split(" "));
    expect(ended.stderr).toBe("");
    expect(ended.code).toBe(0);
    const object = command.includes("--json") ? JSON.parse(ended.stdout) : { schema_version: 2 };
    expect(object).toHaveProperty("schema_version", 2);
  });

  test("a check starts no agent and leaves no record", async () => {
    const harness = stage.agent(agentSource('mark("agent-ran");'));
    const goal = stage.goal(
      "red.toml",
      `id = "red"\n${harness}[[predicate]]\nid = "red"\nprovider = "custom_script"\ncmd = "false"\n`,
    );
    const ended = await stage.kazi("apply", goal, "--check");
    expect(ended.stdout).toContain("CHECK (observe-only, nothing dispatched)  goal=red");
    expect(ended.code).toBe(1);
    expect(stage.repository.git("for-each-ref", "refs/kazi", "refs/heads/kazi")).toBe("");
  });
});
