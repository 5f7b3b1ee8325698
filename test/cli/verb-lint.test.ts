import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lint, lintForm } from "../../src/cli/verb-lint.ts";

const GOOD =
  'id = "good"\n[budget]\nmax_dispatches = 2\n[[predicate]]\nid = "p"\nprovider = "test_runner"\ncmd = "npx"\nargs = ["vitest", "run"]\n';
const WARNED = GOOD.replace("max_dispatches", "max_dispatch");
const WRONG = GOOD.replace("test_runner", "test_runer");
const GHERKIN =
  'id = "steps"\n[budget]\nmax_dispatches = 2\n[[predicate]]\nprovider = "gherkin"\nfeature = "a.feature"\nrunner_cmd = "npx"\n';
const FEATURE = "Feature: A\n  Scenario: B\n    Given c\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-test-lint-"));
  mkdirSync(path.join(folder, ".git"));
  mkdirSync(path.join(folder, ".kazi/goals"), { recursive: true });
  mkdirSync(path.join(folder, "src"));
  const files = {
    "good.toml": GOOD,
    "warned.toml": WARNED,
    "wrong.toml": WRONG,
    "a.feature": FEATURE,
    ".kazi/goals/one.toml": GOOD,
    ".kazi/deep.goal.toml": GHERKIN,
    ".kazi/config.toml": "not a goal-file",
    ".kazi/fleet.toml": '[[member]]\npath = "goals/one.toml"\n',
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `kazi lint` says of files of the folder, and how it ends. */
async function told(
  names: readonly string[],
  more: Partial<Parameters<typeof lint>[1]> = {},
): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const printer = { out: (line: string) => lines.push(line), err: () => 0, colour: false };
  const files = names.map((name) => path.join(folder, name));
  const code = await lint(files, { form: "text", isStrict: false, printer, ...more });
  return { code, out: lines.join("\n").replaceAll(folder, "") };
}

describe("lint()", () => {
  test("says so when there is nothing to say", async () => {
    expect(await told(["good.toml"])).toEqual({ code: 0, out: "1 goal-file: no problem" });
  });

  test("ends with 0 for warnings, and names each on one line", async () => {
    const { code, out } = await told(["good.toml", "warned.toml"]);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(
        /^\/warned\.toml:2:1: warning: \[budget\] sets no ceiling.*\[missing-budget\]$/,
      ),
      expect.stringMatching(/^\/warned\.toml:3:1: warning: .*max_dispatch.*\[unknown-key\]$/),
      "2 goal-files: 2 warnings, no error",
    ]);
    expect(code).toBe(0);
  });

  test("takes warnings for errors when it is strict", async () => {
    const { code, out } = await told(["warned.toml"], { isStrict: true });
    expect(out).toContain("1 goal-file: 2 errors, 0 warnings");
    expect(code).toBe(1);
    expect(await told(["good.toml"], { isStrict: true })).toMatchObject({ code: 0 });
  });

  test("tells a file that cannot be read from one that is wrong", async () => {
    const { code, out } = await told(["wrong.toml", "none.toml"]);
    expect(out).toMatch(/^\/wrong\.toml:6:12: error: .*unknown provider "test_runer"/);
    expect(out).toMatch(/^\/none\.toml:1:1: error: .*no such file.*\[goal-unreadable\]$/m);
    expect(code).toBe(1);
  });

  test("prints one JSON object and nothing else", async () => {
    const { code, out } = await told(["wrong.toml"], { form: "json" });
    expect(JSON.parse(out)).toMatchObject({
      schema_version: 2,
      ok: false,
      files: [{ path: "/wrong.toml", ok: false, issues: [{ code: "unknown-provider", line: 6 }] }],
    });
    expect(code).toBe(1);
  });

  test("prints a SARIF log with paths of the repository", async () => {
    const { out } = await told([".kazi/../wrong.toml"], { form: "sarif" });
    expect(JSON.parse(out)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          results: [
            {
              ruleId: "unknown-provider",
              level: "error",
              locations: [{ physicalLocation: { artifactLocation: { uri: "wrong.toml" } } }],
            },
          ],
        },
      ],
    });
  });

  test("prints commands to the runner with paths of the repository", async () => {
    const { out } = await told(["wrong.toml"], { form: "github" });
    expect(out).toMatch(
      /^::error file=wrong\.toml,line=6,col=12,endLine=6,title=kazi%3A unknown-provider::predicate/,
    );
  });

  test("reads the feature files that a goal-file names, from the root of the repository", async () => {
    expect(await told([".kazi/deep.goal.toml"])).toMatchObject({ code: 0 });
  });

  test("reads a fleet file as what it is", async () => {
    expect(await told([".kazi/fleet.toml"])).toMatchObject({ code: 0 });
  });
});

test.each([
  [[], undefined, "text"],
  [["json"], undefined, "json"],
  [["strict", "sarif"], undefined, "sarif"],
  [[], "github", "github"],
  [["json"], "json", "json"],
  [["json", "sarif"], undefined, undefined],
  [["json"], "github", undefined],
  [[], "xml", undefined],
])("lintForm() for flags %j and format %j is %j", (flags, format, form) => {
  expect(lintForm(new Set(flags), format)).toBe(form);
});

describe("kazi lint", () => {
  const run = promisify(execFile);
  const main = path.resolve("src/cli/main.ts");

  test("without names reads what lies below .kazi, wherever in the repository it is asked", async () => {
    const cwd = path.join(folder, "src");
    const { stdout } = await run(process.execPath, [main, "lint", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      files: [
        { path: "../.kazi/deep.goal.toml" },
        { path: "../.kazi/fleet.toml" },
        { path: "../.kazi/goals/one.toml" },
      ],
    });
  });

  test("without names and without goal-files does not pass", async () => {
    const empty = mkdtempSync(path.join(tmpdir(), "kazi-test-lint-"));
    const asked = run(process.execPath, [main, "lint"], { cwd: empty });
    await expect(asked).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(".kazi"),
    });
    rmSync(empty, { recursive: true });
  });

  test("in two forms at once is misused", async () => {
    const asked = run(process.execPath, [main, "lint", "--json", "--sarif"], { cwd: folder });
    await expect(asked).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("one of --json, --sarif"),
    });
  });
});
