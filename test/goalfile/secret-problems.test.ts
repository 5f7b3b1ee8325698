import { expect, test } from "vitest";
import { isRefused, predicateOf, toldOf } from "./given-predicate.ts";

const PROBE = 'provider = "http_probe"\nurl = "https://e.org"\n';

test.each([
  ["custom_script", 'cmd = "x"'],
  ["test_runner", 'cmd = "x"'],
  ["prod_log", 'cmd = "x"'],
  ["static", 'cmd = "x"'],
  ["ratchet", 'metric = { cmd = "x" }\nbaseline = 1\ndirection = "lower_better"'],
  ["coverage", 'patch = { cmd = "x" }\ntarget = 1'],
  ["property", ""],
  ["mutation", 'cmd = "x"\nthreshold = 0.5\nscore_path = "$"'],
  ["cve", ""],
  ["cli", 'cmd = "x"'],
  ["no_stubs", ""],
  ["docs_updated", ""],
])("readPredicate() lets no candidate of %s read a secret", (provider, lines) => {
  const text = `provider = "${provider}"\n${lines}\nsecrets = ["TOKEN"]`;
  expect(isRefused(text)).toBe(true);
  expect(toldOf(text)).toEqual([
    `secret-in-reach predicate "p" "secrets" must be left out: ${provider} runs code of the candidate, which could read them | Only http_probe, metrics and browser may name secrets.`,
  ]);
});

test("readPredicate() lets no candidate of gherkin read a secret", () => {
  const text = 'provider = "gherkin"\nfeature = "a.feature"\nsecrets = ["TOKEN"]';
  expect(toldOf(text).join("\n")).toContain("gherkin runs code of the candidate");
});

test("readPredicate() keeps the names of the secrets that a question uses", () => {
  const text = `${PROBE}secrets = ["TOKEN"]\nheaders = { Authorization = "Bearer \${secrets.TOKEN}" }`;
  expect(predicateOf(text)).toMatchObject({ secrets: ["TOKEN"] });
  expect(predicateOf(`${PROBE}secrets = []`)).not.toHaveProperty("secrets");
});

test.each([
  [
    "a header",
    `${PROBE}secrets = ["TOKEN"]\nheaders = { A = "\${secrets.TOKN}" }`,
    "TOKN",
    "TOKEN",
  ],
  ["a header in a list", `${PROBE}headers = [["A", "\${secrets.B}"]]`, "B", undefined],
  [
    "a step",
    'provider = "browser"\nurl = "https://e.org"\nsteps = [{ action = "fill", selector = "a", value = "${secrets.B}" }]',
    "B",
    undefined,
  ],
])("readPredicate() refuses a secret in %s that is not named", (_name, text, name, meant) => {
  const told = toldOf(text);
  const suggestion =
    meant === undefined ? `Add it: secrets = ["${name}"].` : `Did you mean "${meant}"?`;
  expect(told).toEqual([
    `unnamed-secret predicate "p" uses \${secrets.${name}}, which its "secrets" do not name | ${suggestion}`,
  ]);
});

const PAGE = 'provider = "browser"\nurl = "https://e.org"\nsecrets = ["B"]\n';
const B = "${secrets.B}";

test.each([
  ["url", `provider = "http_probe"\nurl = "https://e.org/?key=${B}"\nsecrets = ["B"]`],
  ["body", `${PROBE}body = "${B}"\nmethod = "POST"\nsecrets = ["B"]`],
  [
    "query_url",
    `provider = "metrics"\nquery_url = "https://e.org/${B}"\nquery = "up"\npass_when = ">= 1"`,
  ],
  ["steps.0.url", `${PAGE}steps = [{ action = "goto", url = "/?${B}" }]`],
  ["steps.0.key", `${PAGE}steps = [{ action = "press", key = "${B}" }]`],
  ["steps.0.selector", `${PAGE}steps = [{ action = "fill", selector = "${B}", value = "a" }]`],
  ["assertions.0.contains", `${PAGE}assertions = [{ type = "url", contains = "${B}" }]`],
  [
    "assertions.0.invalid.0.selector",
    `${PAGE}assertions = [{ type = "form_validation", invalid = [{ selector = "${B}", value = "a" }], error_selector = "p" }]`,
  ],
  ["env.KEY", `provider = "custom_script"\ncmd = "x"\nenv = { KEY = "${B}" }`],
])("readPredicate() lets no placeholder of a secret be sent as it is written: %s", (key, text) => {
  const [told, ...rest] = toldOf(text).filter((it) => it.includes("secret"));
  expect(rest).toEqual([]);
  expect(told).toContain(`misplaced-secret predicate "p" "${key}" holds \${secrets.B}, where`);
});

test("readPredicate() takes secrets where they are put in, and words about them", () => {
  const text = `${PAGE}description = "types ${B}"
steps = [{ action = "fill", selector = "a", value = "x${B}" }]
assertions = [{ type = "form_validation", invalid = [{ selector = "a", value = "${B}" }], error_selector = "p" }]`;
  expect(toldOf(text)).toEqual([]);
});
