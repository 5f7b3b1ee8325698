import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agentSource, goalToml, setStage, type Stage } from "../scenarios/stage.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What somebody gets who installs kazi: built, packed and installed without a network. */
describe("an installed kazi", () => {
  let place: string;
  let stage: Stage;
  const env = { ...process.env, npm_config_offline: "true", npm_config_cache: "" };

  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), "kazi-install-"));
    env.npm_config_cache = path.join(place, "cache");
    stage = setStage();
    run("npx", ["rolldown", "-c", "--dir", path.join(place, "dist")], ROOT);
    run("npm", ["pack", "--silent", path.join(place, "dist"), "--pack-destination", place], place);
    mkdirSync(path.join(place, "user"));
    run(
      "npm",
      [
        "install",
        "--silent",
        "--prefix",
        "user",
        `./${readdirSync(place).find((name) => name.endsWith(".tgz"))}`,
      ],
      place,
    );
  });
  afterAll(() => {
    stage.clear();
    rmSync(place, { recursive: true, force: true });
  });

  function run(command: string, argv: readonly string[], cwd: string): string {
    return execFileSync(command, argv, {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }
  function kazi(...argv: readonly string[]): string {
    return run(path.join(place, "user/node_modules/.bin/kazi"), argv, stage.repository.path);
  }

  test("brings nothing but itself", () => {
    const listed = JSON.parse(run("npm", ["ls", "--all", "--json", "--prefix", "user"], place));
    expect(Object.keys(listed.dependencies)).toEqual(["kazi-github"]);
    expect(listed.dependencies["kazi-github"].dependencies).toBeUndefined();
  });

  test("knows its version", () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    expect(kazi("version").trim()).toBe(`kazi ${version}`);
    expect(JSON.parse(kazi("version", "--json"))).toEqual({ schema_version: 2, version });
  });

  test("drives a goal to its end", () => {
    const fix = 'edit("src/one.js", "=> one"); edit("src/two.js", "=> two");';
    const goal = stage.goal("g.toml", goalToml(stage.agent(agentSource(fix))));
    expect(kazi("apply", goal)).toContain("OUTCOME: converged after 1 iterations");
    expect(kazi("ledger", "verify")).toContain("whole");
  });
});
