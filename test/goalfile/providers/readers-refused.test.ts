import { expect, test } from "vitest";
import { isRefused, predicateOf, toldOf } from "../given-predicate.ts";

const CMD = 'requires a non-empty string "cmd"';
const CMDS = [
  ["custom_script", ""],
  ["test_runner", ""],
  ["prod_log", ""],
  ["static", ""],
  ["cli", ""],
  ["mutation", 'threshold = 0.5\nscore_path = "$.a"'],
].map(([provider = "", lines = ""]): readonly [string, string, string] => [
  `a ${provider} without cmd`,
  `provider = "${provider}"\n${lines}`,
  `missing-key ${provider} predicate "p" ${CMD}`,
]);

const REFUSED: readonly (readonly [string, string, string])[] = [
  ...CMDS,
  [
    "a ratchet without metric",
    'provider = "ratchet"\nbaseline = 1\ndirection = "lower_better"',
    'missing-key ratchet predicate "p" requires a "metric" table',
  ],
  [
    "a ratchet whose metric is a text",
    'provider = "ratchet"\nmetric = "x"\nbaseline = 1\ndirection = "lower_better"',
    'ratchet predicate "p" requires a metric table with a non-empty string "cmd"',
  ],
  [
    "a ratchet whose metric has no cmd",
    'provider = "ratchet"\nmetric = {}\nbaseline = 1\ndirection = "lower_better"',
    'ratchet predicate "p" requires a metric table with a non-empty string "cmd"',
  ],
  [
    "a ratchet without direction",
    'provider = "ratchet"\nmetric = { cmd = "x" }\nbaseline = 1',
    'ratchet predicate "p" requires "direction" of "higher_better" or "lower_better" (got nothing)',
  ],
  [
    "a ratchet without baseline",
    'provider = "ratchet"\nmetric = { cmd = "x" }\ndirection = "lower_better"',
    'missing-key ratchet predicate "p" requires a "baseline"',
  ],
  ...["true", '""', '"-x"', '"a..b"', '"HEAD:a"', '"a b"', "nan"].map(
    (baseline): readonly [string, string, string] => [
      `a ratchet whose baseline is ${baseline}`,
      `provider = "ratchet"\nmetric = { cmd = "x" }\ndirection = "lower_better"\nbaseline = ${baseline}`,
      'ratchet predicate "p" "baseline" is invalid: ',
    ],
  ),
  [
    "a ratchet that allows a text",
    'provider = "ratchet"\nmetric = { cmd = "x" }\ndirection = "lower_better"\nbaseline = 1\nallowed_regression = "1"',
    'ratchet predicate "p" "allowed_regression" must be a number (got "1")',
  ],
  [
    "a ratchet that allows less than nothing",
    'provider = "ratchet"\nmetric = { cmd = "x" }\ndirection = "lower_better"\nbaseline = 1\nallowed_regression = -1',
    '"allowed_regression" must not be negative',
  ],
  [
    "a static with another format",
    'provider = "static"\ncmd = "x"\nformat = "sarrif"',
    'static predicate "p" has unknown format "sarrif" (known: "checkstyle", "dialyzer", "eslint", "golangci", "mypy", "problem_matcher", "sarif", "tsc") | Did you mean "sarif"?',
  ],
  [
    "a static with bad args",
    'provider = "static"\ncmd = "x"\nargs = [1]',
    'static predicate "p" "args" must be an array of strings (got 1)',
  ],
  [
    "a static with a bad timeout",
    'provider = "static"\ncmd = "x"\ntimeout_ms = 0',
    'static predicate "p" "timeout_ms" must be a positive integer (got 0)',
  ],
  [
    "a matcher that is missing",
    'provider = "static"\ncmd = "x"\nformat = "problem_matcher"',
    'contradiction static predicate "p" with format "problem_matcher" requires a "matcher"',
  ],
  [
    "a matcher of another format",
    'provider = "static"\ncmd = "x"\nmatcher = [{ regexp = "(.*)", message = 1 }]',
    'contradiction static predicate "p" "matcher" is for another format',
  ],
  [
    "a matcher without message",
    'provider = "static"\ncmd = "x"\nformat = "problem_matcher"\nmatcher = [{ regexp = "(.*)", file = 1 }]',
    'which group is the "message"',
  ],
  [
    "a matcher that loops too early",
    'provider = "static"\ncmd = "x"\nformat = "problem_matcher"\nmatcher = [{ regexp = "a", loop = true }, { regexp = "(.*)", message = 1 }]',
    'may "loop" in its last table only',
  ],
  [
    "a matcher that cannot be matched in linear time",
    'provider = "static"\ncmd = "x"\nformat = "problem_matcher"\nmatcher = [{ regexp = "(a)(?=b)", message = 1 }]',
    "unsupported-regex",
  ],
  [
    "a coverage without patch",
    'provider = "coverage"\ntarget = 80',
    'coverage predicate "p" requires a "patch" metric table with a non-empty string "cmd"',
  ],
  [
    "a coverage without target: every number would do",
    'provider = "coverage"\npatch = { cmd = "x" }',
    'missing-key coverage predicate "p" requires a numeric "target"',
  ],
  [
    "a coverage with half a project",
    'provider = "coverage"\npatch = { cmd = "x" }\ntarget = 80\nproject = { path = "$" }',
    'coverage predicate "p" "project" must be a metric table with a non-empty string "cmd"',
  ],
  [
    "a property of no test",
    'provider = "property"\nnum_tests = 0',
    'property predicate "p" "num_tests" must be a positive integer (got 0)',
  ],
  [
    "a mutation of all mutants",
    'provider = "mutation"\ncmd = "x"\nscore_path = "$.a"\nthreshold = 1.0',
    'mutation predicate "p" "threshold" must be < 1.0 — a mutation gate is NEVER 100%',
  ],
  [
    "a mutation of less than none",
    'provider = "mutation"\ncmd = "x"\nscore_path = "$.a"\nthreshold = -0.1',
    'mutation predicate "p" requires a numeric "threshold" in 0..1',
  ],
  [
    "a mutation that cannot be scored",
    'provider = "mutation"\ncmd = "x"\nthreshold = 0.5\nkilled_path = "$.a"',
    'mutation predicate "p" requires a "score_path", or a "killed_path" and a "survived_path"',
  ],
  [
    "a cve that cannot be counted",
    'provider = "cve"\ntool = "trivy"',
    'cve predicate "p" requires a non-empty string "count_path"',
  ],
  [
    "a cve of an unknown scanner",
    'provider = "cve"\ntool = "trivi"',
    'cve predicate "p" has unknown tool "trivi" (known: "govulncheck", "trivy", "grype", "npm_audit") | Did you mean "trivy"?',
  ],
  [
    "a correlation that is a text",
    'provider = "prod_log"\ncmd = "x"\ncorrelate = "/a"',
    'prod_log predicate "p" "correlate" must be an inline table {route, window} (got "/a")',
  ],
  [
    "a correlation without route",
    'provider = "prod_log"\ncmd = "x"\ncorrelate = { window = 1 }',
    'prod_log predicate "p" "correlate" "route" must be a non-empty string (got nothing)',
  ],
  [
    "a correlation with a bad window",
    'provider = "prod_log"\ncmd = "x"\ncorrelate = { route = "/", window = "1" }',
    'prod_log predicate "p" "correlate" "window" must be a number (got "1")',
  ],
  [
    "a regex of a log that is not linear",
    'provider = "prod_log"\ncmd = "x"\npanic_regex = "(a)\\\\1"',
    "unsupported-regex",
  ],
  [
    "an unknown target",
    'provider = "cli"\ncmd = "x"\nassertions = [{ target = "stdot", expected = "a" }]',
    'cli predicate "p" has an assertion with unknown target "stdot" (known: "exit_code", "stdout", "stderr") | Did you mean "stdout"?',
  ],
  [
    "no target",
    'provider = "cli"\ncmd = "x"\nassertions = [{ expected = "a" }]',
    'missing-key cli predicate "p" has an assertion with no "target"',
  ],
  [
    "an unknown match",
    'provider = "cli"\ncmd = "x"\nassertions = [{ target = "stdout", match = "is", expected = "a" }]',
    'cli predicate "p" has an assertion with unknown match "is"',
  ],
  [
    "an empty text to contain: every output contains it",
    'provider = "cli"\ncmd = "x"\nassertions = [{ target = "stdout", match = "contains", expected = "" }]',
    'requires a non-empty string "expected"',
  ],
  [
    "an exit code that is a text",
    'provider = "cli"\ncmd = "x"\nassertions = [{ target = "exit_code", expected = "0" }]',
    'has an exit_code assertion that requires an integer "expected"',
  ],
  [
    "a golden file outside",
    'provider = "cli"\ncmd = "x"\nassertions = [{ target = "stdout", match = "golden", golden = "../a" }]',
    "path-outside",
  ],
  [
    "a script beside assertions",
    'provider = "cli"\ncmd = "x"\nargs = ["a"]\nscript = [{}]',
    'contradiction cli predicate "p" "script" goes without "args" and "assertions"',
  ],
  ["a script of no call", 'provider = "cli"\ncmd = "x"\nscript = []', "must be an array of tables"],
  ["no word", 'provider = "no_stubs"\npatterns = []', '"patterns" must hold at least one word'],
  ["an empty word", 'provider = "no_stubs"\npatterns = [" "]', "must be an array of strings"],
  [
    "a regex of paths that is not linear",
    'provider = "docs_updated"\ndoc_patterns = ["(?<!a)b"]',
    "unsupported-regex",
  ],
  [
    "a report that nobody reads",
    'provider = "custom_script"\ncmd = "x"\nreport = "a.xml"',
    'contradiction custom_script predicate "p" "report" is not read: "evidence_format" is "raw"',
  ],
  [
    "a report outside",
    'provider = "test_runner"\ncmd = "x"\nreport = "/tmp/*.xml"',
    "path-outside",
  ],
  [
    "a report that is a folder",
    'provider = "static"\ncmd = "x"\nreport = "."',
    '"report" must name a file',
  ],
  ...["a", "$x", "$.", "$.a[", "$.a]", "$['a", "$[(])", ""].map(
    (path): readonly [string, string, string] => [
      `the path ${path}`,
      `provider = "custom_script"\ncmd = "x"\nverdict = "json"\npass_when = "> 1"\npath = "${path}"`,
      path === "" ? 'requires a non-empty string "path"' : '"path" must be a JSONPath such as',
    ],
  ),
];

test.each(REFUSED)("readPredicate() refuses %s", (_name, lines, expected) => {
  expect(isRefused(lines)).toBe(true);
  expect(toldOf(lines).join("\n")).toContain(expected);
  expect(toldOf(lines)).toHaveLength(1);
});

test.each([
  "$",
  "$.a.b[0]",
  "$..a",
  "$.a[?@.b > 1]",
  "$['a)]']",
  '$["a\\"]"]',
  "$[?length(@.a) > 1]",
])("readPredicate() takes the path %s", (path) => {
  const lines = `provider = "custom_script"\ncmd = "x"\nverdict = "json"\npass_when = "> 1"\npath = '''${path}'''`;
  expect(predicateOf(lines)?.check).toMatchObject({ verdict: { path } });
});

test("readPredicate() tells everything that is wrong with several keys at once", () => {
  const told = toldOf('provider = "mutation"\nthreshold = 1\nkilled_path = "a"').join("\n");
  expect(told).toContain(CMD);
  expect(told).toContain("NEVER 100%");
  expect(told).toContain('"killed_path" must be a JSONPath');
  expect(told).toContain('requires a "score_path"');
});
