import { expect, test } from "vitest";
import { CHECK, goalOf, load, told } from "./goal-text.ts";

const CAPTURE = '[[capture]]\nname = "a"\nlaunch_cmd = "b"\noutput = "c"\n';

test.each([
  ["enforcement = 1", "[enforcement] must be a table (got 1)"],
  ["enforcement.enabled = 1", 'enforcement "enabled" must be a boolean (got 1)'],
  ["enforcement.clean_tree = 1", 'enforcement "clean_tree" must be a boolean (got 1)'],
  ["enforcement.fail_on_skip = 1", 'enforcement "fail_on_skip" must be a boolean (got 1)'],
  ['enforcement.clean_ref = ""', 'enforcement "clean_ref" must be a non-empty string'],
  [
    "enforcement.read_only_paths = [1]",
    'enforcement "read_only_paths" must be a list of strings (got 1)',
  ],
  ["enforcement.guard = {}", "[[enforcement.guard]] must be an array of tables (got a table)"],
  ["enforcement.guard = [1]", "[[enforcement.guard]] must be a table (got 1)"],
  ["enforcement.guard = [{}]", 'enforcement guard is missing a non-empty string "id"'],
  [
    'enforcement.guard = [{ id = "g", metric = { cmd = "x" }, direction = "up" }]',
    'enforcement guard "direction" must be "higher_better" or "lower_better", got "up"',
  ],
  [
    'enforcement.guard = [{ id = "g", metric = { cmd = "x" }, baseline = "" }]',
    'enforcement guard "baseline" must be a number or a non-empty string, got ""',
  ],
  ["enforcement.roles = 1", "[enforcement.roles] must be a table (got 1)"],
  ["enforcement.roles.fixer = 1", "[enforcement.roles.fixer] must be a table (got 1)"],
  [
    "enforcement.roles.fixer.read_only_paths = [1]",
    '[enforcement.roles.fixer] "read_only_paths" must be an array of strings',
  ],
  [
    "enforcement.roles.demonstrator.allowed_write_paths = [1]",
    '[enforcement.roles.demonstrator] "allowed_write_paths" must be an array of strings',
  ],
  ["seal = 1", "[seal] must be a table (got 1)"],
  ["seal.sealed_inputs = 1", 'seal "sealed_inputs" must be a list of strings (got 1)'],
  ["economy = 1", "[economy] must be a table"],
  ["economy.debrief = 1", 'economy "debrief" must be a boolean'],
  ["memory = 1", "[memory] must be a table"],
  ["memory.corpus = 1", 'memory "corpus" must be an array of strings'],
  ["integration = 1", "[integration] must be a table"],
  ["integration.mode = 1", '[integration] "mode" must be a string'],
  ["integration.base = 1", "integration.base must be a string"],
  ["conventions.process_contract = 1", '[conventions] "process_contract" must be a boolean'],
  ["conventions.extra_rules = 1", '[conventions] "extra_rules" must be a list of strings'],
  ["escalation.ladder = []", '[escalation] "ladder" must be a non-empty list of model-id strings'],
  ["escalation.max_rungs = 0", '[escalation] "max_rungs" must be a positive integer'],
  ["metadata = 1", "[metadata] must be a table (got 1)"],
  ["budget = 1", "[budget] must be a table (got 1)"],
  ["scope.repo = 1", "scope.repo must be a string (got 1)"],
  ["scope.write_paths = 1", "scope.write_paths must be an array of strings (got 1)"],
  ["standing = 1", 'goal "standing" must be a boolean (got 1)'],
  ["approval.on_merge = 1", "approval.on_merge must be a boolean (got 1)"],
  ['plan.harness = "x"', 'plan.harness has unknown harness "x"'],
  ['plan.model = "-x"', 'plan.model must not start with "-"'],
  ['gate.on = "some"', 'gate.on must be "own" or "all" (got "some")'],
  ["checkout.depth = 0", "checkout.depth must be a positive integer (got 0)"],
  ['checkout.sparse = ["../x"]', "checkout.sparse must name a path inside the repository"],
  ['checkout.sparse = ["*"]', "checkout.sparse takes files and folders, not wildcards"],
  ["setup.cache = 1", "setup.cache must be a table of key and paths (got 1)"],
  ['setup.cache = { key = [], paths = ["x"] }', "setup.cache.key must name at least one file"],
  ['setup.cache = { key = ["x"], paths = ["/x"] }', "setup.cache.paths must name a path inside"],
  ['deploy = { cmd = "a", workflow = "b.yml" }', 'deploy.workflow cannot stand beside "cmd"'],
  ['deploy = { args = ["a"] }', 'deploy.args needs a "cmd" beside it'],
  ['deploy = { workflow = "../b.yml" }', "deploy.workflow must be the name of a file"],
  ["deploy = { timeout_ms = 0 }", "deploy.timeout_ms must be a positive integer (got 0)"],
  [
    'deploy.environments.live = { url = "ftp://x" }',
    "deploy.environments.live.url must be an http or https address",
  ],
  [
    'deploy.environments.live = { url = "https://a:b@x.org" }',
    "deploy.environments.live.url must not carry a user name or password",
  ],
  ["defaults.timeout_ms = -1", "defaults.timeout_ms must be a positive integer (got -1)"],
  ["capture = 1", "[[capture]] must be an array of tables (got 1)"],
  ["capture = [1]", "[[capture]] #1 must be a table (got 1)"],
  ["capture = [{}]", '[[capture]] #1 is missing required key "name"'],
  ["capture = [{ name = 1 }]", '[[capture]] #1 "name" must be a non-empty string (got 1)'],
])("loadGoal() refuses %s", (line, message) => {
  const issues = told(`id = "g"\n${line}\n${CHECK}`);
  expect(issues.filter((it) => it.includes(message))).toHaveLength(1);
  expect(issues.join("\n")).toMatch(/^2:\d+ /m);
  expect(load(`id = "g"\n${line}\n${CHECK}`).kind).toBe("refused");
});

test.each([
  ["launch_args = 1", '[[capture]] #1 "launch_args" must be a list of strings (got 1)'],
  [
    "post_launch_wait_ms = -1",
    '[[capture]] #1 "post_launch_wait_ms" must be a non-negative integer',
  ],
  ["timeout_ms = 0", '[[capture]] #1 "timeout_ms" must be a positive integer (got 0)'],
  [CAPTURE, '[[capture]] declares a duplicate name "a"'],
])("loadGoal() refuses a capture with %j", (line, message) => {
  expect(told(`id = "g"\n${CHECK}${CAPTURE}${line}`).join("\n")).toContain(message);
});

test("loadGoal() keeps what has no table out of the goal", () => {
  expect(Object.keys(goalOf(`id = "g"\n${CHECK}`)).toSorted()).toEqual([
    "budget",
    "harness",
    "id",
    "integration",
    "mode",
    "predicates",
    "scope",
    "seal",
    "setup",
    "standing",
  ]);
});

test("loadGoal() makes plain data of metadata", () => {
  const goal = goalOf(
    `id = "g"\n${CHECK}[metadata]\nwhen = 2020-01-02\nbig = 99999999999999999999\nno = nan\ntext = "a\\u001b[31mb"\ndepends_on = ["x"]\n[metadata.deep]\nx = [{ y = 1 }]`,
  );
  expect(goal.metadata).toEqual({
    when: "2020-01-02",
    big: "99999999999999999999",
    no: "NaN",
    text: "ab",
    depends_on: ["x"],
    deep: { x: [{ y: 1 }] },
  });
  expect(JSON.parse(JSON.stringify(goal.metadata))).toEqual(goal.metadata);
});

test.each([
  ["[setup]\ncache = { key = ['x'], paths = ['y'], pathes = [] }", "[setup]", "paths"],
  ["[[group]]\nid = 'a'\nneed = []", "[[group]] #1", "needs"],
  ["[deploy.environments.live]\nurll = 'https://x.org'", "[deploy]", "url"],
  ["[enforcement.roles.fixr]", "[enforcement]", "fixer"],
  [
    "[[enforcement.guard]]\nid = 'a'\nmetric = { cmd = 'x' }\nbase_line = 1",
    "[enforcement]",
    "baseline",
  ],
])("loadGoal() warns of an unknown key in %j", (table, owner, meant) => {
  const issues = told(`id = "g"\n${CHECK}${table}`).filter((it) => it.includes("unknown-key"));
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(`${owner} has unknown config key`);
  expect(issues[0]).toContain(`Did you mean "${meant}"?`);
});

test.each([
  ["[enforcement]\nclean_tree = true\nclean_ref = 'HEAD'", []],
  ["[enforcement]\nclean_ref = 'main'", ['enforcement "clean_ref"']],
  ["[approval]\non_merge = true", []],
  ["[approval]\non_merge = false", []],
  ["[gate]\non = 'own'", []],
  ["[gate]\non = 'all'", ['[gate] "on"']],
  ["[deploy]\nworkflow = 'x.yml'", ["[deploy]"]],
  ["[setup]\ncache = { key = ['a'], paths = ['b'] }", ['[setup] "cache"']],
  [
    "[seal]\nenabled = false\n[enforcement]\nread_only_paths = ['x']",
    ['enforcement "read_only_paths"'],
  ],
])("loadGoal() says what of %j does nothing", (table, names) => {
  const issues = told(`id = "g"\n${CHECK}${table}`);
  expect(issues).toHaveLength(names.length);
  names.forEach((name, index) => {
    expect(issues[index]).toContain(`not-enforced ${name} is read, but this version does not act`);
  });
});
