import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agentSource, type Ended, goalToml, setStage, type Stage } from "./stage.ts";

let stage: Stage;
let harness: string;
beforeAll(() => {
  stage = setStage();
  harness = stage.agent(agentSource('mark("agent-ran");'));
});
afterAll(() => {
  stage.clear();
});

const CHECK = '[[predicate]]\nid = "check"\nprovider = "custom_script"\ncmd = "./check.sh"\n';

describe("a goal-file that cannot be meant", () => {
  test.each([
    ["broken TOML", 'id = "x\n', /g\.toml:1:\d+: error: .*malformed TOML/],
    ["no id", CHECK, /g\.toml:1:1: error: .*missing required key "id"/],
    [
      "a budget of zero",
      `id = "x"\n[budget]\nmax_dispatches = 0\n${CHECK}`,
      /g\.toml:3:\d+: error: .*positive integer/,
    ],
    ["duplicate ids", `id = "x"\n${CHECK}${CHECK}`, /g\.toml:\d+:\d+: error: .*"check"/],
    [
      "an unknown provider",
      'id = "x"\n[[predicate]]\nid = "p"\nprovider = "custom_scrip"\n',
      /g\.toml:4:\d+: error: .*unknown provider "custom_scrip".*custom_script/,
    ],
    ["no predicate", 'id = "x"\n', /error: .*at least one \[\[predicate\]\]/],
    ["bad bytes", 'id = "\u0000"\n', /g\.toml:1:\d+: error/],
  ])("%s: located, exit 1, nothing written", async (_name, toml, expected) => {
    const ended = await stage.kazi("apply", stage.goal("g.toml", toml));
    expect(ended.stderr).toMatch(expected);
    expect(ended.code).toBe(1);
    expect(stage.repository.git("for-each-ref", "refs/kazi")).toBe("");
  });

  test("the same with --json is one object and nothing else", async () => {
    const ended = await stage.kazi("apply", stage.goal("g.toml", 'id = "x"\n'), "--json");
    expect(JSON.parse(ended.stdout)).toMatchObject({
      schema_version: 2,
      status: "error",
      next_action: "investigate",
      issues: [expect.objectContaining({ severity: "error", line: expect.any(Number) })],
    });
    expect(ended.code).toBe(1);
  });

  test("an unknown key is a warning with a suggestion, and the goal runs", async () => {
    const toml = `id = "x"\n[budget]\nmax_iteration = 3\n${CHECK}`;
    const ended = await stage.kazi("lint", stage.goal("g.toml", toml));
    expect(ended.stdout).toMatch(/g\.toml:3:1: warning: .*max_iteration.*max_iterations/);
    expect(ended.code).toBe(0);
  });

  test.each([
    ["that does not exist", "none.toml", "no such file"],
    ["that is a folder", ".", "it is"],
  ])("a goal-file %s", async (_name, file, reason) => {
    const ended = await stage.kazi("apply", path.join(stage.wings, file));
    expect(ended.stderr).toContain(reason);
    expect(ended.code).toBe(1);
  });
});

test("a predicate whose command does not exist ends the goal at once, at no cost", async () => {
  const toml = `id = "no-command"\n${harness}[[predicate]]\nid = "p"\nprovider = "custom_script"\ncmd = "no-such-tool"\n`;
  const ended = await stage.kazi("apply", stage.goal("g.toml", toml), "--json");
  expect(JSON.parse(ended.stdout)).toMatchObject({
    status: "stuck",
    cause: { class: "error_wedged", ids: ["p"], reason: expect.stringContaining("not found") },
    budget_spent: { dispatches: 0 },
  });
});

describe("a workspace that cannot be worked in", () => {
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = mkdtempSync(path.join(tmpdir(), "kazi-elsewhere-"));
  });
  afterAll(() => {
    rmSync(elsewhere, { recursive: true, force: true });
  });

  async function applyIn(workspace: string): Promise<Ended> {
    return await stage.kazi(
      "apply",
      stage.goal("g.toml", goalToml(harness)),
      "--workspace",
      workspace,
    );
  }

  test("not a git repository", async () => {
    const ended = await applyIn(elsewhere);
    expect(ended.stderr).toContain(elsewhere);
    expect(ended.stderr).toContain("expected a git repository, found none");
    expect(ended.code).toBe(1);
  });

  test("not there", async () => {
    expect((await applyIn(path.join(elsewhere, "none"))).stderr).toContain("does not exist");
  });

  test("without a commit", async () => {
    const { repository } = stage;
    const empty = path.join(elsewhere, "empty");
    mkdirSync(empty);
    repository.git("init", "--quiet", empty);
    expect((await applyIn(empty)).stderr).toContain("no commit yet");
  });

  test("with changes that no commit holds", async () => {
    const other = setStage();
    other.repository.write("src/one.js", "// mine\n");
    other.repository.write("notes.txt", "mine\n");
    const ended = await applyIn(other.repository.path);
    expect(ended.stderr).toContain("src/one.js, notes.txt");
    expect(ended.code).toBe(1);
    expect(other.repository.git("for-each-ref", "refs/kazi")).toBe("");
    other.clear();
  });

  test("with a detached head", async () => {
    const other = setStage();
    other.repository.git("checkout", "--quiet", "--detach");
    const ended = await applyIn(other.repository.path);
    expect(ended.stderr).toContain("detached HEAD");
    expect(ended.code).toBe(1);
    other.clear();
  });

  test("while the result's branch is checked out", async () => {
    const other = setStage();
    other.repository.git("switch", "--quiet", "--create", "kazi/both");
    const ended = await applyIn(other.repository.path);
    expect(ended.stderr).toContain("kazi/both is checked out");
    other.clear();
  });
});

describe("a misused command line", () => {
  test.each([
    [["aply"], "unknown verb"],
    [["apply"], "expected: kazi apply"],
    [["apply", "a", "b"], "expected: kazi apply"],
    [["apply", "a", "--hurry"], "--hurry"],
    [["apply", "a", "--harness"], "--harness"],
    [["apply", "a", "--harness", ""], "--harness is empty"],
    [["apply", "a", "--stream"], "--stream"],
    [["ledger", "burn"], "kazi ledger show"],
  ])("kazi %j: says what was expected, exit 2", async (argv, expected) => {
    const ended = await stage.kazi(...argv);
    expect(ended.stderr).toContain(expected);
    expect(ended.code).toBe(2);
  });

  test("an unknown harness", async () => {
    const goal = stage.goal("g.toml", `id = "x"\n${CHECK}`);
    const ended = await stage.kazi("apply", goal, "--harness", "clod");
    expect(ended.stderr).toContain('"clod"');
    expect(ended.code).toBe(1);
  });

  test("a workspace that is a file", async () => {
    const file = path.join(stage.wings, "file");
    writeFileSync(file, "");
    const ended = await stage.kazi("status", "--workspace", file);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("kazi:");
  });
});
