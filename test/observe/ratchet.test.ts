import { describe, expect, test } from "vitest";
import type { Ratchet } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";
import { type GivenLedger, givenLedger } from "./given-ledger.ts";

const RATCHET: Ratchet = {
  provider: "ratchet",
  metric: PROGRAM,
  baseline: { kind: "number", value: 80 },
  direction: "higher_better",
  allowedRegression: 0,
};

const IN_JSON = { metric: { ...PROGRAM, path: "$.total.percent" } };

async function observe(
  world: World,
  change: Partial<Ratchet> = {},
  ledger: GivenLedger = givenLedger(),
): Promise<PredicateResult> {
  const context = givenContext({ ...world, context: { baselines: ledger.baselines } });
  return await evaluate(givenPredicate({ ...RATCHET, ...change }), context);
}

function failing(code: number, rest: World = {}): World {
  return { ending: { kind: "exited", code }, ...rest };
}

describe("evaluate(): ratchet against a number", () => {
  test.each<readonly [string, World, Partial<Ratchet>, string, string]>([
    ["good enough", { stdout: " 80\n" }, {}, "pass", "the metric is 80, expected at least 80"],
    [
      "a query by its matches",
      { stdout: '{"files":[{"n":1},{"n":2}]}' },
      { metric: { ...PROGRAM, path: "$.files[?@.n > 1]" } },
      "fail",
      "; $.files[?@.n > 1] matches 1 places",
    ],
    ["not good enough", { stdout: "79.5" }, {}, "fail", "the metric is 79.5, expected at least 80"],
    ["within what is allowed", { stdout: "78" }, { allowedRegression: 2 }, "pass", "at least 78"],
    ["lower is better", { stdout: "81" }, { direction: "lower_better" }, "fail", "at most 80"],
    ["exponent", { stdout: "+1.2e2" }, {}, "pass", "is 120"],
    ["no digits before the point", { stdout: ".5" }, {}, "fail", "is 0.5"],
    ["in JSON", { stdout: '{"total":{"percent":91.25}}' }, IN_JSON, "pass", "is 91.25"],
    ["a list by its length", { stdout: '{"total":{"percent":[1,2]}}' }, IN_JSON, "fail", "is 2"],
    [
      "noise before JSON",
      { stdout: '> cover\n{"total":{"percent":91}}' },
      IN_JSON,
      "pass",
      "; 1 line before the JSON was left out: print nothing else",
    ],
  ])("%s", async (_case, world, change, status, words) => {
    const result = await observe(world, change);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toContain(words);
    expect(result.baselines).toBeUndefined();
  });

  test.each<readonly [string, World, Partial<Ratchet>, string, boolean]>([
    ["nothing printed", {}, {}, "expected one number and nothing else on standard output", false],
    ["a unit", { stdout: "82%" }, {}, 'nothing else on standard output, found "82%"', false],
    ["two numbers", { stdout: "1 2" }, {}, 'found "1 2"', false],
    ["hexadecimal", { stdout: "0x50" }, {}, 'found "0x50"', false],
    ["not finite", { stdout: "1e999" }, {}, 'found "1e999"', false],
    ["not a number", { stdout: "NaN" }, {}, 'found "NaN"', false],
    [
      "no JSON",
      { stdout: "80 x" },
      IN_JSON,
      'expected one JSON document on standard output, found "80 x"',
      false,
    ],
    ["nothing at the path", { stdout: "{}" }, IN_JSON, "path $.total.percent:", false],
    ["text at the path", { stdout: '{"total":{"percent":"9"}}' }, IN_JSON, "found a string", false],
    ["too much printed", { stdout: "8", omittedBytes: 9 }, {}, "larger than 16777216 bytes", false],
    [
      "a path that is none",
      { stdout: "{}" },
      { metric: { ...PROGRAM, path: "total" } },
      "path",
      true,
    ],
    [
      "a program that is not there",
      { ending: { kind: "not-started", reason: "check: not found" } },
      {},
      "exec failed",
      true,
    ],
  ])("%s is an error", async (_case, world, change, words, permanent) => {
    const result = await observe(world, change);
    expect(result).toMatchObject({ status: "error", permanent });
    expect(result.evidence.message).toContain(words);
  });
});

describe("evaluate(): ratchet whose program fails", () => {
  test("a metric that does not compile is an error that says where", async () => {
    const stderr = "./cover.go:12:3: undefined: total\n";
    const result = await observe(failing(2, { stdout: "99", stderr }));
    expect(result).toMatchObject({
      status: "error",
      permanent: false,
      evidence: {
        message: "check exited with code 2, expected 0 and a number on standard output",
        seen: "exit code 2",
        findings: [{ file: "cover.go", line: 12, column: 3, message: "undefined: total" }],
      },
    });
    expect(result.evidence.excerpt).toContain("undefined: total");
  });

  test("a number printed on the way to a crash is not believed", async () => {
    const crash: World = { ending: { kind: "killed", signal: "SIGSEGV" }, stdout: "99" };
    expect(await observe(crash)).toMatchObject({ status: "error" });
  });
});

describe("evaluate(): ratchet against what was kept", () => {
  const stored: Partial<Ratchet> = { baseline: { kind: "stored" } };

  test("the first number passes and is the baseline", async () => {
    const result = await observe({ stdout: "70" }, stored);
    expect(result).toMatchObject({
      status: "pass",
      baselines: [{ key: "it-holds", value: 70 }],
      evidence: { seen: "70", wanted: "no baseline yet" },
    });
    expect(result.evidence.message).toContain("so it is the baseline from now on");
  });

  test("a regression within the allowance never lowers the baseline", async () => {
    const ledger = givenLedger();
    const allowing = { ...stored, allowedRegression: 2 };
    ledger.keep(await observe({ stdout: "80" }, allowing, ledger));
    for (const stdout of ["78", "78.5", "79"]) {
      expect(ledger.keep(await observe({ stdout }, allowing, ledger)).status).toBe("pass");
    }
    expect(await observe({ stdout: "77.9" }, allowing, ledger)).toMatchObject({ status: "fail" });
    expect(ledger.kept()).toMatchObject([{ value: 80 }]);
  });

  test("where an agent has worked already, the first number is that of the tree before it", async () => {
    const ledger = givenLedger(givenContext({ stdout: "80" }), false);
    expect(await observe({ stdout: "70" }, stored, ledger)).toMatchObject({ status: "fail" });
    expect(ledger.keep(await observe({ stdout: "85" }, stored, ledger)).status).toBe("pass");
    expect(ledger.kept()).toMatchObject([{ value: 85 }]);
  });

  test("an agent cannot say where it started, also where nothing could be measured before it", async () => {
    const ledger = givenLedger(givenContext(failing(1, {})), false);
    const result = await observe({ stdout: "999999" }, stored, ledger);
    expect(result.status).toBe("error");
    expect(result.baselines).toBeUndefined();
  });

  test("a better number is the new baseline, and only when it passes", async () => {
    const ledger = givenLedger();
    for (const stdout of ["80", "85", "84"]) {
      ledger.keep(await observe({ stdout }, stored, ledger));
    }
    expect(ledger.kept()).toMatchObject([{ value: 85 }]);
    const failed = await observe({ stdout: "84" }, stored, ledger);
    expect(failed).toMatchObject({
      status: "fail",
      evidence: { seen: "84", wanted: "at least 85" },
    });
    expect(failed.baselines).toBeUndefined();
  });

  test("what an agent writes into the workspace is no baseline", async () => {
    const ledger = givenLedger();
    ledger.keep(await observe({ stdout: "80" }, stored, ledger));
    const files = { ".kazi/ratchets.json": '{"it-holds": 1}' };
    expect(await observe({ stdout: "70", files }, stored, ledger)).toMatchObject({
      status: "fail",
    });
  });

  test("a fresh machine finds the baseline again", async () => {
    const ledger = givenLedger();
    ledger.keep(await observe({ stdout: "80" }, stored, ledger));
    const elsewhere = givenContext({
      stdout: "79",
      context: { baselines: ledger.baselines, folder: "/another" },
    });
    const predicate = givenPredicate({ ...RATCHET, ...stored });
    expect(await evaluate(predicate, elsewhere)).toMatchObject({ status: "fail" });
  });

  test("a damaged baseline is not seeded again", async () => {
    const ledger = givenLedger();
    const seeded = await observe({ stdout: "80" }, stored, ledger);
    const [baseline] = seeded.baselines ?? [];
    if (baseline === undefined) throw new Error("nothing was proposed");
    ledger.keep({ ...seeded, baselines: [{ key: baseline.key, check: baseline.check }] });
    expect(await observe({ stdout: "1" }, stored, ledger)).toMatchObject({ status: "error" });
  });

  test("another command starts afresh, another allowance does not", async () => {
    const ledger = givenLedger();
    ledger.keep(await observe({ stdout: "80" }, stored, ledger));
    const other = { ...stored, metric: { ...PROGRAM, args: ["--lines"] } };
    expect(await observe({ stdout: "3" }, other, ledger)).toMatchObject({ status: "pass" });
    const allowing = { ...stored, allowedRegression: 1 };
    expect(await observe({ stdout: "3" }, allowing, ledger)).toMatchObject({ status: "fail" });
  });
});

describe("evaluate(): ratchet against a ref", () => {
  const ref: Partial<Ratchet> = { baseline: { kind: "ref", ref: "main" } };

  test("the same program is run where the work started", async () => {
    const ledger = givenLedger(givenContext({ stdout: "75" }));
    expect(await observe({ stdout: "76" }, ref, ledger)).toMatchObject({ status: "pass" });
    expect(await observe({ stdout: "74" }, ref, ledger)).toMatchObject({
      status: "fail",
      evidence: {
        wanted: "at least 75",
        message: expect.stringMatching(
          /; the baseline is what the commit that the work began from \(b{12}\) gives$/,
        ),
      },
    });
    expect(ledger.kept()).toEqual([]);
  });

  test("a ref that an agent could move is an error and says why", async () => {
    expect(await observe({ stdout: "76" }, ref)).toMatchObject({
      status: "error",
      evidence: { message: "there is no baseline: main is not an ancestor" },
    });
  });

  test("a base that cannot be measured is an error and no pass", async () => {
    const ledger = givenLedger(givenContext(failing(1, { stderr: "no dependencies" })));
    const result = await observe({ stdout: "76" }, ref, ledger);
    expect(result).toMatchObject({ status: "error" });
    expect(result.evidence.message).toContain(
      "the commit that the work began from (bbbbbbbbbbbb) could not be measured: check",
    );
    expect(result.evidence.excerpt).toContain("no dependencies");
  });
});
