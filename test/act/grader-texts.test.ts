import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { besideGraderMatcher } from "../../src/act/beside-graders.ts";
import { graderPaths, manifestPaths } from "../../src/act/grader-paths.ts";
import type { Goal } from "../../src/model/goal.ts";
import { givenGoal, givenPredicate } from "../fakes/given.ts";

type Files = Readonly<Record<string, string>>;

function goalOf(argv: readonly string[], more: Partial<Goal> = {}): Goal {
  const [command = "", ...args] = argv;
  const check = {
    provider: "custom_script",
    command,
    args,
    env: {},
    verdict: { kind: "exit_zero" },
    errorCodes: [],
    mergeStderr: false,
  } as const;
  return givenGoal({ predicates: [givenPredicate("it", { check })], ...more });
}

/** Reads what is asked for until nothing is. */
function textsOf(files: Files, goal: Goal): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let round = 0; round < 20; round += 1) {
    const unread = manifestPaths(Object.keys(files), goal, texts);
    for (const path of unread) texts.set(path, files[path] ?? "");
  }
  return texts;
}

function gradersOf(files: Files, goal: Goal): readonly string[] {
  return [...graderPaths(Object.keys(files), goal, textsOf(files, goal))].toSorted();
}

/** Files that stand around in every case and must only be sealed when they are named. */
const AROUND: Files = {
  "src/main.js": "",
  "scripts/a.sh": "",
  "scripts/b.sh": "",
  "scripts/c.py": "",
};

function scripts(of: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: "x", scripts: of });
}

const SETUP = { commands: [["sh", "scripts/a.sh"]], timeoutMs: 1_000 } as const;

describe("graderPaths() and [setup]", () => {
  test("a script that it runs", () => {
    expect(gradersOf(AROUND, goalOf(["true"], { setup: SETUP }))).toEqual(["scripts/a.sh"]);
  });

  test("the manifest of a tool that it runs, and what that starts while installing", () => {
    const files = {
      ...AROUND,
      "package.json": scripts({ postinstall: "sh scripts/b.sh", start: "node src/main.js" }),
    };
    const goal = goalOf(["true"], { setup: { ...SETUP, commands: [["npm", "ci"]] } });
    expect(gradersOf(files, goal)).toEqual(["package.json", "scripts/b.sh"]);
  });
});

test.each<[string, string]>([
  ["NODE_OPTIONS", "--require ./scripts/a.sh"],
  ["NODE_OPTIONS", "--import=./scripts/a.sh"],
  ["BASH_ENV", "scripts/a.sh"],
])("graderPaths() finds what %s=%s runs first", (name, value) => {
  const given = givenPredicate("it");
  if (given.check.provider === "http_probe") throw new Error("expected a command");
  const check = { ...given.check, env: { [name]: value } };
  const goal = givenGoal({ predicates: [givenPredicate("it", { check })] });
  expect(gradersOf(AROUND, goal)).toEqual(["scripts/a.sh"]);
});

describe("graderPaths() and [harness]", () => {
  test.each<[string, readonly string[]]>([
    ["./agent.sh", ["agent.sh"]],
    ["tools/agent", ["tools/agent"]],
    ["agent.sh", []],
    ["/agent.sh", []],
  ])("the agent's program %s", (command, expected) => {
    const files = { "agent.sh": "sh src/main.js", "tools/agent": "", "src/main.js": "" };
    expect(gradersOf(files, goalOf(["true"], { harness: { command, allowedTools: [] } }))).toEqual(
      expected,
    );
  });

  test("a scope that names it does not release it", () => {
    const goal = goalOf(["true"], {
      harness: { command: "./agent.sh", allowedTools: [] },
      scope: { workspace: "", paths: ["agent.sh"], deny: [] },
    });
    expect(gradersOf({ "agent.sh": "" }, goal)).toEqual(["agent.sh"]);
  });
});

describe("graderPaths() follows a package manifest:", () => {
  const own = {
    test: "sh scripts/a.sh",
    lint: "bash ./scripts/b.sh",
    chain: "npm run test && npm run lint",
    pretest: "python3 scripts/c.py",
    start: "node src/main.js",
    both: "run-s test lint",
    all: "npm-run-all t:*",
    "t:one": "sh scripts/a.sh",
    loop: "npm run loop",
  };
  test.each<[readonly string[], readonly string[]]>([
    [
      ["npm", "test"],
      ["scripts/a.sh", "scripts/c.py"],
    ],
    [
      ["npm", "t"],
      ["scripts/a.sh", "scripts/c.py"],
    ],
    [["npm", "run", "lint"], ["scripts/b.sh"]],
    [["npm", "run-script", "--silent", "lint"], ["scripts/b.sh"]],
    [["npm", "--prefix", ".", "run", "lint"], ["scripts/b.sh"]],
    [["pnpm", "lint"], ["scripts/b.sh"]],
    [["yarn", "lint"], ["scripts/b.sh"]],
    [["yarn", "run", "lint"], ["scripts/b.sh"]],
    [["bun", "run", "lint"], ["scripts/b.sh"]],
    [["node", "--run", "lint"], ["scripts/b.sh"]],
    [
      ["npm", "run", "chain"],
      ["scripts/a.sh", "scripts/b.sh", "scripts/c.py"],
    ],
    [
      ["npm", "run", "both"],
      ["scripts/a.sh", "scripts/b.sh", "scripts/c.py"],
    ],
    [["npm", "run", "all"], ["scripts/a.sh"]],
    [["npm", "run", "loop"], []],
    [["sh", "-c", "npm run lint | tee log"], ["scripts/b.sh"]],
    [["npx", "eslint", "."], []],
    [["npm", "exec", "eslint", "."], []],
  ])("%j", (argv, expected) => {
    const files = { ...AROUND, "package.json": scripts(own) };
    expect(gradersOf(files, goalOf(argv))).toEqual(["package.json", ...expected]);
  });

  test("that of the folder that is entered, or the next one above", () => {
    const files = {
      "package.json": scripts({ test: "sh scripts/a.sh" }),
      "scripts/a.sh": "",
      "web/package.json": scripts({ test: "sh scripts/a.sh" }),
      "web/scripts/a.sh": "",
      "web/src/a.js": "",
    };
    const entered = gradersOf(files, goalOf(["sh", "-c", "cd web/src && npm test"]));
    expect(entered).toContain("web/scripts/a.sh");
    const scope = { workspace: "web", paths: [], deny: [] };
    expect(gradersOf(files, goalOf(["npm", "test"], { scope }))).toContain("web/scripts/a.sh");
    expect(gradersOf(files, goalOf(["npm", "test"]))).toEqual([
      "package.json",
      "scripts/a.sh",
      "web/package.json",
    ]);
  });

  test("those of all folders where a command could mean them", () => {
    const files = {
      "package.json": scripts({ test: "turbo run check" }),
      "web/package.json": scripts({ check: "sh a.sh" }),
      "web/a.sh": "",
    };
    expect(gradersOf(files, goalOf(["npm", "test"]))).toContain("web/a.sh");
    expect(gradersOf(files, goalOf(["npm", "run", "check", "-w", "web"]))).toContain("web/a.sh");
  });

  test("one that is no JSON gives all that could be a command", () => {
    const files = { ...AROUND, "package.json": '{ // x\n"scripts": {"test": "sh scripts/a.sh"}' };
    expect(gradersOf(files, goalOf(["npm", "test"]))).toEqual(["package.json", "scripts/a.sh"]);
  });

  test("a script that [scope].paths names, or [seal] releases, is work", () => {
    const files = { ...AROUND, "package.json": scripts(own) };
    const scope = { workspace: "", paths: ["scripts/b.sh"], deny: [] };
    expect(gradersOf(files, goalOf(["npm", "run", "lint"], { scope }))).toEqual(["package.json"]);
    const seal = { enabled: true, sealedInputs: [], mutableInputs: ["scripts"] };
    expect(gradersOf(files, goalOf(["npm", "test"], { seal }))).toEqual(["package.json"]);
  });
});

describe("graderPaths() follows a Makefile:", () => {
  const MAKEFILE = [
    "PY := python3",
    "CHECK = scripts/c.py",
    "all: check",
    "check: lint",
    "\t@$(PY) $(CHECK)",
    "lint: ; sh scripts/a.sh",
    "deep:",
    "\t$(MAKE) lint",
    "run:",
    "\tnode src/main.js",
    "",
  ].join("\n");
  test.each<[readonly string[], readonly string[]]>([
    [["make"], ["scripts/a.sh", "scripts/c.py"]],
    [
      ["make", "check"],
      ["scripts/a.sh", "scripts/c.py"],
    ],
    [["make", "-s", "lint", "X=1"], ["scripts/a.sh"]],
    [["make", "deep"], ["scripts/a.sh"]],
    [
      ["make", "unheard-of"],
      ["scripts/a.sh", "scripts/c.py", "src/main.js"],
    ],
  ])("%j", (argv, expected) => {
    const files = { ...AROUND, Makefile: MAKEFILE };
    expect(gradersOf(files, goalOf(argv))).toEqual(
      expect.arrayContaining(["Makefile", ...expected]),
    );
    const others = gradersOf(files, goalOf(argv)).filter((path) => !/Makefile|package/.test(path));
    expect(others).toEqual(expected);
  });

  test("of another name, in another folder, and with parts", () => {
    const files = {
      "ci/checks.make": "include more.inc\ncheck: part\n",
      "ci/more.inc": "part:\n\tsh a.sh\n",
      "ci/a.sh": "",
    };
    expect(gradersOf(files, goalOf(["make", "-C", "ci", "-f", "checks.make", "check"]))).toEqual([
      "ci/a.sh",
      "ci/checks.make",
      "ci/more.inc",
    ]);
  });

  test.each([
    ["just", "justfile", "check:\n    sh scripts/a.sh\n"],
    ["task", "Taskfile.yml", "tasks:\n  check:\n    cmds:\n      - sh scripts/a.sh\n"],
  ])("and that of %s", (tool, name, text) => {
    expect(gradersOf({ ...AROUND, [name]: text }, goalOf([tool, "check"]))).toEqual(
      [name, "scripts/a.sh"].toSorted(),
    );
  });
});

describe("graderPaths() follows a script one level deep:", () => {
  test.each<[string, string, string]>([
    ["a shell's command", "check.sh", "#!/bin/sh\nset -e\nsh scripts/a.sh\n"],
    ["a sourced file", "check.sh", ". ./scripts/a.sh\n"],
    ["beside a lone quote", "check.sh", "# don't\necho it's\nsh scripts/a.sh # can't\n"],
    ["over a broken line", "check.sh", "sh \\\n  scripts/a.sh\n"],
    ["in a condition", "check.sh", "if ! ./scripts/a.sh; then exit 1; fi\n"],
    ["by a variable", "check.sh", "DIR=scripts\nFILE=$DIR/a.sh\nbash ${FILE}\n"],
    ["from its own folder", "scripts/check.sh", '. "$(dirname "$0")/a.sh"\n'],
    ["from its own folder's variable", "scripts/check.sh", "bash $HERE/a.sh\n"],
    ["from above its folder", "ci/check.sh", 'cd "$(dirname "$0")/.."\nsh scripts/a.sh\n'],
    ["a Windows line end", "check.sh", "sh scripts/a.sh\r\ntrue\r\n"],
    ["a list in python", "check.py", 'import subprocess\nsubprocess.run(["sh", "scripts/a.sh"])\n'],
    [
      "a long list in python",
      "check.py",
      "run([\n  'timeout',\n  '5',\n  'bash',\n  'scripts/a.sh',\n])\n",
    ],
    ["a line in python", "check.py", 'os.system("sh scripts/a.sh")\n'],
    ["a call in node", "check.js", 'execFileSync("sh", ["scripts/a.sh"]);\n'],
    ["a template in node", "check.mjs", "execSync(`sh scripts/a.sh ${x}`);\n"],
    ["a script by its shebang", "check", '#!/usr/bin/env python3\nrun(["scripts/a.sh"])\n'],
    ["a symbolic link", "check.sh", "scripts/a.sh"],
  ])("%s", (_name, path, text) => {
    const files = { ...AROUND, [path]: text };
    const argv = path === "check" ? ["./check"] : [path.endsWith("py") ? "python3" : "sh", path];
    expect(gradersOf(files, goalOf(argv)).filter((it) => it !== path)).toEqual(["scripts/a.sh"]);
  });

  test("but no deeper, and not into what is only looked at", () => {
    const files = {
      "check.sh": "grep -q x src/main.js && wc -l src/main.js && sh scripts/a.sh",
      "check.py": 'open("src/main.js").read()\nassert "src/main.js"\n',
      "scripts/a.sh": "sh scripts/b.sh",
      "scripts/b.sh": "",
      "src/main.js": "",
    };
    expect(gradersOf(files, goalOf(["./check.sh"]))).toEqual(["check.sh", "scripts/a.sh"]);
    expect(gradersOf(files, goalOf(["python3", "check.py"]))).toEqual(["check.py"]);
  });

  test("a script that calls a package manager", () => {
    const files = {
      "check.sh": "npm test\n",
      "package.json": scripts({ test: "sh scripts/a.sh" }),
      "scripts/a.sh": "",
    };
    expect(gradersOf(files, goalOf(["./check.sh"]))).toEqual([
      "check.sh",
      "package.json",
      "scripts/a.sh",
    ]);
  });

  test("a module beside it that it loads, unless its folder is to be worked on", () => {
    const files = {
      "checks/verify.py": "import os, helper\nfrom deep.part import x\n",
      "checks/helper.py": "",
      "checks/deep/__init__.py": "",
      "checks/other.py": "",
    };
    const goal = goalOf(["python3", "checks/verify.py"]);
    expect(gradersOf(files, goal)).toEqual([
      "checks/deep/__init__.py",
      "checks/helper.py",
      "checks/verify.py",
    ]);
    const scope = { workspace: "", paths: ["checks"], deny: [] };
    expect(gradersOf(files, { ...goal, scope })).toEqual(["checks/verify.py"]);
    const node = {
      "ci/check.js": 'import x from "./lib.js"; import "../src/a.js"',
      "ci/lib.js": "",
      "src/a.js": "",
    };
    expect(gradersOf(node, goalOf(["node", "ci/check.js"]))).toEqual(["ci/check.js", "ci/lib.js"]);
  });
});

describe("besideGraderMatcher()", () => {
  const FILES: Files = {
    "checks/verify.py": "import json\n",
    "test/check.sh": "",
    "test/check.py": "",
    "check.sh": "",
    "check.py": "",
    "tools/run.py": "",
    "agents/agent.sh": "",
  };
  function isRefused(argv: readonly string[], path: string, more: Partial<Goal> = {}): boolean {
    const goal = goalOf(argv, more);
    return besideGraderMatcher(
      { paths: Object.keys(FILES), texts: textsOf(FILES, goal) },
      goal,
    )(path);
  }
  const VERIFY = ["python3", "checks/verify.py"];

  test.each<[readonly string[], string, boolean]>([
    [VERIFY, "checks/json.py", true],
    [VERIFY, "checks/notes.txt", true],
    [VERIFY, "checks/json/__init__.py", true],
    [VERIFY, "checks/data/a.csv", false],
    [VERIFY, "checks/__pycache__/helper.cpython-312.pyc", true],
    [VERIFY, "node_modules/x/index.js", true],
    [VERIFY, "json.py", false],
    [VERIFY, "src/json.py", false],
    [["./check.sh"], "new.txt", false],
    [["./check.sh"], "json.py", false],
    [["./check.sh"], "src/new.js", false],
    [["python3", "check.py"], "json.py", true],
    [["python3", "check.py"], "json.so", true],
    [["python3", "check.py"], "json/__init__.py", true],
    [["python3", "check.py"], "test_more.py", false],
    [["python3", "check.py"], "README.md", false],
    [["python3", "check.py"], "src/json.py", false],
    [["./test/check.sh"], "test/new.sh", false],
    [["./test/check.sh"], "test/a.test.js", false],
    [["python3", "test/check.py"], "test/json.py", true],
    [["python3", "test/check.py"], "test/test_new.py", false],
    [["python3", "-m", "tools.run"], "json.py", true],
    [["true"], "checks/json.py", false],
    [["true"], "node_modules/x.js", false],
  ])("%j with a new %s: %s", (argv, path, expected) => {
    expect(isRefused(argv, path)).toBe(expected);
  });

  test("a script of [setup] has neighbours, the agent has none", () => {
    const setup = { commands: [VERIFY], timeoutMs: 1 };
    expect(isRefused(["true"], "checks/json.py", { setup })).toBe(true);
    const harness = { command: "agents/agent.sh", allowedTools: [] };
    expect(isRefused(["true"], "agents/new.sh", { harness })).toBe(false);
  });

  test("what is released, named as work, or not sealed at all may come", () => {
    const seal = { enabled: true, sealedInputs: [], mutableInputs: ["checks/json.py"] };
    expect(isRefused(VERIFY, "checks/json.py", { seal })).toBe(false);
    expect(isRefused(VERIFY, "checks/other.py", { seal })).toBe(true);
    const scope = { workspace: "", paths: ["checks/json.py"], deny: [] };
    expect(isRefused(VERIFY, "checks/json.py", { scope })).toBe(false);
    expect(isRefused(VERIFY, "checks/json.py", { seal: { ...seal, enabled: false } })).toBe(false);
  });

  test("a goal that creates may create a module in the root, not beside a check", () => {
    expect(isRefused(["python3", "check.py"], "fizz.py", { mode: "create" })).toBe(false);
    expect(isRefused(VERIFY, "checks/json.py", { mode: "create" })).toBe(true);
  });
});

describe("graderPaths() for whatever a text holds", () => {
  test.each([
    "'",
    '"',
    "$(",
    "`",
    "\\",
    "a=$a\n",
    "$a",
    "\n",
    "sh x ",
    "a:\n",
    "a: a b\n",
    "{",
    "import a\n",
    "'a',",
    '\\"',
    "from ",
    "from" + " ".repeat(59_000) + "x",
    "a=b" + " ".repeat(59_000) + "x",
    "a" + " ".repeat(59_000),
  ])("is done in a moment with %j", (seed) => {
    const text = `a=$a$a$a$a\n${seed.repeat(60_000 / seed.length)}`;
    const files = { Makefile: text, "package.json": text, "c/a.sh": text, "c/a.py": text };
    const texts = new Map(Object.entries(files));
    const started = performance.now();
    for (const argv of [
      ["make", "a"],
      ["npm", "test"],
      ["sh", "c/a.sh"],
      ["python3", "c/a.py"],
    ]) {
      graderPaths(Object.keys(files), goalOf(argv), texts);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("gives a part of the paths, in their order, and asks only for paths", () => {
    const paths = ["package.json", "Makefile", "c/a.sh", "c/a.py", "c/b.js"];
    const word = fc.constantFrom(
      "npm",
      "run",
      "test",
      "make",
      "sh",
      "c/a.sh",
      "python3",
      "-m",
      "c.a",
      "node",
      "c/b.js",
      "cd",
      "..",
    );
    const texts = fc.dictionary(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.string(),
        fc.array(word).map((it) => it.join(" ")),
        fc.json(),
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), texts, (argv, given) => {
        const known = new Map(Object.entries(given));
        const found = graderPaths(paths, goalOf(argv), known);
        expect(paths.filter((path) => found.includes(path))).toEqual(found);
        const unread = manifestPaths(paths, goalOf(argv), known);
        expect(unread.filter((path) => known.has(path) || !paths.includes(path))).toEqual([]);
      }),
    );
  });

  test("knowing more text never releases anything", () => {
    const files = {
      ...AROUND,
      "check.sh": "npm test",
      "package.json": scripts({ test: "sh scripts/a.sh" }),
    };
    const goal = goalOf(["./check.sh"]);
    const blind = graderPaths(Object.keys(files), goal);
    expect(blind.filter((path) => !gradersOf(files, goal).includes(path))).toEqual([]);
  });
});
