import { expect, test } from "vitest";
import { isRefused, toldOf } from "./given-predicate.ts";

test.each([
  [
    "a key of another provider",
    'provider = "test_runner"\ncmd = "x"\nverdict = "json"',
    ['unknown-key predicate "p" has unknown config key "verdict", which nothing reads'],
  ],
  [
    "a misspelt key",
    'provider = "http_probe"\nurl = "https://e.org"\nsample = 5',
    [
      'unknown-key predicate "p" has unknown config key "sample", which nothing reads | Did you mean "samples"?',
    ],
  ],
  [
    "a misspelt key of a table",
    'provider = "ratchet"\nbaseline = 1\ndirection = "lower_better"\nmetric = { cmd = "x", arg = ["a"] }',
    [
      'unknown-key predicate "p" has unknown config key "arg", which nothing reads | Did you mean "args"?',
    ],
  ],
  [
    "a misspelt key in a list of tables of several kinds",
    'provider = "browser"\nurl = "https://e.org"\nassertions = [{ type = "a11y", max_violation = 3 }]',
    [
      'unknown-key predicate "p" has unknown config key "max_violation", which nothing reads | Did you mean "max_violations"?',
    ],
  ],
  [
    "a misspelt key in a call",
    'provider = "cli"\ncmd = "x"\nscript = [{ arg = ["a"] }]',
    [
      'unknown-key predicate "p" has unknown config key "arg", which nothing reads | Did you mean "args"?',
    ],
  ],
  ["names of variables", 'provider = "cli"\ncmd = "x"\nenv = { ANY = "1" }', []],
  [
    "the words of people",
    'provider = "cli"\ncmd = "x"\nfeature = "a"\nscenario = 1\nsteps = []\nrole = "r"\npriority = 1\ninterface = "i"',
    [],
  ],
])("readPredicate() warns of %s and loads", (_name, text, told) => {
  expect(isRefused(text)).toBe(false);
  expect(toldOf(text)).toEqual(told);
});
