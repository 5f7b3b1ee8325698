import { expect, test } from "vitest";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import type { Predicate } from "../../src/model/goal.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { hasProgram } from "../observe/has-program.ts";
import { temporaryCheckout } from "../observe/temporary-checkout.ts";

/** A program whose exit code lies, as goals/README.md says to write it. */
interface Row {
  readonly predicate: string;
  readonly files: Readonly<Record<string, string>>;
  readonly status: "pass" | "fail" | "error";
  readonly needs: string;
}

const NOT_THERE = `provider = "custom_script"
cmd = "grep"
args = ["-rn", "debugger", "src"]
verdict = "exit_code"
pass_codes = [1]
fail_codes = [0]
error_codes = [2]`;
const SAME = `provider = "custom_script"
cmd = "diff"
args = ["expected.txt", "actual.txt"]
error_codes = [2]`;
const COMMITTED = `provider = "custom_script"
cmd = "sh"
args = ["-c", "git init -q . && git status --porcelain -- src"]
verdict = "match_count"
match_regex = "."
pass_when = "== 0"
error_codes = [128]`;
const FOUND = `provider = "custom_script"
cmd = "find"
args = ["src", "-name", "*.orig"]
verdict = "match_count"
match_regex = "."
pass_when = "== 0"
error_codes = [1]`;
const PIPED = `provider = "custom_script"
cmd = "bash"
args = ["-o", "pipefail", "-c", "cat notes.txt | head -n 1"]`;
const FORMATTED = `provider = "custom_script"
cmd = "gofmt"
args = ["-l", "."]
verdict = "match_count"
match_regex = "."
pass_when = "== 0"
error_codes = [2]`;
const GO = `provider = "test_runner"
cmd = "go"
args = ["test", "-run", "Nothing", "./..."]`;
const NODE = `provider = "test_runner"
cmd = "node"
args = ["--test"]`;
const PYTEST = `provider = "test_runner"
cmd = "pytest"`;
const UNITTEST = `provider = "test_runner"
cmd = "python3"
args = ["-m", "unittest"]`;

const SKIPPED = "import pytest\n\n@pytest.mark.skip\ndef test_a(): pass\n";
const GO_FILES = {
  "go.mod": "module example\n\ngo 1.21\n",
  "a_test.go": 'package a\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
};

test.for<readonly [string, Row]>([
  [
    "grep finds nothing, which is wanted",
    { predicate: NOT_THERE, files: { "src/a.js": "" }, status: "pass", needs: "grep" },
  ],
  [
    "grep finds what must not be there",
    { predicate: NOT_THERE, files: { "src/a.js": "debugger;" }, status: "fail", needs: "grep" },
  ],
  [
    "grep cannot read what it is to look at",
    { predicate: NOT_THERE, files: {}, status: "error", needs: "grep" },
  ],
  [
    "diff has nothing to compare with",
    { predicate: SAME, files: { "actual.txt": "" }, status: "error", needs: "diff" },
  ],
  [
    "git status prints and ends with 0",
    { predicate: COMMITTED, files: { "src/a.js": "" }, status: "fail", needs: "git" },
  ],
  [
    "the first program of a pipe fails",
    { predicate: PIPED, files: {}, status: "fail", needs: "bash" },
  ],
  [
    "git status is in no repository and prints nothing",
    {
      predicate: COMMITTED.replace("git init -q . && ", "GIT_DIR=none "),
      files: {},
      status: "error",
      needs: "git",
    },
  ],
  [
    "find finds nothing, which is wanted",
    { predicate: FOUND, files: { "src/a.js": "" }, status: "pass", needs: "find" },
  ],
  [
    "find has no folder to look in and prints nothing",
    { predicate: FOUND, files: {}, status: "error", needs: "find" },
  ],
  [
    "gofmt cannot read a file and lists nothing",
    {
      predicate: FORMATTED,
      files: { "a.go": "package a\nfunc {\n" },
      status: "error",
      needs: "gofmt",
    },
  ],
  [
    "gofmt lists a file and ends with 0",
    { predicate: FORMATTED, files: { "a.go": "package  a\n" }, status: "fail", needs: "gofmt" },
  ],
  [
    "go test runs no test and ends with 0",
    { predicate: GO, files: GO_FILES, status: "fail", needs: "go" },
  ],
  [
    "node --test finds no test and ends with 0",
    { predicate: NODE, files: {}, status: "fail", needs: "node" },
  ],
  [
    "pytest skips every test and ends with 0",
    { predicate: PYTEST, files: { "test_a.py": SKIPPED }, status: "fail", needs: "pytest" },
  ],
  ["unittest finds no test", { predicate: UNITTEST, files: {}, status: "fail", needs: "python3" }],
])("%s", async ([, { predicate, files, status, needs }], { skip }) => {
  skip(!hasProgram(needs), `skipped: needs ${needs}`);
  const checkout = temporaryCheckout(files);
  try {
    const result = await evaluate(load(predicate), checkout.context);
    expect(result).toMatchObject({ status });
  } finally {
    checkout.remove();
  }
});

function load(predicate: string): Predicate {
  const text = `id = "g"\n[budget]\nmax_dispatches = 1\n[[predicate]]\nid = "p"\n${predicate}\n`;
  const loaded = loadGoal({ path: "g.toml", bytes: Buffer.from(text) });
  const first = loaded.kind === "loaded" ? loaded.goal.predicates[0] : undefined;
  if (first === undefined) throw new Error(JSON.stringify(loaded.issues));
  return first;
}
