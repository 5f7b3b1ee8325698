import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePaths, type PathRules } from "../../src/act/judge-paths.ts";
import type { Scope } from "../../src/model/goal.ts";
import type { Change, ChangeKind } from "../../src/ports/workshop.ts";

const EVERYTHING: Scope = { workspace: "", paths: [], deny: [] };
const GIT = "git's and GitHub's own files are not changed by an agent";
const KAZI = "goal-files and kazi's settings are not changed by an agent";
const HOOKS = "what git runs by itself is not changed by an agent";
const AGENTS = "files that instruct agents are not changed by an agent";
const TWIN = "differs from another path only in case or in Unicode form";

function change(path: string, kind: ChangeKind = "file", more: Partial<Change> = {}): Change {
  return { path, kind, bytes: kind === "deleted" ? 0 : 10, ...more };
}

function rules(more: Partial<PathRules> = {}): PathRules {
  return { scope: EVERYTHING, graders: new Set(), existing: new Set(), ...more };
}

/** What is refused, path by path; everything else must have been accepted. */
function refusals(changes: readonly Change[], held: PathRules): Readonly<Record<string, string>> {
  const { accepted, refused } = judgePaths(changes, held);
  expect(accepted.length + refused.length).toBe(changes.length);
  return Object.fromEntries(refused.map(({ path, reason }) => [path, reason]));
}

describe("judgePaths() puts back what steers others", () => {
  test.each([
    [".git/config", GIT],
    [".GIT/hooks/pre-commit", GIT],
    ["vendor/lib/.git", GIT],
    [".gitmodules", GIT],
    ["src/.gitattributes", GIT],
    [".Gitignore", GIT],
    [".github/workflows/ci.yml", GIT],
    ["packages/a/.github/CODEOWNERS", GIT],
    [".gi\u200Ct/config", GIT],
    [".g\u00ADithub/workflows/x.yml", GIT],
    ["．github/workflows/x.yml", GIT],
    [".git\uFE0F/config", GIT],
    [".kazi/goals/a.toml", KAZI],
    [".KAZI/config.toml", KAZI],
    [".\u212Aazi/config.toml", KAZI],
    ["sub/.kazi", KAZI],
    [".husky/pre-commit", HOOKS],
    [".pre-commit-config.yaml", HOOKS],
    ["lefthook.yml", HOOKS],
    ["AGENTS.md", AGENTS],
    ["agents.override.md", AGENTS],
    ["docs/Claude.md", AGENTS],
    ["CLAUDE.local.md", AGENTS],
    ["GEMINI.md", AGENTS],
    ["copilot-instructions.md", AGENTS],
    [".claude/settings.json", AGENTS],
    [".CODEX/config.toml", AGENTS],
    [".gemini/settings.json", AGENTS],
    [".geminiignore", AGENTS],
    [".cursor/rules/x.mdc", AGENTS],
    [".cursorrules", AGENTS],
    [".clinerules/x.md", AGENTS],
    [".windsurfrules", AGENTS],
    [".aider.conf.yml", AGENTS],
    [".agents/skills/x/SKILL.md", AGENTS],
    ["opencode.json", AGENTS],
    ["opencode.jsonc", AGENTS],
    [".opencode/agent/x.md", AGENTS],
    [".mcp.json", AGENTS],
  ])("%j", (path, reason) => {
    for (const kind of ["file", "deleted", "symlink"] as const) {
      expect(refusals([change(path, kind, { target: "x" })], rules())).toEqual({ [path]: reason });
    }
  });

  test.each([
    "src/git.ts",
    "github/x.yml",
    "kazi/x",
    "src/agents.ts",
    "agents/x.md",
    "my.git.txt",
    "a.mcp.json",
  ])("but not %s", (path) => expect(refusals([change(path)], rules())).toEqual({}));
});

describe("judgePaths() puts graders back", () => {
  const held = rules({
    graders: new Set(["test/a.js", "check.sh"]),
    existing: new Set(["test/a.js", "check.sh"]),
  });

  test.each<[string, readonly Change[], readonly string[]]>([
    ["changed", [change("test/a.js")], ["test/a.js"]],
    ["deleted", [change("check.sh", "deleted")], ["check.sh"]],
    ["made a link", [change("check.sh", "symlink", { target: "src/a" })], ["check.sh"]],
    ["made executable", [change("test/a.js", "executable")], ["test/a.js"]],
    [
      "made a folder",
      [change("check.sh", "deleted"), change("check.sh/x")],
      ["check.sh", "check.sh/x"],
    ],
    [
      "whose folder became a file",
      [change("test/a.js", "deleted"), change("test")],
      ["test/a.js", "test"],
    ],
    [
      "whose folder became a link",
      [change("test/a.js", "deleted"), change("test", "symlink", { target: "src" })],
      ["test/a.js", "test"],
    ],
    [
      "doubled in another case",
      [change("TEST/a.js"), change("Check.sh")],
      ["TEST/a.js", "Check.sh"],
    ],
    [
      "renamed in case",
      [change("check.sh", "deleted"), change("CHECK.SH")],
      ["check.sh", "CHECK.SH"],
    ],
    ["whose folder is doubled", [change("Test/b.js")], ["Test/b.js"]],
  ])("%s", (_name, changes, expected) => {
    expect(Object.keys(refusals(changes, held))).toEqual(expected);
  });

  test("says how the person could release one", () => {
    expect(refusals([change("check.sh")], held)["check.sh"]).toContain("[seal].mutable_inputs");
  });

  test("a new file beside them is work", () => {
    expect(refusals([change("test/b.js")], held)).toEqual({});
  });

  test("a new runner setting is refused, one that was there is not", () => {
    const setting = rules({
      existing: new Set(["a/vitest.config.ts"]),
      isRunnerSetting: (path) => path.endsWith("vitest.config.ts"),
    });
    const changes = [change("a/vitest.config.ts"), change("b/vitest.config.ts")];
    expect(Object.keys(refusals(changes, setting))).toEqual(["b/vitest.config.ts"]);
  });

  test("a new file beside a grading script is refused, one that was there is not", () => {
    const beside = rules({
      existing: new Set(["checks/old.py"]),
      isBesideGrader: (path) => path.startsWith("checks/"),
    });
    const changes = [change("checks/old.py"), change("checks/json.py"), change("src/json.py")];
    const refused = refusals(changes, beside);
    expect(Object.keys(refused)).toEqual(["checks/json.py"]);
    expect(refused["checks/json.py"]).toContain("[seal].mutable_inputs");
  });
});

describe("judgePaths() refuses what cannot travel", () => {
  test.each<[string, Change, string]>([
    ["a submodule", change("vendor/x", "repository"), "an embedded repository"],
    ["a FIFO", change("x", "special"), "not a regular file"],
    ["an LFS file", change("x.bin", "filtered"), "stored through a git filter"],
    ["a huge file", change("x.bin", "file", { bytes: 5_000_001 }), "is larger than 5000000 bytes"],
    ["a huge program", change("x", "executable", { bytes: 5_000_001 }), "is larger than"],
  ])("%s", (_name, it, reason) => expect(refusals([it], rules())[it.path]).toContain(reason));

  test("a file of just the size that goes is accepted", () => {
    expect(refusals([change("x", "file", { bytes: 5_000_000 })], rules())).toEqual({});
  });

  test("a removed file of any kind may be removed", () => {
    expect(refusals([change("x", "deleted")], rules({ existing: new Set(["x"]) }))).toEqual({});
  });

  test.each([
    ["absolute", "a", "/etc/passwd"],
    ["at home", "a", "~/.ssh/id"],
    ["nowhere", "a", ""],
    ["up from the root", "a", "../x"],
    ["up from a folder, too far", "a/b/c", "../../../x"],
    ["through a folder and out", "a/b", "c/../../x"],
    ["through another link", "a/b", "dir/../../../etc"],
    ["down and up", "a", "x/.."],
    ["into git", "a", ".git/config"],
    ["into git in capitals", "a/b", "../.GIT/hooks"],
    ["into git unseen", "a", ".g\u200Bit/config"],
    ["with a backslash", "a", "..\\x"],
    ["with a NUL", "a", "x\0y"],
    ["endless", "a", "x/".repeat(3_000)],
    ["with empty steps", "a/b", "..//..//x"],
    ["with dots between", "a/b", ".././../x"],
  ])("a link %s", (_name, path, target) => {
    expect(refusals([change(path, "symlink", { target })], rules())).toEqual({
      [path]: "a symbolic link that leaves the tree",
    });
  });

  test.each([
    ["beside it", "a", "b"],
    ["below", "a", "b/c"],
    ["up and down again", "a/b/c", "../../d/e"],
    ["to the folder itself", "a/b", "."],
    ["as far up as there is", "a/b", "../"],
  ])("but not a link %s", (_name, path, target) => {
    expect(refusals([change(path, "symlink", { target })], rules())).toEqual({});
  });

  test("a link without a target", () => {
    expect(Object.keys(refusals([change("a", "symlink")], rules()))).toEqual(["a"]);
  });
});

describe("judgePaths() refuses names that clash", () => {
  test.each<[string, readonly string[], readonly Change[], Readonly<Record<string, string>>]>([
    ["in case", ["src/a.js"], [change("src/A.js")], { "src/A.js": TWIN }],
    ["in the case of a folder", ["src/a.js"], [change("Src/b.js")], { "Src/b.js": TWIN }],
    ["in Unicode form", ["caf\u00E9.txt"], [change("cafe\u0301.txt")], { "cafe\u0301.txt": TWIN }],
    ["in compatible letters", ["fi"], [change("\uFB01")], { "\uFB01": TWIN }],
    ["in the long s", ["s.js"], [change("\u017F.js")], { "\u017F.js": TWIN }],
    ["in the sharp s", ["strasse"], [change("straße")], { straße: TWIN }],
    ["in what nobody sees", ["a.js"], [change("a\u200B.js")], { "a\u200B.js": TWIN }],
    ["with each other", [], [change("x"), change("X")], { X: TWIN }],
    ["a file where a folder stays", ["a/b"], [change("a")], { a: "a folder of that name stays" }],
    ["a folder where a file stays", ["a"], [change("a/b")], { "a/b": "a file stands in its way" }],
    [
      "a link where a folder stays in part",
      ["a/b", "a/c"],
      [change("a/b", "deleted"), change("a", "symlink", { target: "x" })],
      { a: "a folder of that name stays" },
    ],
  ])("%s", (_name, existing, changes, expected) => {
    expect(refusals(changes, rules({ existing: new Set(existing) }))).toEqual(expected);
  });

  test.each<[string, readonly string[], readonly Change[]]>([
    ["a file becomes a folder", ["a"], [change("a", "deleted"), change("a/b")]],
    ["a folder becomes a file", ["a/b"], [change("a/b", "deleted"), change("a")]],
    ["a name changes its case", ["a.js"], [change("a.js", "deleted"), change("A.js")]],
    ["a folder changes its case", ["a/x"], [change("a/x", "deleted"), change("A/x")]],
    ["both spellings were there before", ["x_A.h", "x_a.h"], [change("x_A.h"), change("x_a.h")]],
    ["both folders were there before", ["A/x", "a/y"], [change("A/x"), change("a/y")]],
    [
      "one of two spellings goes",
      ["x_A.h", "x_a.h"],
      [change("x_A.h", "deleted"), change("x_a.h")],
    ],
  ])("but not when %s", (_name, existing, changes) => {
    expect(refusals(changes, rules({ existing: new Set(existing) }))).toEqual({});
  });
});

describe("judgePaths() and the scope", () => {
  test.each<[string, Partial<Scope>, readonly string[], readonly string[]]>([
    ["a folder", { paths: ["src"] }, ["src/a", "src/b/c"], ["src2/a", "a", "lib/src/a"]],
    ["a folder with a slash", { paths: ["./src/"] }, ["src/a"], ["srcx"]],
    ["a file", { paths: ["src/a.js"] }, ["src/a.js"], ["src/a.jsx", "src/b.js"]],
    ["a glob", { paths: ["src/*.js"] }, ["src/a.js", "src/.a.js"], ["src/b/a.js", "src/a.ts"]],
    ["a deep glob", { paths: ["**/*.md"] }, ["a.md", "x/y/.z.md"], ["a.mdx"]],
    ["alternatives", { paths: ["{a,b}/*"] }, ["a/x", "b/x"], ["c/x"]],
    ["the root", { paths: ["."] }, ["a", "b/c"], []],
    ["brackets to the letter", { paths: ["app/[id]"] }, ["app/[id]/a.js"], ["app/x/a.js"]],
    [
      "a workspace",
      { workspace: "packages/a", paths: ["src"] },
      ["packages/a/src/x"],
      ["src/x", "packages/b/src/x"],
    ],
    ["a workspace and its root", { workspace: "pkg", paths: ["."] }, ["pkg/x"], ["x", "pkg2/x"]],
    [
      "a workspace with brackets",
      { workspace: "pkg[1]", paths: ["src/*.js"] },
      ["pkg[1]/src/a.js"],
      ["pkg1/src/a.js"],
    ],
    ["a denied folder", { deny: ["src/gen"] }, ["src/a", "src/generate"], ["src/gen/a", "src/gen"]],
    ["a denied folder with a slash", { deny: ["./gen/"] }, ["genx/a"], ["gen/a"]],
    ["denied in a workspace", { workspace: "pkg", deny: ["gen"] }, ["gen/a"], ["pkg/gen/a"]],
    ["denied inside of allowed", { paths: ["src"], deny: ["src/gen"] }, ["src/a"], ["src/gen/a"]],
    [
      "odd names are only names",
      { paths: ["src"] },
      ["src/a..b", "src/...", "src/*"],
      ["..src/a", "src*"],
    ],
  ])("%s", (_name, scope, inside, outside) => {
    const held = rules({ scope: { ...EVERYTHING, ...scope } });
    const changes = [...inside, ...outside].map((path) => change(path));
    expect(Object.keys(refusals(changes, held))).toEqual([...outside]);
  });

  test("a deletion is held to it too, and the reason says which rule it was", () => {
    const held = rules({
      scope: { workspace: "", paths: ["src"], deny: ["src/gen"] },
      existing: new Set(["src/gen/a", "doc/a"]),
    });
    expect(refusals([change("src/gen/a", "deleted"), change("doc/a", "deleted")], held)).toEqual({
      "src/gen/a": "is under src/gen, which [scope].deny forbids",
      "doc/a": "is outside [scope].paths",
    });
  });
});

describe("judgePaths() refuses everything together when it is", () => {
  test("more than a thousand files", () => {
    const changes = Array.from({ length: 1_001 }, (_, index) => change(`src/${index}.js`));
    const { accepted, refused } = judgePaths(changes, rules());
    expect([accepted.length, refused.length]).toEqual([0, 1_001]);
    expect(refused[0]?.reason).toBe("the change touches 1001 files, more than 1000");
    expect(judgePaths(changes.slice(1), rules()).refused).toEqual([]);
  });

  test("more than 25 MB", () => {
    const changes = ["a", "b", "c", "d", "e"].map((path) =>
      change(path, "file", { bytes: 5_000_000 }),
    );
    expect(judgePaths(changes, rules()).refused).toEqual([]);
    const { accepted, refused } = judgePaths(
      [...changes, change("f", "file", { bytes: 1 })],
      rules(),
    );
    expect(accepted).toEqual([]);
    expect(refused[5]?.reason).toBe("the change is 25000001 bytes large, more than 25000000");
  });

  test("but what was refused anyway does not count, and keeps its own reason", () => {
    const big = change(".github/big", "file", { bytes: 100_000_000 });
    expect(refusals([big, change("a")], rules())).toEqual({ ".github/big": GIT });
  });
});

describe("judgePaths() for whatever a stranger leaves", () => {
  const name = fc.constantFrom(
    "a",
    "A",
    "b",
    "é",
    "e\u0301",
    "test",
    ".git",
    ".kazi",
    "AGENTS.md",
    "gen",
  );
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((it) => it.join("/"));
  const kind = fc.constantFrom<ChangeKind>(
    "file",
    "executable",
    "symlink",
    "deleted",
    "repository",
    "filtered",
    "special",
  );
  const target = fc.constantFrom("a", "..", "../a", "a/..", "/a", ".git");
  const one = fc.record({ path, kind, bytes: fc.constantFrom(0, 5_000_000, 5_000_001), target });
  const changes = fc.uniqueArray(one, { selector: (it) => it.path, maxLength: 12 });
  const set = fc.array(path, { maxLength: 4 }).map((paths) => new Set(paths));
  const scope = fc.record({
    workspace: fc.constantFrom("", "a"),
    paths: fc.array(fc.constantFrom("a", "b/*", "**/test"), { maxLength: 2 }),
    deny: fc.array(fc.constantFrom("gen", "a/b"), { maxLength: 2 }),
  });
  const held = fc.record({ scope, graders: set, existing: set });

  test("every change is accepted as it was, or refused with a reason, and never both", () => {
    fc.assert(
      fc.property(changes, held, (given, against) => {
        const { accepted, refused } = judgePaths(given, against);
        expect(accepted).toEqual(given.filter((it) => accepted.includes(it)));
        const paths = [...accepted, ...refused].map((it) => it.path);
        expect(paths.toSorted()).toEqual(given.map((it) => it.path).toSorted());
        expect(refused.every((it) => it.reason.length > 0)).toBe(true);
      }),
    );
  });

  test("nothing accepted grades, steers, is denied or is not a plain file", () => {
    fc.assert(
      fc.property(changes, held, (given, against) => {
        for (const it of judgePaths(given, against).accepted) {
          expect(against.graders.has(it.path)).toBe(false);
          expect(it.path).not.toMatch(/(^|\/)(\.git(\/|$)|\.kazi(\/|$)|AGENTS\.md$)/);
          expect(["file", "executable", "symlink", "deleted"]).toContain(it.kind);
        }
      }),
    );
  });

  test("what comes out can stand in one tree on any file system", () => {
    fc.assert(
      fc.property(changes, set, (given, existing) => {
        const { accepted } = judgePaths(given, rules({ existing }));
        const gone = new Set(accepted.filter((it) => it.kind === "deleted").map((it) => it.path));
        const added = accepted.filter((it) => it.kind !== "deleted").map((it) => it.path);
        const stays = [...existing].filter((it) => !gone.has(it));
        for (const it of added) {
          const others = [...stays, ...added].filter((other) => other !== it);
          expect(
            others.filter((other) => other.startsWith(`${it}/`) || it.startsWith(`${other}/`)),
          ).toEqual([]);
          const fold = (text: string): string => text.normalize("NFC").toLowerCase();
          const twins = others.filter((other) => fold(other) === fold(it));
          expect(existing.has(it) ? [] : twins).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  // One change at a time: of two that cannot stand together the second may stay once the first is refused.
  test("more rules never let a change through that fewer refused", () => {
    fc.assert(
      fc.property(changes, held, path, (given, against, extra) => {
        const stricter = [
          { ...against, graders: new Set([...against.graders, extra]) },
          { ...against, scope: { ...against.scope, deny: [...against.scope.deny, extra] } },
          { ...against, isRunnerSetting: (it: string) => it === extra },
        ];
        for (const single of given) {
          const isLet = judgePaths([single], against).accepted.length > 0;
          const letByMore = stricter.some((it) => judgePaths([single], it).accepted.length > 0);
          expect(letByMore && !isLet).toBe(false);
        }
      }),
    );
  });

  test("judging twice changes nothing: the land job finds what the dispatch job left to be fine", () => {
    fc.assert(
      fc.property(changes, held, (given, against) => {
        const { accepted } = judgePaths(given, against);
        expect(judgePaths(accepted, against)).toEqual({ accepted, refused: [] });
      }),
      { numRuns: 300 },
    );
  });
});
