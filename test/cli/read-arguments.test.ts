import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arguments, readArguments } from "../../src/cli/read-arguments.ts";
import { VERBS } from "../../src/cli/verbs.ts";

function verb(name: string, more: Partial<Extract<Arguments, { kind: "verb" }>> = {}): Arguments {
  return { kind: "verb", verb: name, operands: [], values: {}, flags: new Set(), ...more };
}

describe("readArguments() understands", () => {
  test.each<[string, Arguments]>([
    ["", verb("help")],
    ["help", verb("help")],
    ["help apply", verb("help", { operands: ["apply"] })],
    ["--help", verb("help")],
    ["-h", verb("help")],
    ["apply --help", verb("help", { operands: ["apply"] })],
    ["lint -h a.toml", verb("help", { operands: ["lint"] })],
    ["--version", verb("version")],
    ["-v", verb("version")],
    ["version --json", verb("version", { flags: new Set(["json"]) })],
    ["apply a.toml", verb("apply", { operands: ["a.toml"] })],
    [
      "apply a.toml --workspace w --harness claude --model=m --json --stream",
      verb("apply", {
        operands: ["a.toml"],
        values: { workspace: "w", harness: "claude", model: "m" },
        flags: new Set(["json", "stream"]),
      }),
    ],
    [
      "apply --check --in-place --standing a.toml",
      verb("apply", { operands: ["a.toml"], flags: new Set(["check", "in-place", "standing"]) }),
    ],
    ["apply -- --odd.toml", verb("apply", { operands: ["--odd.toml"] })],
    ["lint", verb("lint")],
    ["lint a.toml b.toml", verb("lint", { operands: ["a.toml", "b.toml"] })],
    [
      "lint --strict --format github a.toml",
      verb("lint", {
        operands: ["a.toml"],
        values: { format: "github" },
        flags: new Set(["strict"]),
      }),
    ],
    ["schema budget --json", verb("schema", { operands: ["budget"], flags: new Set(["json"]) })],
    ["status", verb("status")],
    [
      "status goal --workspace w",
      verb("status", { operands: ["goal"], values: { workspace: "w" } }),
    ],
    ["ledger show goal", verb("ledger", { operands: ["show", "goal"] })],
    ["ledger verify", verb("ledger", { operands: ["verify"] })],
  ])("kazi %s", (line, expected) => {
    expect(readArguments(line.split(" ").filter((word) => word !== ""))).toEqual(expected);
  });
});

describe("readArguments() says what is wrong with", () => {
  test.each<[readonly string[], string]>([
    [
      ["aply"],
      'unknown verb "aply"; expected one of apply, lint, schema, status, ledger, version, help',
    ],
    [["constructor"], 'unknown verb "constructor"'],
    [["__proto__"], 'unknown verb "__proto__"'],
    [["--json"], 'unknown verb "--json"'],
    [["apply"], "apply was given 0 operands; expected: kazi apply <goal-file> [options]"],
    [["apply", "a", "b"], "apply was given 2 operands"],
    [["schema", "budget", "scope"], "schema was given 2 operands"],
    [["ledger"], "ledger was given 0 operands"],
    [["version", "x"], "version was given 1 operand"],
    [["apply", "a", "--nope"], "Unknown option '--nope'"],
    [["apply", "a", "--__proto__"], "Unknown option '--__proto__'"],
    [["lint", "a", "--workspace", "w"], "Unknown option '--workspace'"],
    [["apply", "a", "-x"], "Unknown option '-x'"],
    [["apply", "a", "--model"], "Option '--model <value>' argument missing"],
    [["apply", "a", "--model", "--json"], "Option '--model' argument is ambiguous"],
    [["apply", "a", "--json=yes"], "Option '--json' does not take an argument"],
    [["apply", "a", "--model", ""], "--model is empty"],
    [["apply", "a", "--workspace", "  "], "--workspace is empty"],
    [["apply", "a", "--stream"], "--stream was given without --json"],
  ])("%j", (argv, message) => {
    expect(readArguments(argv)).toEqual({
      kind: "misused",
      message: expect.stringContaining(message),
    });
  });
});

test("readArguments() names how the verb is used", () => {
  for (const it of VERBS) {
    const read = readArguments([it.name, "--surely-not-an-option"]);
    expect(read).toMatchObject({ message: expect.stringContaining(`expected: kazi ${it.usage}`) });
  }
});

test("readArguments() answers whatever stands on a command line, and only with what it knows", () => {
  const known = VERBS.flatMap((it) => [it.name, ...it.options.map((option) => `--${option.name}`)]);
  const word = fc.oneof(fc.constantFrom(...known, "--", "-", "=", "--json=", ""), fc.string());
  const options = new Set(VERBS.flatMap((it) => it.options.map((option) => option.name)));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      const read = readArguments(argv);
      const named = read.kind === "misused" ? [] : [...Object.keys(read.values), ...read.flags];
      expect(named.filter((name) => !options.has(name))).toEqual([]);
    }),
  );
});
