import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { graderPaths } from "../../src/act/grader-paths.ts";
import { ceilingsOf } from "../../src/decide/ceilings.ts";
import { lintGoal } from "../../src/goalfile/lint/lint-goal.ts";
import { jaroSimilarity } from "../../src/goalfile/lint/near-duplicate-groups.ts";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import type { GoalIssue } from "../../src/model/goal-issue.ts";
import { goalOf } from "./goal-text.ts";

const HEAD = 'id = "g"\n[budget]\nmax_dispatches = 3\n[scope]\npaths = ["src"]\n';

function lint(toml: string): readonly GoalIssue[] {
  const source = { path: "a.goal.toml", bytes: new TextEncoder().encode(toml) };
  const loaded = loadGoal(source);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.issues));
  return lintGoal({ ...source, goal: loaded.goal });
}

function codes(toml: string): readonly string[] {
  return lint(toml).map((issue) => issue.code);
}

function predicate(lines: string): string {
  return `${HEAD}[[predicate]]\nid = "p"\n${lines}\n`;
}

function script(code: string, more = ""): string {
  return predicate(
    `provider = "custom_script"\ncmd = "sh"\nargs = ["-c", ${JSON.stringify(code)}]\n${more}`,
  );
}

describe("lintGoal() warns of a predicate that holds whatever happens", () => {
  test.each([
    ["true", 'provider = "custom_script"\ncmd = "true"'],
    ["true by its path", 'provider = "custom_script"\ncmd = "/bin/true"'],
    ["echo", 'provider = "custom_script"\ncmd = "echo"\nargs = ["done"]'],
    [
      "exit code 0 among those that pass",
      'provider = "custom_script"\ncmd = "true"\nverdict = "exit_code"\npass_codes = [0]',
    ],
    ["a test runner that runs true", 'provider = "test_runner"\ncmd = "true"'],
    ["a test runner that lists files", 'provider = "test_runner"\ncmd = "ls"\nargs = ["test"]'],
    [
      "a number of lines that is at least 0",
      'provider = "custom_script"\ncmd = "x"\nverdict = "match_count"\nmatch_regex = "a"\npass_when = ">= 0"',
    ],
    [
      "a length that is above -1",
      'provider = "custom_script"\ncmd = "x"\nverdict = "json"\npath = "$.a"\npass_when = "> -1"',
    ],
    [
      "a length that is not -1",
      'provider = "custom_script"\ncmd = "x"\nverdict = "json"\npath = "$.a"\npass_when = "!= -1"',
    ],
    [
      "a mutation score of at least 0",
      'provider = "mutation"\ncmd = "x"\nthreshold = 0\nscore_path = "$.score"',
    ],
    ["a coverage of at least 0", 'provider = "coverage"\ntarget = 0\npatch = { cmd = "x" }'],
  ])("%s", (_name, lines) => {
    expect(codes(predicate(lines))).toContain("vacuous-predicate");
  });

  test.each([
    "exit 0",
    "npm test || true",
    "npm test; exit 0",
    "npm test; echo done",
    "npm test && true || :",
    "env CI=1 true",
    "(npm test || echo no)",
    "! false",
  ])("sh -c '%s'", (code) => {
    expect(codes(script(code))).toContain("vacuous-predicate");
  });

  test.each([
    "npm test",
    "npm test && echo done",
    "set -e; npm test; echo done",
    "true && npm test",
    "echo start; npm test",
    "if npm test; then exit 1; fi; true",
    "npm test || exit 1",
    'echo "a; true"; npm test',
    "test -f a || exit 1; echo ok",
    "npm test && (npm run lint || true)",
    "npm test && { echo done; }",
  ])("and not of sh -c '%s'", (code) => {
    expect(codes(script(code))).not.toContain("vacuous-predicate");
  });
});

describe("lintGoal() warns of a search that is the only proof", () => {
  test.each([
    "grep -q 'type Widget' widget.go",
    "cd src && grep -rq Widget .",
    "test -f a.md && rg done a.md",
    "git grep -q done",
    "grep -q done a.md || exit 1",
  ])("sh -c '%s'", (code) => {
    expect(codes(script(code))).toEqual(["naked-grep"]);
  });

  test.each([
    "grep -q done a.md && npm test",
    "grep -rL license src",
    "test -f a.md",
    "npm test 2>&1 | grep -q passed",
  ])("and not of sh -c '%s'", (code) => {
    expect(codes(script(code))).not.toContain("naked-grep");
  });
});

describe("lintGoal() warns of an exit code that says something else", () => {
  test.each([
    ["a count", "grep -c TODO a.md", "the number plays no part"],
    ["a negation", "! grep -rq TODO src", "cannot run"],
    ["a pipe", "npm test | tail -5", 'never that of "npm"'],
    ["a pipe into sed", "npm test | sed -e s/a/b/", 'that of "sed"'],
    ["a pipe into jq", "npm ls --json | jq .a", 'that of "jq"'],
    ["a pipe into a file", "npm test 2>&1 | tee log.txt", 'that of "tee"'],
  ])("%s", (_name, code, words) => {
    const found = lint(script(code)).filter((issue) => issue.code === "exit-code-trap");
    expect(found.map((issue) => issue.message)).toEqual([expect.stringContaining(words)]);
  });

  test("a count of lines that is itself counted", () => {
    const more = 'verdict = "match_count"\nmatch_regex = "."\npass_when = "== 0"\n';
    expect(codes(script("grep -c TODO a.md", more))).toEqual(["exit-code-trap"]);
  });

  test.each([
    "set -o pipefail; npm test | tail -5",
    "npm test | grep -q passed",
    "echo $(npm ls | tail -1) && npm test",
    "! test -f TODO.md",
    "cat a.json | jq -e .ok",
  ])("and not of sh -c '%s'", (code) => {
    expect(codes(script(code))).not.toContain("exit-code-trap");
  });

  test("and not where the output is the verdict", () => {
    const more = 'verdict = "match_count"\nmatch_regex = "warn"\npass_when = "== 0"\n';
    expect(codes(script("npm test | tail -50", more))).toEqual([]);
  });
});

describe("lintGoal() warns of a check of the whole tree", () => {
  test.each([
    'test -z "$(git status --porcelain)"',
    'test -z "$(git status -s 2>/dev/null)" && npm test',
    "git diff --exit-code",
    "git diff --quiet HEAD",
  ])("sh -c '%s'", (code) => {
    expect(codes(script(code))).toContain("whole-tree-clean");
  });

  test.each(["git diff --exit-code -- docs", "git status", "git diff --exit-code gen.ts"])(
    "and not of sh -c '%s'",
    (code) => {
      expect(codes(script(code))).not.toContain("whole-tree-clean");
    },
  );
});

describe("lintGoal() warns of a grader that the agent may change, and of no other", () => {
  function runs(provider: string, ...[cmd = "", ...args]: readonly string[]): string {
    return `provider = "${provider}"\ncmd = "${cmd}"\nargs = ${JSON.stringify(args)}`;
  }
  const node = runs("test_runner", "node", "--test", "acceptance/");
  const golden =
    'provider = "cli"\ncmd = "./x"\nassertions = [{ target = "stdout", match = "golden", golden = "out/x.txt" }]';
  const vitest = runs("custom_script", "npx", "vitest", "run", "src/a.test.js");
  test.each([
    ["tests in a folder of the scope", ["acceptance"], node, "", "acceptance/a.mjs", "warned"],
    ["tests, when everything may change", [], node, "", "acceptance/a.mjs", "warned"],
    ["tests outside of the scope", ["src"], node, "", "acceptance/a.mjs", "open"],
    [
      "tests that are sealed",
      [],
      node,
      'sealed_inputs = ["acceptance"]',
      "acceptance/a.mjs",
      "sealed",
    ],
    ["a test of the scope", ["src"], vitest, "", "src/a.test.js", "sealed"],
    ["a test that the scope names", ["src/a.test.js"], vitest, "", "src/a.test.js", "warned"],
    [
      "a test that is named as a script",
      ["src/a.test.js"],
      runs("test_runner", "node", "--test", "src/a.test.js"),
      "",
      "src/a.test.js",
      "sealed",
    ],
    [
      "tests in a folder by convention",
      [],
      runs("test_runner", "npx", "mocha", "test/"),
      "",
      "test/a.js",
      "sealed",
    ],
    ["a script", ["x"], runs("custom_script", "./x/check.sh"), "", "x/check.sh", "sealed"],
    [
      "a script that is released",
      ["x"],
      runs("custom_script", "./x/check.sh"),
      'mutable_inputs = ["x/*"]',
      "x/check.sh",
      "warned",
    ],
    [
      "a script in words for a shell",
      ["x/check.sh"],
      runs("custom_script", "sh", "-c", "cd . && x/check.sh"),
      "",
      "x/check.sh",
      "sealed",
    ],
    [
      "what another interpreter runs",
      [],
      runs("custom_script", "expect", "login.exp"),
      "",
      "login.exp",
      "warned",
    ],
    ["a text to compare with", [], golden, "", "out/x.txt", "sealed"],
    ["one that is released", [], golden, 'mutable_inputs = ["out"]', "out/x.txt", "warned"],
    [
      "what is looked at",
      [],
      runs("custom_script", "npx", "eslint", "src/a.js"),
      "",
      "src/a.js",
      "open",
    ],
  ])("%s", (_name, paths, lines, seal, file, expected) => {
    const toml = predicate(lines).replace('["src"]', JSON.stringify(paths));
    const sealed = `${toml}[seal]\n${seal}\n`;
    expect(codes(sealed)).toEqual(expected === "warned" ? ["unprotected-grader"] : []);
    expect(graderPaths([file], goalOf(sealed))).toEqual(expected === "sealed" ? [file] : []);
  });

  test("the seal is off", () => {
    expect(codes(`${predicate(node)}[seal]\nenabled = false\n`)).toEqual(["unprotected-grader"]);
  });
});

describe("lintGoal() warns of", () => {
  test("a goal without a ceiling, and says what policy spends", () => {
    const toml = predicate('provider = "test_runner"\ncmd = "npx"').replace(
      "max_dispatches = 3\n",
      "",
    );
    const { dispatchesMax, wallClockMaxMs, tokensMax, costMaxUsd } = ceilingsOf({
      cachedReadWeight: 0.1,
    });
    const spent = `${dispatchesMax} dispatches, ${wallClockMaxMs / 3_600_000} hours, ${tokensMax?.toLocaleString("en-US") ?? ""} tokens and ${costMaxUsd ?? ""} USD`;
    expect(lint(toml)).toMatchObject([
      { code: "missing-budget", line: 2, column: 1, message: expect.stringContaining(spent) },
    ]);
  });

  test("a live predicate that believes one answer", () => {
    const probe = 'provider = "http_probe"\nurl = "https://a.example"\nsamples = 1';
    expect(lint(predicate(probe))).toMatchObject([{ code: "one-sample", line: 10, column: 11 }]);
    expect(codes(predicate(probe.replace("samples = 1", "")))).toEqual([]);
  });

  test("metrics that ask nobody", () => {
    const metrics = 'provider = "metrics"\nquery = "up"\npass_when = "== 1"';
    expect(codes(predicate(metrics))).toEqual(["no-endpoint"]);
    expect(codes(predicate(`${metrics}\noptional = true`))).toEqual([]);
    expect(codes(predicate(`${metrics}\nquery_url = "https://p.example"`))).toEqual([]);
  });

  test("groups that are nearly called the same", () => {
    const groups = ["checkout-api", "chekout-api", "wave 1", "wave 2"].map(
      (id) => `[[group]]\nid = "${id}"\n`,
    );
    const toml = predicate('provider = "test_runner"\ncmd = "npx"') + groups.join("");
    expect(lint(toml)).toMatchObject([{ code: "near-duplicate-group", column: 6 }]);
  });
});

test.each([
  ["martha", "marhta", 0.944],
  ["dixon", "dicksonx", 0.767],
  ["a", "a", 1],
  ["abc", "xyz", 0],
  ["", "abc", 0],
])("jaroSimilarity() of %j and %j", (one, other, expected) => {
  expect(jaroSimilarity(one, other)).toBeCloseTo(expected, 3);
});

test("lintGoal() points at the key of the predicate, also when guards are reported last", () => {
  const guard =
    '[[predicate]]\nid = "first"\nguard = true\nprovider = "custom_script"\ncmd = "true"\n';
  const toml = `${HEAD}${guard}[[predicate]]\nid = "p"\nprovider = "test_runner"\ncmd = "npx"\n`;
  expect(lint(toml)).toMatchObject([
    { code: "vacuous-predicate", line: 10, column: 7, message: expect.stringContaining("first") },
  ]);
});

test("lintGoal() answers to a hostile script in a moment", () => {
  const texts = ['"', "$(", "`", "'a", "| ", "git status ", "! ", "((", "\\"];
  for (const text of texts) {
    const code = text.repeat(Math.floor(15_000 / text.length));
    expect(() => codes(script(code))).not.toThrow();
  }
}, 5_000);

test.each(globSync("goals/*.toml"))("lintGoal() has nothing to say of %s", (file) => {
  expect(lint(readFileSync(file, "utf8"))).toEqual([]);
});

const CORPUS = path.resolve("../shared/corpus/goal-files");
const corpus = existsSync(CORPUS) ? globSync(`${CORPUS}/**/*.toml`) : [];

test.skipIf(corpus.length === 0)("lintGoal() says at most a few things of a real goal-file", () => {
  const counts = corpus.map((file) => {
    const source = { path: file, bytes: readFileSync(file) };
    const loaded = loadGoal(source);
    return loaded.kind === "loaded" ? lintGoal({ ...source, goal: loaded.goal }).length : 0;
  });
  expect(Math.max(...counts)).toBeLessThanOrEqual(6);
});
