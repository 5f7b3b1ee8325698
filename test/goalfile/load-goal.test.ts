import { expect, test } from "vitest";
import { CHECK, goalOf, load, told } from "./goal-text.ts";

test("loadGoal() fills in every default", () => {
  expect(load(`id = "g"\n${CHECK}`)).toEqual({
    kind: "loaded",
    issues: [],
    goal: {
      id: "g",
      mode: "repair",
      standing: false,
      predicates: [
        {
          id: "p",
          guard: false,
          heldOut: false,
          timeoutMs: 600_000,
          check: {
            provider: "custom_script",
            command: "true",
            args: [],
            env: {},
            verdict: { kind: "exit_zero" },
            errorCodes: [],
            mergeStderr: false,
          },
        },
      ],
      budget: { cachedReadWeight: 0.1 },
      scope: { workspace: "", paths: [], deny: [] },
      harness: { allowedTools: [] },
      integration: {},
      setup: { commands: [], timeoutMs: 600_000 },
      seal: { enabled: true, sealedInputs: [], mutableInputs: [] },
    },
  });
});

test("loadGoal() reads every table", () => {
  const goal = goalOf(`id = "g"
name = "n"
description = "d"
mode = "create"
standing = true
metadata = { anything = [1, 2] }
${CHECK}
[budget]
max_iterations = 1
max_dispatches = 2
max_wall_clock_ms = 3
max_tokens = 4
max_cost_usd = 0.5
cached_read_weight = 0
[scope]
workspace = "./apps//web/"
repo = "o/r"
paths = ["./src/", "*.md"]
write_paths = ["x"]
deny = ["src/app/[slug]/"]
[harness]
id = "scripted"
model = "m"
command = "./bin/agent"
effort = "high"
permission_mode = "auto"
allowed_tools = ["Edit"]
[integration]
mode = "branch"
branch = "kazi/x"
branch_prefix = "kazi/"
base = "main"
commit_style = "conventional"
[setup]
commands = [["npm", "ci"], ["sh", "-c", """
  echo a
  echo b"""]]
timeout_ms = 7
cache = { key = ["./package-lock.json"], paths = ["node_modules/"] }
[seal]
enabled = false
sealed_inputs = ["./docs/", "."]
mutable_inputs = ["**/*.snap"]
[enforcement]
clean_tree = false
clean_ref = "main"
fail_on_skip = false
read_only_paths = ["graders/"]
[enforcement.roles.fixer]
read_only_paths = ["./lib"]
[enforcement.roles.demonstrator]
allowed_write_paths = ["pins"]
[[group]]
id = "Sign Up"
[[group]]
id = "billing"
name = "Money"
parent = "sign up"
budget = 5
needs = ["Sign & up"]
[[capture]]
name = "shot"
launch_cmd = "make"
launch_args = ["shot"]
output = "shot.png"
reset_cmd = "make"
reset_args = ["clean"]
post_launch_wait_ms = 5
[approval]
on_merge = false
[plan]
harness = "codex"
model = "m"
[deploy]
cmd = "deploy"
args = ["--all"]
env = { A = "b" }
environment = "production"
[deploy.environments.staging]
url = "https://staging.example.org/"
workflow = "deploy.yml"
[gate]
on = "all"
[checkout]
depth = 1
sparse = ["src/"]
lfs = true
[economy]
debrief = true
[memory]
corpus = []
[conventions]
process_contract = false
extra_rules = ["be brief"]
[escalation]
max_rungs = 2
`);
  const { predicates, ...rest } = goal;
  expect(predicates.map((it) => it.id)).toEqual(["p", "landed", "scope_deny_paths"]);
  expect(rest).toEqual({
    id: "g",
    name: "n",
    description: "d",
    mode: "create",
    standing: true,
    budget: {
      iterationsMax: 1,
      dispatchesMax: 2,
      wallClockMaxMs: 3,
      tokensMax: 4,
      costMaxUsd: 0.5,
      cachedReadWeight: 0,
    },
    scope: {
      workspace: "apps/web",
      repo: "o/r",
      paths: ["src", "*.md"],
      writePaths: ["x"],
      deny: ["src/app/[slug]"],
    },
    harness: {
      id: "scripted",
      model: "m",
      command: "./bin/agent",
      effort: "high",
      permissionMode: "auto",
      allowedTools: ["Edit"],
    },
    integration: {
      mode: "branch",
      branch: "kazi/x",
      branchPrefix: "kazi/",
      base: "main",
      commitStyle: "conventional",
    },
    setup: {
      commands: [
        ["npm", "ci"],
        ["sh", "-c", "  echo a\n  echo b"],
      ],
      timeoutMs: 7,
      cache: { key: ["package-lock.json"], paths: ["node_modules"] },
    },
    seal: {
      enabled: false,
      sealedInputs: ["docs", "**", "graders", "lib"],
      mutableInputs: ["**/*.snap"],
    },
    metadata: { anything: [1, 2] },
    enforcement: {
      enabled: true,
      cleanTree: false,
      cleanRef: "main",
      failOnSkip: false,
      readOnlyPaths: ["graders"],
      fixerReadOnlyPaths: ["lib"],
      demonstratorWritePaths: ["pins"],
    },
    groups: [
      { id: "sign-up", name: "Sign Up", needs: [] },
      { id: "billing", name: "Money", parent: "sign-up", iterationsMax: 5, needs: ["sign-up"] },
    ],
    captures: [
      {
        name: "shot",
        launch: { command: "make", args: ["shot"] },
        output: "shot.png",
        reset: { command: "make", args: ["clean"] },
        postLaunchWaitMs: 5,
        timeoutMs: 60_000,
      },
    ],
    approval: { onMerge: false },
    plan: { harness: "codex", model: "m" },
    deploy: {
      command: { command: "deploy", args: ["--all"], env: { A: "b" } },
      environment: "production",
      timeoutMs: 1_800_000,
      environments: {
        staging: { url: "https://staging.example.org/", workflow: "deploy.yml" },
      },
    },
    gate: { on: "all" },
    checkout: { depth: 1, sparse: ["src"], lfs: true, submodules: false },
    economy: { debrief: true },
    memory: { corpus: [] },
    conventions: { processContract: false, extraRules: ["be brief"] },
    escalation: {
      ladder: ["claude-haiku-4-5", "claude-sonnet-5", "claude-opus-4-8"],
      rungsMax: 2,
    },
  });
});

test("loadGoal() takes the root among the paths for all of them", () => {
  expect(goalOf(`id = "g"\nscope.paths = ["src", "./"]\n${CHECK}`).scope.paths).toEqual([]);
});

test("loadGoal() puts guards last and else keeps the order of the file", () => {
  const one = (id: string, rest: string) =>
    `{ id = "${id}", provider = "test_runner", cmd = "x"${rest} }`;
  const goal = goalOf(
    `id = "g"\npredicate = [\n${one("a", ", guard = true")},\n${one("b", "")},\n${one("c", ", guard = true")},\n${one("d", ", held_out = true")},\n]`,
  );
  expect(goal.predicates.map((it) => [it.id, it.guard, it.heldOut])).toEqual([
    ["b", false, false],
    ["d", false, true],
    ["a", true, false],
    ["c", true, false],
  ]);
});

test("loadGoal() reads inline tables over several lines with a trailing comma", () => {
  const goal = goalOf(
    'id = "g"\npredicate = [\n  { id = "p",\n    provider = "test_runner", # why\n    cmd = "x",\n  },\n]\n',
  );
  expect(goal.predicates).toHaveLength(1);
});

test.each([
  ["a byte order mark", `\uFEFFid = "g"\n${CHECK}`],
  ["Windows line ends", `id = "g"\n${CHECK}`.replaceAll("\n", "\r\n")],
])("loadGoal() tolerates %s", (_name, text) => {
  expect(load(text)).toMatchObject({ kind: "loaded", issues: [] });
});

test("loadGoal() shows no escape sequences of a name", () => {
  expect(goalOf(`id = "g"\nname = "a\\u001B[31mb"\n${CHECK}`).name).toBe("ab");
});

test("loadGoal() tells everything at once, in the order of the file", () => {
  expect(
    told(`name = 1
mode = "creat"
max_tokens = 5
[budget]
max_iteration = 3
max_tokens = 0
[scope]
workspace = "../x"
standing = true
[[predicate]]
id = "p"
provider = "custom_script"
verdict = "jso"
guard = "yes"
args = ["a", 2]
[enforcement]
fail_on_skip = true
[[predicate]]
id = "p"
provider = "http_prob"
`),
  ).toMatchInlineSnapshot(`
    [
      "1:1 missing-key goal-file is missing required key "id"",
      "1:8 invalid-value goal "name" must be a string (got 1)",
      "2:8 invalid-value goal "mode" must be one of "create", "repair" (got "creat") | Did you mean "create"?",
      "3:1 unknown-key goal-file has unknown config key "max_tokens", which nothing reads | It belongs in [budget].",
      "5:1 unknown-key [budget] has unknown config key "max_iteration", which nothing reads | Did you mean "max_iterations"?",
      "6:14 invalid-value budget.max_tokens must be a positive integer (got 0)",
      "8:13 path-outside scope.workspace must name a path inside the repository, but "../x" has a ".." step | Write it relative, with "/" between folders, such as "src/app".",
      "9:1 unknown-key [scope] has unknown config key "standing", which nothing reads | Move it above the first table.",
      "10:1 missing-key custom_script predicate "p" requires a non-empty string "cmd"",
      "13:11 invalid-value custom_script predicate "p" has unknown verdict "jso" (known: "exit_zero", "exit_code", "json", "match_count") | Did you mean "json"?",
      "14:9 invalid-value predicate "p" "guard" must be a boolean (got "yes")",
      "15:14 invalid-value custom_script predicate "p" "args" must be an array of strings (got 2)",
      "19:6 duplicate-id predicate "p" is declared twice: [[predicate]] #1 and [[predicate]] #2 | Give every predicate an id of its own.",
      "20:12 unknown-provider predicate "p" has unknown provider "http_prob" (known: "browser", "cli", "coverage", "custom_script", "cve", "docs_updated", "gherkin", "http_probe", "metrics", "mutation", "no_stubs", "oss_hygiene", "plan_expanded", "prod_log", "property", "ratchet", "render_proof", "scenario", "spec_coverage", "static", "swift_test", "test_runner", "visual_judge") | Did you mean "http_probe"?",
    ]
  `);
});

test.each([
  [
    "no predicate",
    'id = "g"',
    "1:1 invalid-value goal-file must declare at least one [[predicate]]",
  ],
  [
    "empty predicates",
    'id = "g"\npredicate = []',
    "goal-file must declare at least one [[predicate]]",
  ],
  [
    "one table",
    'id = "g"\n[predicate]\nid = "p"',
    "2:1 invalid-value [[predicate]] must be an array of tables (got a table)",
  ],
  [
    "no table",
    'id = "g"\npredicate = [1]',
    "2:14 invalid-value [[predicate]] #1 must be a table (got 1)",
  ],
  ["no id", CHECK, '1:1 missing-key goal-file is missing required key "id"'],
  ["an empty id", `id = " "\n${CHECK}`, '1:6 invalid-value goal "id" must be a non-empty string'],
  [
    "a date as id",
    `id = 2020-01-01\n${CHECK}`,
    'goal "id" must be a non-empty string (got a date or time)',
  ],
  ["a long id", `id = "${"x".repeat(201)}"\n${CHECK}`, "too-long"],
  [
    "a hidden character",
    `id = "a\\u202Eb"\n${CHECK}`,
    '1:6 hidden-character goal "id" must not contain control, bidirectional or invisible characters (found U+202E after 1 characters)',
  ],
  [
    "a wrong table",
    `id = "g"\nscope = 2020-01-01\n${CHECK}`,
    "2:9 invalid-value [scope] must be a table (got a date or time)",
  ],
  [
    "an unknown harness",
    `id = "g"\nharness.id = "claud"\n${CHECK}`,
    '2:14 invalid-value harness.id has unknown harness "claud" (known: "antigravity", "claude", "claw", "codex", "gemini_cli", "opencode", "scripted") | Did you mean "claude"?',
  ],
  [
    "a harness without id",
    `id = "g"\n[harness]\n${CHECK}`,
    '2:1 missing-key [harness] is missing required key "id"',
  ],
  [
    "a model that is an option",
    `id = "g"\nharness = { id = "claude", model = "--x" }\n${CHECK}`,
    'harness.model must not start with "-" (got "--x")',
  ],
  [
    "an integration mode",
    `id = "g"\nintegration.mode = "push"\n${CHECK}`,
    '[integration] "mode" must be one of "branch", "commit", "merge", "none", "pr" (got "push")',
  ],
  [
    "a branch",
    `id = "g"\nintegration.branch = "a..b"\n${CHECK}`,
    "integration.branch must be a branch name that git accepts",
  ],
  [
    "a command as text",
    `id = "g"\nsetup.commands = ["npm ci"]\n${CHECK}`,
    '2:19 invalid-value setup.commands must be an array of commands such as [["npm", "ci"]] (got "npm ci")',
  ],
  [
    "an empty command",
    `id = "g"\nsetup.commands = [[]]\n${CHECK}`,
    "setup.commands must be an array of commands",
  ],
  ["a seal", `id = "g"\nseal.enabled = 1\n${CHECK}`, 'seal "enabled" must be a boolean (got 1)'],
  [
    "a deny wildcard",
    `id = "g"\nscope.deny = ["**/*.lock"]\n${CHECK}`,
    "2:15 unsafe-glob scope.deny takes files and folders, not wildcards",
  ],
  ["a roadmap", '[[goals]]\nid = "a"', "1:1 not-a-goal-file"],
])("loadGoal() refuses %s", (_name, text, expected) => {
  expect(load(text).kind).toBe("refused");
  expect(told(text).join("\n")).toContain(expected);
});

test.each([
  "0",
  "-1",
  "nan",
  "inf",
  "1e400",
  "1.5",
  '"5"',
  "9007199254740993",
  "true",
  "[1]",
  "99999999999999999999999",
])("loadGoal() refuses a budget of %s", (value) => {
  for (const key of ["max_iterations", "max_dispatches", "max_wall_clock_ms", "max_tokens"]) {
    const issues = told(`id = "g"\n[budget]\n${key} = ${value}\n${CHECK}`);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(
      `3:${key.length + 4} invalid-value budget.${key} must be a positive integer`,
    );
  }
});

test.each([
  ["max_cost_usd", "0", "must be a positive number"],
  ["max_cost_usd", "inf", "must be a positive number"],
  ["max_cost_usd", "nan", "must be a positive number"],
  ["cached_read_weight", "1.1", "must be a number between 0.0 and 1.0"],
  ["cached_read_weight", "-0.1", "must be a number between 0.0 and 1.0"],
])("loadGoal() refuses budget.%s = %s", (key, value, expected) => {
  expect(told(`id = "g"\nbudget.${key} = ${value}\n${CHECK}`).join()).toContain(expected);
});

test.each([
  [
    "unknown keys",
    `id = "g"\nbudgets = {}\n${CHECK}`,
    '2:1 unknown-key goal-file has unknown config key "budgets", which nothing reads | Did you mean "budget"?',
  ],
  ["a key of another table", `id = "g"\nmax_cost_usd = 5\n${CHECK}`, "It belongs in [budget]."],
  [
    "a key below a table",
    `id = "g"\n${CHECK}standing = true`,
    'predicate "p" has unknown config key "standing", which nothing reads | Move it above the first table.',
  ],
  [
    "a table that does nothing",
    `id = "g"\n${CHECK}\n[[capture]]\nname = "a"\nlaunch_cmd = "b"\noutput = "c"`,
    "7:1 not-enforced [[capture]] is read, but this version does not act on it | Take the artifact",
  ],
  [
    "a command line",
    `id = "g"\n${CHECK}`.replace('"true"', '"go test"'),
    '5:7 command-line predicate "p" "cmd" is one executable',
  ],
])("loadGoal() warns of %s and loads", (_name, text, expected) => {
  expect(load(text).kind).toBe("loaded");
  expect(told(text)).toHaveLength(1);
  expect(told(text)[0]).toContain(expected);
});
