import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import { agentSource, type Ended, goalToml, setStage, type Stage } from "./stage.ts";

/** Finds the person's repository as its clone names it, and moves what it can reach. */
const REACHING = agentSource(`
const { execFileSync } = await import("node:child_process");
const tried = [];
const reach = (name, work) => { try { work(); tried.push(name + " done"); } catch (error) { tried.push(name + " " + error.message); } };
const objects = readFileSync(".git/objects/info/alternates", "utf8").split("\\n")[0];
const theirs = path.dirname(objects.startsWith('"') ? JSON.parse(objects) : objects);
const git = (...args) => execFileSync("git", args, { stdio: "pipe" });
edit("src/one.js", "export const one = () => one;\\n");
edit("src/two.js", "export const two = () => two;\\n");
reach("ref", () => git("--git-dir=" + theirs, "update-ref", "refs/heads/main", "HEAD"));
reach("fetch", () => git("--git-dir=" + theirs, "fetch", ".", "HEAD:refs/heads/kazi/stolen"));
reach("config", () => git("--git-dir=" + theirs, "config", "core.hooksPath", "/tmp"));
reach("hook", () => edit(theirs + "/hooks/post-commit", "exit 1"));
reach("claim", () => edit("../claim.json", "{}"));
reach("bundle", () => edit("../candidate.bundle", "mine"));
reach("push", () => git("push", "--quiet", "origin", "HEAD:refs/heads/mine"));
writeFileSync(path.join(wings, "tried"), tried.join("\\n---\\n"));
`);

const isConfined = createProcessRunner().isolation === "namespace";

describe.skipIf(!isConfined)("an agent that reaches for the person's repository", () => {
  let stage: Stage;
  let before: string;
  let ended: Ended;

  beforeAll(async () => {
    stage = setStage();
    before = configurationAndHooks();
    ended = await stage.kazi("apply", stage.goal("g.toml", goalToml(stage.agent(REACHING))));
  });
  afterAll(() => {
    stage.clear();
  });

  function configurationAndHooks(): string {
    const { repository } = stage;
    const hook = path.join(repository.path, ".git/hooks/post-commit");
    return `${repository.git("config", "--local", "--list")}\n${existsSync(hook)}`;
  }

  test.each(["ref", "fetch", "config", "hook", "claim", "bundle"])(
    "is told that it cannot write: %s",
    (name) => {
      const tried = readFileSync(path.join(stage.wings, "tried"), "utf8").split("\n---\n");
      expect(tried.find((it) => it.startsWith(`${name} `))).toMatch(/read-only file system/i);
    },
  );

  test("may push to the remote of its clone", () => {
    expect(readFileSync(path.join(stage.wings, "tried"), "utf8")).toContain("push done");
  });

  test("changes nothing there, and its honest work converges", () => {
    expect(ended.stdout).toContain("OUTCOME: converged after 1 iterations");
    expect(configurationAndHooks()).toBe(before);
    expect(stage.repository.git("for-each-ref", "--format=%(refname)", "refs/heads")).toBe(
      "refs/heads/kazi/both\nrefs/heads/main",
    );
  });
});
