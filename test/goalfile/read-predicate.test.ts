import { expect, test } from "vitest";
import { predicateOf } from "./given-predicate.ts";
import { load, told } from "./goal-text.ts";

test.each([
  [
    "exit_code",
    'verdict = "exit_code"\npass_codes = [0, 3]\nfail_codes = [1]',
    { kind: "exit_code", passCodes: [0, 3], failCodes: [1] },
  ],
  [
    "json",
    'verdict = "json"\npath = "$.runs[0].results"\npass_when = " <=  -2.5 "',
    { kind: "json", path: "$.runs[0].results", passWhen: { operator: "<=", number: -2.5 } },
  ],
  [
    "match_count",
    'verdict = "match_count"\nmatch_regex = "a(?:b|c)\\\\(?=?"\npass_when = "== 0"',
    { kind: "match_count", regex: "a(?:b|c)\\(?=?", passWhen: { operator: "==", number: 0 } },
  ],
])("readPredicate() reads the verdict %s", (_name, lines, verdict) => {
  expect(predicateOf(`provider = "custom_script"\ncmd = "x"\n${lines}`)?.check).toMatchObject({
    verdict,
  });
});

test("readPredicate() reads a probe and its defaults", () => {
  expect(predicateOf('provider = "http_probe"\nurl = "http://localhost:1/x?y"')).toEqual({
    id: "p",
    guard: false,
    heldOut: false,
    timeoutMs: 5_000,
    check: {
      provider: "http_probe",
      url: "http://localhost:1/x?y",
      method: "GET",
      headers: {},
      bodyMatch: "contains",
      samples: 3,
      intervalMs: 1_000,
      redirectsMax: 0,
      tls: "verify",
      allowHosts: ["localhost"],
    },
  });
  expect(
    predicateOf(`provider = "http_probe"
url = "https://e.org"
method = "head"
headers = { X-Key = "v" }
expect_status = 204
expect_body = ""
body_match = "exact"
samples = 1
interval_ms = 0
redirects = 10
insecure_tls = true
allow_hosts = ["Db.Internal", "::1", "[fe80::1]"]`)?.check,
  ).toEqual({
    provider: "http_probe",
    url: "https://e.org",
    method: "HEAD",
    headers: { "X-Key": "v" },
    expectStatus: 204,
    expectBody: "",
    bodyMatch: "exact",
    samples: 1,
    intervalMs: 0,
    redirectsMax: 10,
    tls: "insecure",
    allowHosts: ["db.internal", "[::1]", "[fe80::1]"],
  });
});

test.each([
  ["its own", "timeout_ms = 5", "defaults.timeout_ms = 7", 5],
  ["the default of the file", "", "defaults.timeout_ms = 7", 7],
  ["ten minutes", "", "", 600_000],
])("readPredicate() times a predicate by %s", (_name, lines, before, timeoutMs) => {
  const predicate = predicateOf(`provider = "test_runner"\ncmd = "x"\n${lines}`, before);
  expect(predicate?.timeoutMs).toBe(timeoutMs);
});

test("readPredicate() takes an environment as a table and as pairs", () => {
  const script = 'provider = "custom_script"\ncmd = "x"\n';
  const env = { A: "1", _b2: "two\nlines" };
  expect(predicateOf(`${script}env = { A = "1", _b2 = "two\\nlines" }`)?.check).toMatchObject({
    env,
  });
  expect(predicateOf(`${script}env = [["A", "1"], ["_b2", "two\\nlines"]]`)?.check).toMatchObject({
    env,
  });
});

test.each([
  ["no cmd", "", '2:1 missing-key custom_script predicate "p" requires a non-empty string "cmd"'],
  [
    "an empty cmd",
    'cmd = ""',
    '5:7 invalid-value custom_script predicate "p" requires a non-empty string "cmd"',
  ],
  ["a line break in cmd", 'cmd = "a\\nb"', "hidden-character"],
  [
    "a NUL in args",
    'cmd = "a"\nargs = ["\\u0000"]',
    '6:9 hidden-character custom_script predicate "p" "args"',
  ],
  ["a cmd outside", 'cmd = "a/../../b"', "path-outside"],
  ["args as text", 'cmd = "a"\nargs = "x"', '"args" must be an array of strings (got "x")'],
  [
    "a verdict",
    'cmd = "a"\nverdict = "jsonn"',
    'custom_script predicate "p" has unknown verdict "jsonn" (known: "exit_zero", "exit_code", "json", "match_count") | Did you mean "json"?',
  ],
  [
    "exit_code without codes",
    'cmd = "a"\nverdict = "exit_code"',
    'with verdict "exit_code" requires a non-empty integer array "pass_codes"',
  ],
  [
    "exit_code with no code",
    'cmd = "a"\nverdict = "exit_code"\npass_codes = []',
    '"pass_codes" must be a non-empty integer array',
  ],
  [
    "json without path",
    'cmd = "a"\nverdict = "json"\npass_when = "> 1"',
    'with verdict "json" requires a non-empty string "path"',
  ],
  [
    "json without pass_when",
    'cmd = "a"\nverdict = "json"\npath = "$"',
    'with verdict "json" requires a non-empty string "pass_when"',
  ],
  [
    "a comparison",
    'cmd = "a"\nverdict = "json"\npath = "$"\npass_when = "about 5"',
    'custom_script predicate "p" "pass_when" must be "<op> <number>" (op one of == != < <= > >=), got "about 5"',
  ],
  [
    "a lookahead",
    "cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = 'a(?!b)'",
    "8:15 unsupported-regex",
  ],
  [
    "a lookbehind",
    "cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = '(?<=b)a'",
    "a lookaround",
  ],
  [
    "a backreference",
    "cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = '(a)[\\]\\1]\\1'",
    "a backreference",
  ],
  [
    "an atomic group",
    "cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = '(?>a)'",
    "an atomic group",
  ],
  [
    "a possessive quantifier",
    "cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = 'a*+'",
    "a possessive quantifier",
  ],
  [
    "a long regex",
    `cmd = 'a'\nverdict = 'match_count'\npass_when = '> 1'\nmatch_regex = '${"a".repeat(1001)}'`,
    "too-long",
  ],
  ["a variable of the runner", 'cmd = "a"\nenv = { GITHUB_TOKEN = "x" }', "6:24 reserved-name"],
  ["a bad variable name", 'cmd = "a"\nenv = { "A=B" = "x" }', "invalid-name"],
  ["a number in env", 'cmd = "a"\nenv = { A = 1 }', '"env" must be a table of strings (got 1)'],
  [
    "an environment twice",
    'cmd = "a"\nenv = [["A", "1"], ["A", "2"]]',
    "must name everything once",
  ],
  [
    "an environment of words",
    'cmd = "a"\nenv = ["A=1"]',
    '"env" must be a table of strings (got an array)',
  ],
  ["a timeout of a week", 'cmd = "a"\ntimeout_ms = 604800000', "must be at most 86400000"],
  [
    "guard and acceptance",
    'cmd = "a"\nguard = true\nacceptance = true',
    'predicate "p" may not be both a guard and an acceptance predicate',
  ],
  ["a number as guard", 'cmd = "a"\nguard = 1', 'predicate "p" "guard" must be a boolean'],
  ["an empty group", 'cmd = "a"\ngroup = ""', 'predicate "p" "group" must be a non-empty string'],
])("readPredicate() refuses a script with %s", (_name, lines, expected) => {
  const text = `id = "g"\n[[predicate]]\nid = "p"\nprovider = "custom_script"\n${lines}`;
  expect(load(text).kind).toBe("refused");
  expect(told(text).join("\n")).toContain(expected);
  expect(told(text)).toHaveLength(1);
});

test("readPredicate() lets a regex be that only looks as if", () => {
  const regex = String.raw`[\1(?=]\(?=\\\++[]*+]`;
  const check = predicateOf(
    `provider = "custom_script"\ncmd = "a"\nverdict = "match_count"\npass_when = "> 1"\nmatch_regex = '${regex}'`,
  )?.check;
  expect(check).toMatchObject({ verdict: { regex } });
});

test.each([
  [
    "no url",
    "",
    'predicate "p" is missing required key "url" (a live predicate needs a url to probe)',
  ],
  ["a file", 'url = "file:///etc/passwd"', "invalid-url"],
  ["a password", 'url = "https://u:p@e.org"', "url-credentials"],
  ["a user", 'url = "https://u@e.org"', "url-credentials"],
  ["white space", 'url = "https://e.org/a b"', "invalid-url"],
  ["a backslash", 'url = "https:\\\\\\\\e.org"', "invalid-url"],
  ["a tab", 'url = "https://e.o\\trg"', "hidden-character"],
  ["a method", 'url = "http://e.org"\nmethod = "TRACE"', '"method" must be one of'],
  [
    "a status",
    'url = "http://e.org"\nexpect_status = 600',
    "must be a status code from 100 to 599",
  ],
  ["an empty body", 'url = "http://e.org"\nexpect_body = ""', "contradiction"],
  [
    "a body match",
    'url = "http://e.org"\nbody_match = "regex"',
    '"body_match" must be "contains" or "exact"',
  ],
  ["no sample", 'url = "http://e.org"\nsamples = 0', '"samples" must be a positive integer'],
  [
    "a header with a line break",
    'url = "http://e.org"\nheaders = { A = "x\\r\\nB: y" }',
    "hidden-character",
  ],
  [
    "a body that is not sent",
    'url = "http://e.org"\nmethod = "get"\nbody = "x"',
    '"body" does not go with the method of the request',
  ],
  ["too many redirects", 'url = "http://e.org"\nredirects = 11', "an integer from 0 to 10"],
  ["a port in a host", 'url = "http://e.org"\nallow_hosts = ["a:80"]', "must name hosts without"],
  ["a host of all", 'url = "http://e.org"\nallow_hosts = ["*"]', "must name hosts without"],
  ["a header name", 'url = "http://e.org"\nheaders = { "A: b" = "x" }', "invalid-name"],
])("readPredicate() refuses a probe with %s", (_name, lines, expected) => {
  const text = `id = "g"\n[[predicate]]\nid = "p"\nprovider = "http_probe"\n${lines}`;
  expect(load(text).kind).toBe("refused");
  expect(told(text).join("\n")).toContain(expected);
});

test.each([
  ["landed", "unknown-provider"],
  ["scope_guard", "unknown-provider"],
  ["constructor", "unknown-provider"],
])("readPredicate() refuses the provider %s", (provider, code) => {
  expect(
    load(`id = "g"\n[[predicate]]\nid = "p"\nprovider = "${provider}"\nx = 1`).issues,
  ).toMatchObject([{ severity: "error", code, line: 4, column: 12 }]);
});

test("readPredicate() says which providers there are", () => {
  const [issue] = told('id = "g"\n[[predicate]]\nid = "p"\nprovider = "htp_probe"');
  expect(issue).toContain(
    'predicate "p" has unknown provider "htp_probe" (known: "browser", "cli"',
  );
  expect(issue).toContain('| Did you mean "http_probe"?');
});

test.each([
  "swift_test",
  "oss_hygiene",
  "scenario",
  "spec_coverage",
  "render_proof",
  "visual_judge",
  "plan_expanded",
])("readPredicate() loads a %s with any keys and says what to use instead", (provider) => {
  const lines = `provider = "${provider}"\nspec = "a.feature"\nsteps = 1\nanything = {}`;
  const check = predicateOf(lines)?.check;
  expect(check).toMatchObject({ provider: "not_built", named: provider });
  const instead = check?.provider === "not_built" ? check.instead : "";
  expect(instead).toMatch(/^(?:Use|Leave) .+\.$/);
  expect(told(`id = "g"\n[[predicate]]\nid = "p"\n${lines}`)).toEqual([
    `4:12 not-built predicate "p" has provider "${provider}", which is not built here and never passes | ${instead}`,
  ]);
});

test("readPredicate() reads what every predicate may say", () => {
  const script = 'provider = "custom_script"\ncmd = "../x"\n';
  expect(
    predicateOf(`${script}acceptance = true\noptional = true\ncwd = "./a//b/"\ntimeout_ms = 3`),
  ).toMatchObject({ acceptance: true, optional: true, cwd: "a/b", timeoutMs: 3 });
  const plain = predicateOf('provider = "custom_script"\ncmd = "x"\noptional = false\ncwd = "."');
  expect(Object.keys(plain ?? {})).toEqual(["id", "guard", "heldOut", "timeoutMs", "check"]);
});

test("readPredicate() refuses a program outside wherever it is named", () => {
  const lines = 'provider = "ratchet"\nbaseline = 1\ndirection = "lower_better"\ncwd = "a"\n';
  const inside = `${lines}metric = { cmd = "../x" }`;
  const outside = `${lines}metric = { cmd = "../../x" }`;
  expect(predicateOf(inside)?.check).toMatchObject({ metric: { command: "../x" } });
  expect(told(`id = "g"\n[[predicate]]\nid = "p"\n${outside}`)).toEqual([
    '8:18 path-outside predicate "p" "metric.cmd" must not leave the repository (got "../../x") | Commit the script, or name a program that is on the PATH.',
  ]);
});

test.each(["https://user:hunter2@e.org", "ftp://user:hunter2@e.org"])(
  "readPredicate() does not repeat the password of %s",
  (url) => {
    const text = `id = "g"\n[[predicate]]\nid = "p"\nprovider = "http_probe"\nurl = "${url}"`;
    expect(load(text).kind).toBe("refused");
    expect(told(text).join("\n")).not.toContain("hunter2");
  },
);
