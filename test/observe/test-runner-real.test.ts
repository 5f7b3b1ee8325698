import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createFolderFiles } from "../../src/adapters/folder-files.ts";
import { createProcessRunner } from "../../src/adapters/process-runner-node.ts";
import type { TestRunner } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate } from "./given-context.ts";

const MODULES = path.join(import.meta.dirname, "../../node_modules");
const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A project in a folder of its own. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  made.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

async function observe(
  folder: string,
  [command = "", ...args]: readonly string[],
  more: Partial<TestRunner> = {},
): Promise<PredicateResult> {
  const check: TestRunner = { provider: "test_runner", command, args, env: {}, ...more };
  const context = givenContext({
    context: {
      folder,
      files: createFolderFiles({ root: folder, below: "" }),
      processes: createProcessRunner({ isolation: "process-group" }),
      environment: Object.fromEntries(
        Object.entries(process.env).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    },
  });
  return await evaluate(givenPredicate(check, 200_000), context);
}

function has(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** What a runner has to say of four projects: counts, and where the failing test stands. */
interface Runner {
  readonly name: string;
  readonly isHere: boolean;
  readonly argv: readonly string[];
  readonly report?: string;
  readonly files: Readonly<
    Record<"pass" | "fail" | "skip" | "none", Readonly<Record<string, string>>>
  >;
  readonly failure: { readonly file: string; readonly line?: number };
}

const NODE_HEAD = 'import test from "node:test";\nimport assert from "node:assert";\n';
const NODE_PASS = 'test("adds", () => assert.equal(1 + 1, 2));\n';
const NODE_FAIL = 'test("subtracts", () => {\n  assert.equal(3 - 1, 1);\n});\n';
const NODE_SKIP = 'test("later", { skip: true }, () => {});\n';
const NODE_FILES = {
  pass: { "a.test.mjs": NODE_HEAD + NODE_PASS + NODE_SKIP },
  fail: { "a.test.mjs": NODE_HEAD + NODE_PASS + NODE_FAIL },
  skip: { "a.test.mjs": NODE_HEAD + NODE_SKIP },
  none: { "a.test.mjs": "" },
};

const VITEST = path.join(MODULES, "vitest/vitest.mjs");
const VITEST_HEAD = 'import { expect, test } from "vitest";\n';
const VITEST_PASS = 'test("adds", () => expect(1 + 1).toBe(2));\n';
const VITEST_FILES = {
  pass: { "a.test.ts": `${VITEST_HEAD}${VITEST_PASS}test.skip("later", () => {});\n` },
  fail: {
    "a.test.ts": `${VITEST_HEAD}${VITEST_PASS}test("subtracts", () => {\n  expect(3 - 1).toBe(1);\n});\n`,
  },
  skip: { "a.test.ts": `${VITEST_HEAD}test.skip("later", () => {});\n` },
  none: { "a.test.ts": "" },
};

const GO_HEAD = 'package p\n\nimport "testing"\n\n';
const GO_MOD = { "go.mod": "module example.org/p\n\ngo 1.20\n" };
const GO_FILES = {
  pass: { ...GO_MOD, "a_test.go": `${GO_HEAD}func TestAdds(t *testing.T) {}\n` },
  fail: {
    ...GO_MOD,
    "a_test.go": `${GO_HEAD}func TestAdds(t *testing.T) {}\n\nfunc TestSubtracts(t *testing.T) {\n\tt.Error("wrong way")\n}\n`,
  },
  skip: { ...GO_MOD, "a_test.go": `${GO_HEAD}func TestLater(t *testing.T) { t.Skip("later") }\n` },
  none: { ...GO_MOD, "a.go": "package p\n" },
};

const PYTEST_FILES = {
  pass: {
    "test_a.py":
      "import pytest\n\ndef test_adds():\n    assert 1 + 1 == 2\n\n@pytest.mark.skip\ndef test_later():\n    pass\n",
  },
  fail: {
    "test_a.py": "def test_adds():\n    pass\n\ndef test_subtracts():\n    assert 3 - 1 == 1\n",
  },
  skip: { "test_a.py": "import pytest\n\n@pytest.mark.skip\ndef test_later():\n    pass\n" },
  none: { "test_a.py": "" },
};
const PYTEST = ["python3", "-B", "-m", "pytest", "-p", "no:cacheprovider"] as const;
const hasPytest = has("python3", "-m", "pytest", "--version");

const RUNNERS: readonly Runner[] = [
  ...["spec", "tap", "junit"].map((reporter) => ({
    name: `node:test, ${reporter}`,
    isHere: true,
    argv: [process.execPath, "--test", `--test-reporter=${reporter}`],
    files: NODE_FILES,
    failure: { file: "a.test.mjs" },
  })),
  {
    name: "vitest",
    isHere: true,
    argv: [process.execPath, VITEST, "run", "--root", "."],
    files: VITEST_FILES,
    failure: { file: "a.test.ts" },
  },
  {
    name: "vitest, JUnit file",
    isHere: true,
    argv: [
      process.execPath,
      VITEST,
      "run",
      "--root",
      ".",
      "--reporter=junit",
      "--outputFile=out/junit.xml",
    ],
    report: "out/*.xml",
    files: VITEST_FILES,
    failure: { file: "a.test.ts", line: 4 },
  },
  {
    name: "go test",
    isHere: has("go", "version"),
    argv: ["go", "test", "-v", "./..."],
    files: GO_FILES,
    failure: { file: "a_test.go", line: 8 },
  },
  {
    name: "pytest",
    isHere: hasPytest,
    argv: PYTEST,
    files: PYTEST_FILES,
    failure: { file: "test_a.py" },
  },
  {
    name: "pytest, JUnit file",
    isHere: hasPytest,
    argv: [...PYTEST, "--junit-xml=report.xml"],
    report: "report.xml",
    files: PYTEST_FILES,
    failure: { file: "test_a.py", line: 5 },
  },
];

describe.each(RUNNERS)("test_runner: $name", ({ name, isHere, argv, files, report, failure }) => {
  const words = isHere ? "" : ` (skipped: needs ${name.split(",")[0]})`;

  async function run(kind: keyof Runner["files"]): Promise<PredicateResult> {
    const folder = project(files[kind]);
    symlinkSync(MODULES, path.join(folder, "node_modules"));
    return await observe(folder, argv, report === undefined ? {} : { report });
  }

  test.skipIf(!isHere)(`what passes is a pass, and is counted${words}`, async () => {
    const result = await run("pass");
    expect(result.evidence.counts).toMatchObject({ passed: 1, failed: 0 });
    expect(result.status).toBe("pass");
  });

  test.skipIf(!isHere)(`a failing test fails, with its place${words}`, async () => {
    const result = await run("fail");
    expect(result).toMatchObject({ status: "fail", score: 0.5 });
    expect(result.evidence.counts).toMatchObject({ passed: 1, failed: 1 });
    expect(result.evidence.findings).toEqual(
      expect.arrayContaining([expect.objectContaining(failure)]),
    );
  });

  test.skipIf(!isHere)(`a run that skips everything is not a pass${words}`, async () => {
    const result = await run("skip");
    expect(result.evidence.counts).toMatchObject({ passed: 0, failed: 0, skipped: 1 });
    expect(result.status).toBe("fail");
  });

  test.skipIf(!isHere)(`zero tests are not a pass${words}`, async () => {
    const result = await run("none");
    expect(result.status).not.toBe("pass");
    expect(result.evidence.counts?.passed ?? 0).toBe(0);
  });
});
