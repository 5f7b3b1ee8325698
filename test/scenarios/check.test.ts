import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { setStage, type Stage } from "./stage.ts";

const GUARDS = `id = "x"
[scope]
deny = ["locked"]
[[predicate]]
id = "stubs"
provider = "no_stubs"
[[predicate]]
id = "docs"
provider = "docs_updated"
`;
const LANDS = `id = "x"
[integration]
mode = "branch"
[[predicate]]
id = "holds"
provider = "custom_script"
cmd = "true"
`;

let stage: Stage;
beforeEach(() => {
  stage = setStage();
});
afterEach(() => stage.clear());

function add(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) stage.repository.write(name, text);
  stage.repository.commit("More");
}

describe("kazi apply --check", () => {
  test("judges what the branch added, not the newest commit alone", async () => {
    stage.repository.git("switch", "--quiet", "--create", "work");
    add({ "src/cli.js": "// TODO: all of it\n", "locked/a": "changed\n" });
    add({ "src/more.js": "export const more = 1;\n" });
    const ended = await stage.kazi("apply", stage.goal("g.toml", GUARDS), "--check");
    expect(ended.stdout).toContain("stubs: fail");
    expect(ended.stdout).toContain("docs: fail");
    expect(ended.stdout).toContain("found locked/a");
    expect(ended.stdout.match(/^ {2}.*: fail$/gm)).toHaveLength(3);
    expect(ended.code).toBe(1);
  });

  test("does not pass a commit that it can compare with nothing", async () => {
    const ended = await stage.kazi("apply", stage.goal("g.toml", GUARDS), "--check");
    expect(ended.stdout.match(/: unknown$/gm)).toHaveLength(3);
    expect(ended.stdout).toContain("there is nothing to compare this commit with");
    expect(ended.code).toBe(1);
  });

  test("leaves what a landing decides to the landing, and says what a pass found", async () => {
    const goal = stage.goal("g.toml", LANDS);
    const ended = await stage.kazi("apply", goal, "--check");
    expect(ended.stdout).toContain(": judged at the landing\n");
    expect(ended.stdout).toContain("holds: pass\n    found: ");
    expect(ended.code).toBe(0);
    const json = await stage.kazi("apply", goal, "--check", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ status: "pass", next_action: "done" });
    expect(json.stdout).toContain('"judged_at":"landing"');
  });
});
