import { expect, test } from "vitest";
import { z } from "zod";
import { READERS } from "../../../src/goalfile/providers/readers.ts";
import { PROVIDERS } from "../../../src/goalfile/tables.ts";
import type { Check } from "../../../src/model/check.ts";
import { predicateOf, toldOf } from "../given-predicate.ts";

const PROGRAM = { command: "x", args: [], env: {} };
const STORED = { kind: "stored" } as const;

const READ: readonly (readonly [string, string, Check])[] = [
  ["a test_runner", 'provider = "test_runner"\ncmd = "x"', { provider: "test_runner", ...PROGRAM }],
  [
    "a test_runner with all its keys",
    'provider = "test_runner"\ncmd = "npx"\nargs = ["vitest"]\nenv = { CI = "1" }\nreport = "./out/**/*.xml"',
    {
      provider: "test_runner",
      command: "npx",
      args: ["vitest"],
      env: { CI: "1" },
      report: "out/**/*.xml",
    },
  ],
  [
    "a custom_script with all that goes with its findings",
    `provider = "custom_script"
cmd = "x"
error_codes = [2]
merge_stderr = true
evidence_format = "sarif"
report = "out/report.sarif"`,
    {
      provider: "custom_script",
      ...PROGRAM,
      verdict: { kind: "exit_zero" },
      errorCodes: [2],
      mergeStderr: true,
      evidenceFormat: "sarif",
      report: "out/report.sarif",
    },
  ],
  [
    "a custom_script without findings",
    'provider = "custom_script"\ncmd = "x"\nevidence_format = "raw"',
    {
      provider: "custom_script",
      ...PROGRAM,
      verdict: { kind: "exit_zero" },
      errorCodes: [],
      mergeStderr: false,
    },
  ],
  [
    "a prod_log",
    'provider = "prod_log"\ncmd = "x"',
    {
      provider: "prod_log",
      ...PROGRAM,
      max5xx: 0,
      serverErrorRegex: '(?:\\bstatus[=: ]+|[\\s"])(5\\d{2})(?:\\b|")',
      panicRegex: "panic",
    },
  ],
  [
    "a prod_log with all its keys",
    `provider = "prod_log"
cmd = "x"
window_minutes = 7.5
max_5xx = 3
server_error_regex = "E5"
panic_regex = "fatal"
correlate = { route = "/a", window = 30 }`,
    {
      provider: "prod_log",
      ...PROGRAM,
      windowMinutes: 7.5,
      max5xx: 3,
      serverErrorRegex: "E5",
      panicRegex: "fatal",
      correlate: { route: "/a", window: 30 },
    },
  ],
  [
    "a prod_log of one route",
    'provider = "prod_log"\ncmd = "x"\nmax_5xx = 1\nserver_error_regex = "a"\ncorrelate = { route = "/a" }',
    {
      provider: "prod_log",
      ...PROGRAM,
      max5xx: 1,
      serverErrorRegex: "a",
      panicRegex: "panic",
      correlate: { route: "/a" },
    },
  ],
  [
    "a ratchet",
    'provider = "ratchet"\nmetric = { cmd = "x" }\nbaseline = 5\ndirection = "lower_better"',
    {
      provider: "ratchet",
      metric: PROGRAM,
      baseline: { kind: "number", value: 5 },
      direction: "lower_better",
      allowedRegression: 0,
    },
  ],
  [
    "a ratchet with all its keys",
    `provider = "ratchet"
baseline = "Stored"
direction = "higher_better"
allowed_regression = 0.5
[predicate.metric]
cmd = "./bin/measure"
args = ["--json"]
env = [["A", "1"]]
path = "$.totals.percent"
timeout_ms = 9`,
    {
      provider: "ratchet",
      metric: {
        command: "./bin/measure",
        args: ["--json"],
        env: { A: "1" },
        path: "$.totals.percent",
        timeoutMs: 9,
      },
      baseline: STORED,
      direction: "higher_better",
      allowedRegression: 0.5,
    },
  ],
  [
    "a static",
    'provider = "static"\ncmd = "x"',
    {
      provider: "static",
      ...PROGRAM,
      format: { kind: "dialyzer" },
      allowedRegression: 0,
      mergeStderr: false,
      errorCodes: [],
    },
  ],
  [
    "a static with all its keys",
    `provider = "static"
cmd = "x"
format = "sarif"
report = "a.sarif"
baseline = "origin/main~2"
allowed_regression = 1
merge_stderr = true
error_codes = [2, 3]`,
    {
      provider: "static",
      ...PROGRAM,
      format: { kind: "sarif" },
      report: "a.sarif",
      baseline: { kind: "ref", ref: "origin/main~2" },
      allowedRegression: 1,
      mergeStderr: true,
      errorCodes: [2, 3],
    },
  ],
  [
    "a static with a problem matcher",
    `provider = "static"
cmd = "x"
format = "problem_matcher"
matcher = [
  { regexp = '^(\\S+)$', file = 1 },
  { regexp = '^ (\\d+):(\\d+) (\\w+) (\\w+) (.*)$', line = 1, column = 2, severity = 3, code = 4, message = 5, loop = true },
]`,
    {
      provider: "static",
      ...PROGRAM,
      format: {
        kind: "problem_matcher",
        patterns: [
          { regexp: "^(\\S+)$", file: 1, loop: false },
          {
            regexp: "^ (\\d+):(\\d+) (\\w+) (\\w+) (.*)$",
            line: 1,
            column: 2,
            severity: 3,
            code: 4,
            message: 5,
            loop: true,
          },
        ],
      },
      allowedRegression: 0,
      mergeStderr: false,
      errorCodes: [],
    },
  ],
  [
    "a coverage",
    'provider = "coverage"\npatch = { cmd = "x" }\ntarget = 80',
    {
      provider: "coverage",
      patch: PROGRAM,
      target: 80,
      projectBaseline: STORED,
      projectAllowedRegression: 0,
    },
  ],
  [
    "a coverage with all its keys",
    `provider = "coverage"
patch = { cmd = "x", path = "$.percent" }
target = 0.8
project = { cmd = "x", args = ["all"] }
project_baseline = 70.5
project_allowed_regression = 1`,
    {
      provider: "coverage",
      patch: { ...PROGRAM, path: "$.percent" },
      target: 0.8,
      project: { ...PROGRAM, args: ["all"] },
      projectBaseline: { kind: "number", value: 70.5 },
      projectAllowedRegression: 1,
    },
  ],
  [
    "a property",
    'provider = "property"',
    {
      provider: "property",
      command: "mix",
      args: ["test"],
      env: {},
      testsWanted: 100,
      mergeStderr: true,
    },
  ],
  [
    "a property with all its keys",
    'provider = "property"\ncmd = "x"\nargs = []\nnum_tests = 7\nmerge_stderr = false',
    { provider: "property", ...PROGRAM, testsWanted: 7, mergeStderr: false },
  ],
  [
    "a mutation with a score",
    'provider = "mutation"\ncmd = "x"\nthreshold = 0\nscore_path = "$.score"',
    {
      provider: "mutation",
      ...PROGRAM,
      threshold: 0,
      score: { kind: "score", path: "$.score" },
      mergeStderr: false,
    },
  ],
  [
    "a mutation with counts",
    `provider = "mutation"
cmd = "x"
threshold = 0.8
killed_path = "$.files.*.mutants[?@.status == 'Killed']"
survived_path = "$.survived"
survivors_path = "$.survivors"
merge_stderr = true`,
    {
      provider: "mutation",
      ...PROGRAM,
      threshold: 0.8,
      score: {
        kind: "counts",
        killedPath: "$.files.*.mutants[?@.status == 'Killed']",
        survivedPath: "$.survived",
      },
      survivorsPath: "$.survivors",
      mergeStderr: true,
    },
  ],
  ...(
    [
      ["govulncheck", "", "govulncheck", ["-json", "./..."]],
      ["trivy", 'count_path = "$.n"', "trivy", ["fs", "--format", "json", "."]],
      ["grype", 'count_path = "$.n"', "grype", ["-o", "json", "."]],
      ["npm_audit", 'count_path = "$.n"', "npm", ["audit", "--json"]],
    ] as const
  ).map(([tool, lines, command, args]): readonly [string, string, Check] => [
    `a cve that asks ${tool}`,
    `provider = "cve"\ntool = "${tool}"\n${lines}`,
    {
      provider: "cve",
      tool,
      command,
      args,
      env: {},
      ...(lines === "" ? {} : { countPath: "$.n" }),
      baseline: { kind: "number", value: 0 },
      allowedRegression: 0,
    },
  ]),
  [
    "a cve with all its keys",
    `provider = "cve"
cmd = "x"
args = []
count_path = "$.n"
baseline = "prior"
allowed_regression = 2`,
    {
      provider: "cve",
      tool: "govulncheck",
      ...PROGRAM,
      baseline: STORED,
      allowedRegression: 2,
    },
  ],
  [
    "a cli",
    'provider = "cli"\ncmd = "x"',
    {
      provider: "cli",
      command: "x",
      env: {},
      calls: [{ args: [], assertions: [] }],
      isScript: false,
      samples: 1,
    },
  ],
  [
    "a cli with every assertion",
    `provider = "cli"
cmd = "x"
args = ["--version"]
env = { A = "1" }
samples = 3
assertions = [
  { target = "exit_code", expected = -1 },
  { target = "stdout", expected = "" },
  { target = "stderr", match = "equals", expected = "a" },
  { target = "stdout", match = "contains", expected = " " },
  { target = "stdout", match = "regex", expected = "^v\\\\d" },
  { target = "stdout", match = "json_path", path = "$.ok", expected = true },
  { target = "stdout", match = "golden", golden = "./test/golden.txt" },
]`,
    {
      provider: "cli",
      command: "x",
      env: { A: "1" },
      calls: [
        {
          args: ["--version"],
          assertions: [
            { target: "exit_code", expected: -1 },
            { target: "stdout", match: "equals", expected: "" },
            { target: "stderr", match: "equals", expected: "a" },
            { target: "stdout", match: "contains", expected: " " },
            { target: "stdout", match: "regex", expected: "^v\\d" },
            { target: "stdout", match: "json_path", path: "$.ok", expected: true },
            { target: "stdout", match: "golden", golden: "test/golden.txt" },
          ],
        },
      ],
      isScript: false,
      samples: 3,
    },
  ],
  [
    "a cli with a script",
    'provider = "cli"\ncmd = "x"\nscript = [{ args = ["a"] }, { assertions = [{ target = "exit_code", expected = 0 }] }]',
    {
      provider: "cli",
      command: "x",
      env: {},
      calls: [
        { args: ["a"], assertions: [] },
        { args: [], assertions: [{ target: "exit_code", expected: 0 }] },
      ],
      isScript: true,
      samples: 1,
    },
  ],
  [
    "a no_stubs",
    'provider = "no_stubs"',
    {
      provider: "no_stubs",
      patterns: ["stub", "mock", "fake", "dummy", "placeholder", "todo", "fixme", "notimplemented"],
      exclude: [],
    },
  ],
  [
    "a no_stubs with all its keys",
    'provider = "no_stubs"\npatterns = ["hack"]\nexclude = ["./vendor/"]',
    { provider: "no_stubs", patterns: ["hack"], exclude: ["vendor"] },
  ],
  [
    "a docs_updated",
    'provider = "docs_updated"',
    { provider: "docs_updated", surfacePatterns: [], docPatterns: [] },
  ],
  [
    "a docs_updated with all its keys",
    'provider = "docs_updated"\nsurface_patterns = ["^src/"]\ndoc_patterns = ["^docs/"]',
    { provider: "docs_updated", surfacePatterns: ["^src/"], docPatterns: ["^docs/"] },
  ],
];

test.each(READ)("readPredicate() reads %s", (_name, lines, check) => {
  expect(toldOf(lines)).toEqual([]);
  expect(predicateOf(lines)?.check).toEqual(check);
});

test("READERS has one for every provider that is evaluated, and gherkin one of its own", () => {
  expect(Object.keys(READERS).concat("gherkin").toSorted()).toEqual(
    Object.keys(PROVIDERS).toSorted(),
  );
});

test.each(Object.entries(PROVIDERS))(
  "PROVIDERS says of each key of %s what it is for",
  (_name, it) => {
    const { properties = {} } = z.toJSONSchema(it, { io: "input", unrepresentable: "any" });
    const keys = Object.entries(properties);
    expect(
      keys.filter(([, key]) => typeof key === "boolean" || key.description === undefined),
    ).toEqual([]);
  },
);
