import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graderPaths, runnerSettingMatcher } from "../../src/act/grader-paths.ts";
import type { Goal } from "../../src/model/goal.ts";
import { givenGoal, givenLive, givenPredicate } from "../fakes/given.ts";

/** A goal with one predicate that runs the command line. */
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

const FILES = [
  "check.sh",
  "scripts/check.sh",
  "scripts/check.js",
  "scripts/check.py",
  "scripts/setup.js",
  "sub/check.sh",
  "tools/check.py",
  "tools/check/__main__.py",
  "src/a.js",
  "src/b.py",
  "src/main.js",
];

describe("graderPaths() finds the script in", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["a program", ["./check.sh"], ["check.sh"]],
    ["a program in a folder", ["scripts/check.sh", "src/a.js"], ["scripts/check.sh"]],
    ["a strangely written path", ["./scripts/../scripts/./check.sh"], ["scripts/check.sh"]],
    ["a shell with a script", ["sh", "scripts/check.sh", "src/a.js"], ["scripts/check.sh"]],
    ["a shell with options", ["bash", "-eu", "./check.sh"], ["check.sh"]],
    ["an absolute shell", ["/bin/sh", "check.sh"], ["check.sh"]],
    ["text for a shell", ["sh", "-c", "./check.sh src/a.js"], ["check.sh"]],
    ["text for a strict shell", ["bash", "-euc", "set -x; ./check.sh"], ["check.sh"]],
    ["text with several commands", ["sh", "-c", "x && ./check.sh || y"], ["check.sh"]],
    ["text with a condition", ["sh", "-c", "if ./check.sh; then x; fi"], ["check.sh"]],
    ["text with a negation", ["sh", "-c", "! ./check.sh"], ["check.sh"]],
    ["text with an assignment", ["sh", "-c", "A=1 B='x y' ./check.sh"], ["check.sh"]],
    ["text with quotes", ["sh", "-c", `"./check.sh" 'src/a.js'`], ["check.sh"]],
    ["text with a substitution", ["sh", "-c", "test 0 = $(./check.sh)"], ["check.sh"]],
    ["text with a quoted substitution", ["sh", "-c", 'test 0 = "$(./check.sh)"'], ["check.sh"]],
    ["text with backticks", ["sh", "-c", "test 0 = `./check.sh`"], ["check.sh"]],
    [
      "text that enters a folder",
      ["sh", "-c", "cd sub && ./check.sh"],
      ["check.sh", "sub/check.sh"],
    ],
    ["text for a shell in text", ["sh", "-c", `bash -c './check.sh'`], ["check.sh"]],
    ["text with an interpreter", ["sh", "-c", "node scripts/check.js"], ["scripts/check.js"]],
    ["a sourced file", ["sh", "-c", ". ./check.sh"], ["check.sh"]],
    ["an interpreter", ["node", "scripts/check.js", "src/a.js"], ["scripts/check.js"]],
    [
      "an option with a value",
      ["node", "--title", "spec", "scripts/check.js"],
      ["scripts/check.js"],
    ],
    [
      "a file that runs first",
      ["node", "--import", "./scripts/setup.js", "scripts/check.js", "src/a.js"],
      ["scripts/check.js", "scripts/setup.js"],
    ],
    [
      "a file that runs before text",
      ["node", "-r", "./scripts/setup.js", "-e", "require('./src/a.js')"],
      ["scripts/setup.js"],
    ],
    [
      "an option of the script",
      ["node", "scripts/check.js", "-e", "src/a.js"],
      ["scripts/check.js"],
    ],
    ["a versioned interpreter", ["python3.12", "scripts/check.py"], ["scripts/check.py"]],
    [
      "a module",
      ["python", "-m", "tools.check", "src/b.py"],
      ["tools/check.py", "tools/check/__main__.py"],
    ],
    ["env", ["env", "A=1", "./check.sh"], ["check.sh"]],
    ["timeout", ["timeout", "-s", "KILL", "60s", "bash", "check.sh"], ["check.sh"]],
    [
      "wrappers in wrappers",
      ["env", "X=1", "timeout", "5", "sh", "-c", "./check.sh"],
      ["check.sh"],
    ],
    ["npx", ["npx", "--yes", "tsx", "scripts/check.js"], ["scripts/check.js"]],
    ["uv", ["uv", "run", "--with", "pytest", "python", "scripts/check.py"], ["scripts/check.py"]],
    [
      "text for another program",
      ["npx", "concurrently", "node scripts/check.js"],
      ["scripts/check.js"],
    ],
  ])("%s", (_name, argv, expected) => {
    expect([...graderPaths(FILES, goalOf(argv))].toSorted()).toEqual(expected);
  });
});

describe("graderPaths() leaves the work alone in", () => {
  test.each<[string, readonly string[]]>([
    ["grep", ["grep", "x", "src/a.js"]],
    ["grep in text", ["sh", "-c", "grep -q 'x' src/a.js && ! grep y src/b.py"]],
    ["grep behind a wrapper", ["timeout", "10", "grep", "x", "src/a.js"]],
    ["a linter", ["npx", "eslint", "src/a.js"]],
    ["a linter with a version", ["npx", "--yes", "eslint@9.1.0", "src/a.js"]],
    ["program text of node", ["node", "-e", "require('./src/a.js').x() || process.exit(1)"]],
    ["an import of node", ["node", "--input-type=module", "-e", "await import('./src/a.js')"]],
    ["printing node", ["node", "-p", "require('./src/a.js')"]],
    ["program text of python", ["python3", "-c", "import sys; exec(open('src/b.py').read())"]],
    ["program text of ruby", ["ruby", "-e", "load('src/a.js')"]],
    ["program text in text", ["sh", "-c", `node -e "require('./src/a.js')()"`]],
    ["uv with a linter", ["uv", "run", "ruff", "check", "src/b.py"]],
    ["test", ["test", "-f", "src/a.js"]],
    ["text that redirects", ["sh", "-c", "wc -l < src/a.js > /dev/null"]],
    ["arguments of the script's text", ["sh", "-c", 'grep x "$1"', "sh", "src/a.js"]],
  ])("%s", (_name, argv) => expect(graderPaths(FILES, goalOf(argv))).toEqual([]));

  test("a probe names nothing", () => {
    expect(graderPaths(FILES, givenGoal({ predicates: [givenLive("up")] }))).toEqual([]);
  });
});

describe("graderPaths() knows by convention", () => {
  const goal = goalOf(["true"]);
  test.each([
    "test/a.js",
    "tests/unit/test_a.py",
    "src/__tests__/a.ts",
    "src/__mocks__/a.ts",
    "pkg/testdata/golden.json",
    "src/a.test.ts",
    "src/a.spec.tsx",
    "pkg/a_test.go",
    "spec/a_spec.rb",
    "app/test_views.py",
    "conftest.py",
    "src/FooTest.java",
    "Foo/BarTests.cs",
    "vitest.config.ts",
    "jest.config.js",
    "packages/a/tsconfig.build.json",
    ".mocharc.yml",
    ".mocharc",
    ".eslintrc.json",
    "pytest.ini",
    "tox.ini",
    "setup.cfg",
    "package-lock.json",
    "go.sum",
    ".npmrc",
  ])("%s", (path) => expect(graderPaths([path], goal)).toEqual([path]));

  test.each([
    "src/a.js",
    "README.md",
    "package.json",
    "Makefile",
    "src/contest.js",
    "latest.js",
    "testing.md",
  ])("but not %s", (path) => expect(graderPaths([path], goal)).toEqual([]));
});

describe("graderPaths() takes the manifest of", () => {
  test.each<[string, readonly string[], string]>([
    ["npm", ["npm", "test"], "package.json"],
    ["npm in text", ["sh", "-c", "cd web && npm test"], "web/package.json"],
    ["node", ["node", "--test"], "package.json"],
    ["a path to vitest", ["./node_modules/.bin/vitest"], "package.json"],
    ["deno", ["deno", "task", "x"], "deno.json"],
    ["make", ["make", "check"], "Makefile"],
    ["make's parts", ["make", "check"], "build/rules.mk"],
    ["just", ["just", "check"], "justfile"],
    ["pytest", ["pytest"], "pyproject.toml"],
    ["cargo", ["cargo", "test"], "Cargo.toml"],
    ["cargo's settings", ["cargo", "test"], ".cargo/config.toml"],
    ["gradle", ["./gradlew", "check"], "build.gradle.kts"],
    ["mix", ["mix", "test"], "mix.exs"],
  ])("%s", (_name, argv, manifest) => {
    expect(graderPaths([manifest], goalOf(argv))).toEqual([manifest]);
    expect(graderPaths([manifest], goalOf(["true"]))).toEqual([]);
  });
});

describe("graderPaths() and [seal]", () => {
  const seal = { enabled: true, sealedInputs: [], mutableInputs: [] } as const;

  test.each<[string, Partial<Goal>, readonly string[]]>([
    ["seals a file", { seal: { ...seal, sealedInputs: ["data/a.json"] } }, ["data/a.json"]],
    [
      "seals a folder",
      { seal: { ...seal, sealedInputs: ["./data/"] } },
      ["data/a.json", "data/b.csv"],
    ],
    ["seals a glob", { seal: { ...seal, sealedInputs: ["data/*.csv"] } }, ["data/b.csv"]],
    ["seals hidden files", { seal: { ...seal, sealedInputs: ["conf/**"] } }, ["conf/.hidden"]],
    [
      "seals a name with brackets",
      { seal: { ...seal, sealedInputs: ["app/[id]/page.js"] } },
      ["app/[id]/page.js"],
    ],
  ])("%s", (_name, more, expected) => {
    const files = ["data/a.json", "data/b.csv", "conf/.hidden", "app/[id]/page.js", "src/a.js"];
    expect(graderPaths(files, goalOf(["true"], more))).toEqual(expected);
  });

  test("releases what is mutable, even what is sealed or runs", () => {
    const goal = goalOf(["./check.sh"], {
      seal: { ...seal, sealedInputs: ["data"], mutableInputs: ["check.sh", "test", "data/b.csv"] },
    });
    const files = ["check.sh", "test/a.js", "src/b.test.js", "data/a.json", "data/b.csv"];
    expect(graderPaths(files, goal)).toEqual(["src/b.test.js", "data/a.json"]);
  });

  test("is off altogether when the person says so", () => {
    expect(
      graderPaths(FILES, goalOf(["./check.sh"], { seal: { ...seal, enabled: false } })),
    ).toEqual([]);
  });

  test("is written from the workspace, whose brackets are no wildcard", () => {
    const scope = { workspace: "pkg[1]", paths: [], deny: [] };
    const goal = goalOf(["./check.sh"], { scope, seal: { ...seal, sealedInputs: ["data"] } });
    const files = ["pkg[1]/data/a", "pkg1/data/a", "data/a", "pkg[1]/check.sh", "pkg1/check.sh"];
    expect(graderPaths(files, goal)).toEqual(["pkg[1]/data/a", "pkg[1]/check.sh"]);
  });

  test("a command of the workspace may reach out of it", () => {
    const scope = { workspace: "packages/a", paths: [], deny: [] };
    const goal = goalOf(["sh", "../../scripts/check.sh"], { scope });
    expect(graderPaths(["scripts/check.sh", "packages/a/src/a.js"], goal)).toEqual([
      "scripts/check.sh",
    ]);
  });
});

describe("graderPaths() and [scope].paths", () => {
  function scoped(...paths: readonly string[]): Goal {
    return goalOf(["npm", "test"], { scope: { workspace: "", paths, deny: [] } });
  }

  test("a file that is named is work, and so is the lockfile of a manifest", () => {
    const files = ["package.json", "package-lock.json", "web/package-lock.json", "test/a.js"];
    expect(graderPaths(files, scoped("./package.json", "src"))).toEqual([
      "web/package-lock.json",
      "test/a.js",
    ]);
  });

  test("a lockfile alone is not its manifest", () => {
    const files = ["package.json", "package-lock.json"];
    expect(graderPaths(files, scoped("package-lock.json"))).toEqual(["package.json"]);
  });

  test("a folder or a glob releases nothing", () => {
    expect(graderPaths(["test/a.js", "package.json"], scoped("test", "*.json"))).toEqual([
      "test/a.js",
      "package.json",
    ]);
  });

  test("a script that a predicate runs stays a grader", () => {
    const goal = goalOf(["./check.sh"], {
      scope: { workspace: "", paths: ["check.sh"], deny: [] },
    });
    expect(graderPaths(["check.sh"], goal)).toEqual(["check.sh"]);
  });

  test.each([
    ["poetry.lock", "pyproject.toml"],
    ["uv.lock", "pyproject.toml"],
    ["Cargo.lock", "Cargo.toml"],
    ["go.sum", "go.mod"],
    ["Gemfile.lock", "Gemfile"],
    ["composer.lock", "composer.json"],
    ["a/b/yarn.lock", "a/b/package.json"],
  ])("%s goes with %s", (lock, manifest) => {
    expect(graderPaths([lock], scoped(manifest))).toEqual([]);
    expect(graderPaths([lock], scoped("src"))).toEqual([lock]);
  });
});

describe("graderPaths() for whatever a goal-file holds", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "sh",
      "-c",
      "node",
      "-e",
      "./check.sh",
      "src/a.js",
      "'",
      '"',
      "$(",
      "`",
      "cd sub;",
    ),
    fc.string({ maxLength: 8 }),
  );

  test("gives a part of what it was given, in its order", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (argv) => {
        const found = graderPaths(FILES, goalOf(argv));
        expect(FILES.filter((path) => found.includes(path))).toEqual(found);
      }),
    );
  });

  test("sealing more never releases anything, releasing more never seals", () => {
    const glob = fc.constantFrom("scripts", "src/*.js", "**", "check.sh", "sub/");
    const seal = fc.record({ sealedInputs: fc.array(glob), mutableInputs: fc.array(glob) });
    fc.assert(
      fc.property(seal, glob, (given, extra) => {
        const of = (more: Partial<typeof given>): readonly string[] =>
          graderPaths(
            FILES,
            goalOf(["./check.sh"], { seal: { enabled: true, ...given, ...more } }),
          );
        const before = of({});
        const sealed = of({ sealedInputs: [...given.sealedInputs, extra] });
        const released = of({ mutableInputs: [...given.mutableInputs, extra] });
        expect(before.filter((path) => !sealed.includes(path))).toEqual([]);
        expect(released.filter((path) => !before.includes(path))).toEqual([]);
      }),
    );
  });

  test.each(["'", '"', "$(", "`", "\\", "a;", " ", "if "])(
    "is done in a moment with a script of %j",
    (seed) => {
      const text = seed.repeat(100_000);
      const started = performance.now();
      graderPaths(FILES, goalOf(["sh", "-c", text]));
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});

describe("runnerSettingMatcher()", () => {
  test.each([
    ["vitest.config.ts", true],
    ["packages/a/jest.setup.js", true],
    ["conftest.py", true],
    ["src/sitecustomize.py", true],
    [".mocharc.json", true],
    [".npmrc", true],
    ["src/config.ts", false],
    ["src/a.test.ts", false],
  ])("%s: %s", (path, expected) => {
    expect(runnerSettingMatcher(givenGoal())(path)).toBe(expected);
  });

  test.each<[string, Partial<Goal>]>([
    ["a goal that creates", { mode: "create" }],
    ["no seal", { seal: { enabled: false, sealedInputs: [], mutableInputs: [] } }],
    ["a release", { seal: { enabled: true, sealedInputs: [], mutableInputs: ["*.config.ts"] } }],
    [
      "a scope that names it",
      { scope: { workspace: "", paths: ["./vitest.config.ts"], deny: [] } },
    ],
  ])("%s lets a new one in", (_name, more) => {
    expect(runnerSettingMatcher(givenGoal(more))("vitest.config.ts")).toBe(false);
  });
});
