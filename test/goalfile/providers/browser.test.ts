import { expect, test } from "vitest";
import { isRefused, predicateOf, toldOf } from "../given-predicate.ts";

const PAGE = 'provider = "browser"\nurl = "https://e.org/a"\n';
const SEEN = 'assertions = [{ type = "visible", selector = "h1" }]';

test("readPredicate() reads a journey and its defaults", () => {
  expect(predicateOf(`${PAGE}${SEEN}`)).toEqual({
    id: "p",
    guard: false,
    heldOut: false,
    timeoutMs: 600_000,
    check: {
      provider: "browser",
      url: "https://e.org/a",
      steps: [],
      assertions: [{ type: "visible", selector: "h1" }],
      viewports: [],
      samples: 3,
      intervalMs: 1_000,
      operationTimeoutMs: 30_000,
      screenshot: false,
      allowHosts: [],
    },
  });
});

test("readPredicate() reads every key of a journey", () => {
  const text = `${PAGE}
timeout_ms = 5000
samples = 1
interval_ms = 0
screenshot = "shots/end.png"
viewport = ["mobile", { width = 768, height = 1024 }, "tablet", "desktop"]
allow_hosts = ["Staging.Internal"]
steps = [
  { action = "click", selector = "a" },
  { action = "fill", selector = "input", value = "" },
  { action = "press", key = "Enter" },
  { action = "press", selector = "input", key = "Tab" },
  { action = "wait_for", selector = "h2" },
  { action = "goto", url = "/b?c" },
  { action = "goto", url = "http://localhost:3000/" },
]`;
  const predicate = predicateOf(text);
  expect(predicate?.timeoutMs).toBe(600_000);
  expect(predicate?.check).toEqual({
    provider: "browser",
    url: "https://e.org/a",
    steps: [
      { action: "click", selector: "a" },
      { action: "fill", selector: "input", value: "" },
      { action: "press", key: "Enter" },
      { action: "press", selector: "input", key: "Tab" },
      { action: "wait_for", selector: "h2" },
      { action: "goto", url: "https://e.org/b?c" },
      { action: "goto", url: "http://localhost:3000/" },
    ],
    assertions: [],
    viewports: [
      { name: "mobile", width: 390, height: 844 },
      { name: "768x1024", width: 768, height: 1024 },
      { name: "tablet", width: 820, height: 1180 },
      { name: "desktop", width: 1440, height: 900 },
    ],
    samples: 1,
    intervalMs: 0,
    operationTimeoutMs: 5_000,
    screenshot: true,
    allowHosts: ["localhost", "staging.internal"],
  });
});

test("readPredicate() bounds all journeys together by the default of the file", () => {
  const predicate = predicateOf(`${PAGE}${SEEN}\ntimeout_ms = 5`, "defaults.timeout_ms = 70000");
  expect(predicate).toMatchObject({ timeoutMs: 70_000, check: { operationTimeoutMs: 5 } });
});

test.each([
  ['type = "hidden", selector = "a"', { type: "hidden", selector: "a" }],
  [
    'type = "text", selector = "a", contains = "b"',
    { type: "text", selector: "a", match: "contains", expected: "b" },
  ],
  [
    'type = "text", selector = "a", exact = ""',
    { type: "text", selector: "a", match: "exact", expected: "" },
  ],
  ['type = "url", contains = "/b"', { type: "url", match: "contains", expected: "/b" }],
  ['type = "console_clean"', { type: "console_clean", network: false }],
  ['type = "console_clean", network = true', { type: "console_clean", network: true }],
  ['type = "download", filename_pattern = "a.*"', { type: "download", filenamePattern: "a.*" }],
  [
    'type = "download", filename_pattern = "a", trigger_selector = "b", timeout_ms = 9',
    { type: "download", filenamePattern: "a", triggerSelector: "b", timeoutMs: 9 },
  ],
  [
    'type = "attr", selector = "a", name = "href", expected = "/"',
    { type: "attr", selector: "a", name: "href", expected: "/" },
  ],
  [
    'type = "attr", selector = "a", name = "disabled"',
    { type: "attr", selector: "a", name: "disabled", expected: null },
  ],
  ['type = "count", selector = "a", expected = 0', { type: "count", selector: "a", expected: 0 }],
  ['type = "enabled", selector = "a"', { type: "enabled", selector: "a", expected: true }],
  [
    'type = "field_value", selector = "a", expected = "b"',
    { type: "field_value", selector: "a", expected: "b" },
  ],
  [
    'type = "form_validation", submit_selector = "a"',
    { type: "form_validation", invalid: [], valid: [], submitSelector: "a" },
  ],
  [
    'type = "form_validation", invalid = [{ selector = "a", value = "b" }], valid = [{ selector = "a", value = "c" }], error_selector = "d", error_text = "e", success_selector = "f", success_url = "g"',
    {
      type: "form_validation",
      invalid: [{ selector: "a", value: "b" }],
      valid: [{ selector: "a", value: "c" }],
      errorSelector: "d",
      errorText: "e",
      successSelector: "f",
      successUrl: "g",
    },
  ],
  ['type = "a11y"', { type: "a11y", severity: "serious", violationsMax: 0 }],
  [
    'type = "a11y", severity = "minor", max_violations = 2',
    { type: "a11y", severity: "minor", violationsMax: 2 },
  ],
  [
    'type = "visual", name = "home"',
    { type: "visual", name: "home", threshold: 0.01, baseline: ".kazi/visual-baselines/home.png" },
  ],
  [
    'type = "visual", name = "home", selector = "main", threshold = 0',
    {
      type: "visual",
      name: "home",
      selector: "main",
      threshold: 0,
      baseline: ".kazi/visual-baselines/home.png",
    },
  ],
])("readPredicate() reads the assertion %s", (lines, assertion) => {
  const text = `${PAGE}assertions = [{ ${lines} }]`;
  expect(toldOf(text)).toEqual([]);
  expect(predicateOf(text)?.check).toMatchObject({ assertions: [assertion] });
});

test.each([
  [
    "no url",
    `provider = "browser"\n${SEEN}`,
    'missing-key browser predicate "p" is missing required key "url"',
  ],
  [
    "no steps and no assertions: every page would do",
    PAGE,
    'contradiction browser predicate "p" has neither steps nor assertions',
  ],
  [
    "an unknown assertion",
    `${PAGE}assertions = [{ type = "visable", selector = "a" }]`,
    'invalid-value browser predicate "p" has an assertion with unknown type "visable" (valid: visible, hidden, text,',
  ],
  [
    "an assertion without type",
    `${PAGE}assertions = [{ selector = "a" }]`,
    'missing-key browser predicate "p" has an assertion with no "type"',
  ],
  [
    "an assertion that is a text",
    `${PAGE}assertions = ["visible"]`,
    'browser predicate "p" "assertions" must be an array of tables',
  ],
  [
    "an assertion without selector",
    `${PAGE}assertions = [{ type = "hidden" }]`,
    'requires a non-empty string "selector" in its steps and assertions',
  ],
  [
    "a text assertion that no text can break",
    `${PAGE}assertions = [{ type = "text", selector = "a" }]`,
    'has an assertion on a text with neither "exact" nor "contains"',
  ],
  [
    "a text that every text contains",
    `${PAGE}assertions = [{ type = "url", contains = "" }]`,
    'has an assertion with an empty "contains": every text contains it',
  ],
  [
    "a text in two ways",
    `${PAGE}assertions = [{ type = "url", contains = "a", exact = "b" }]`,
    'with both "exact" and "contains"',
  ],
  [
    "a form that shows nothing",
    `${PAGE}assertions = [{ type = "form_validation", error_text = "a" }]`,
    'with none of "error_selector", "submit_selector", "success_selector" and "success_url"',
  ],
  [
    "a form that leads anywhere",
    `${PAGE}assertions = [{ type = "form_validation", success_url = "" }]`,
    "must hold non-empty strings",
  ],
  [
    "less than no element",
    `${PAGE}assertions = [{ type = "count", selector = "a", expected = -1 }]`,
    'requires a non-negative integer "expected"',
  ],
  [
    "an attribute without name",
    `${PAGE}assertions = [{ type = "attr", selector = "a" }]`,
    'requires a non-empty string "name"',
  ],
  [
    "an unknown severity",
    `${PAGE}assertions = [{ type = "a11y", severity = "severe" }]`,
    '"severity" "severe" (known: minor, moderate, serious, critical)',
  ],
  ["a picture outside", `${PAGE}assertions = [{ type = "visual", name = "../a" }]`, "path-outside"],
  [
    "a picture that may differ wholly",
    `${PAGE}assertions = [{ type = "visual", name = "a", threshold = 1.5 }]`,
    '"threshold" is not a number in 0..1',
  ],
  [
    "an unknown step",
    `${PAGE}steps = [{ action = "clik", selector = "a" }]`,
    'browser predicate "p" has a step with unknown action "clik" (valid: click, fill, press, wait_for, goto) | Did you mean "click"?',
  ],
  [
    "a step without action",
    `${PAGE}steps = [{ selector = "a" }]`,
    'browser predicate "p" has a step with no "action"',
  ],
  [
    "a fill of nothing",
    `${PAGE}steps = [{ action = "fill", selector = "a" }]`,
    'has a fill step that requires a string "value"',
  ],
  [
    "a step to a file",
    `${PAGE}steps = [{ action = "goto", url = "file:///etc/passwd" }]`,
    "invalid-url",
  ],
  [
    "a step to another site in disguise",
    `${PAGE}steps = [{ action = "goto", url = "//example.net/" }]`,
    "invalid-url",
  ],
  [
    "a password in a step",
    `${PAGE}steps = [{ action = "goto", url = "https://a:b@example.net/" }]`,
    "url-credentials",
  ],
  [
    "an unknown size",
    `${PAGE}${SEEN}\nviewport = "phone"`,
    'browser predicate "p" "viewport" must be "mobile", "tablet", "desktop"',
  ],
  [
    "no sample",
    `${PAGE}${SEEN}\nsamples = 0`,
    'browser predicate "p" "samples" must be a positive integer (got 0)',
  ],
])("readPredicate() refuses a journey with %s", (_name, lines, expected) => {
  expect(isRefused(lines)).toBe(true);
  expect(toldOf(lines).join("\n")).toContain(expected);
  expect(toldOf(lines)).toHaveLength(1);
});

test("readPredicate() says that another runner is not started", () => {
  expect(toldOf(`${PAGE}${SEEN}\ncmd = "../node"\nargs = ["runner.js"]`)).toEqual([
    'not-enforced predicate "p" "cmd" is read, and not acted on: kazi brings its own runner | Remove it.',
    'not-enforced predicate "p" "args" is read, and not acted on: kazi brings its own runner | Remove it.',
  ]);
});
