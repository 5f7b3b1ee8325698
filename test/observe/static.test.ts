import { describe, expect, test } from "vitest";
import type { FindingsFormatName, Static } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";
import { type GivenLedger, givenLedger } from "./given-ledger.ts";

const STATIC: Static = {
  provider: "static",
  ...PROGRAM,
  format: { kind: "tsc" },
  allowedRegression: 0,
  mergeStderr: false,
  errorCodes: [],
};

const STORED: Partial<Static> = { baseline: { kind: "stored" } };
const NONE: readonly string[] = [];

async function observe(
  world: World,
  change: Partial<Static> = {},
  ledger: GivenLedger = givenLedger(),
): Promise<PredicateResult> {
  const context = givenContext({ ...world, context: { baselines: ledger.baselines } });
  return ledger.keep(await evaluate(givenPredicate({ ...STATIC, ...change }), context));
}

function exited(code: number): World {
  return { ending: { kind: "exited", code } };
}

/** An error of tsc for each name; the line moves with the place in the list. */
function tsc(names: readonly string[], code = names.length === 0 ? 0 : 2): World {
  const lines = names.map(
    (name, index) => `src/${name}.ts(${index + 1},1): error TS2304: no ${name}`,
  );
  return { ...exited(code), stdout: `${lines.join("\n")}\n` };
}

function eslint(rules: readonly string[], code = 0): World {
  const messages = rules.map((ruleId) => ({
    ruleId,
    severity: 2,
    message: ruleId,
    line: 1,
    column: 1,
  }));
  return { ...exited(code), stdout: JSON.stringify([{ filePath: "/repository/a.js", messages }]) };
}

function sarif(results: readonly object[]): string {
  return JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "t" } }, results }] });
}

const ESLINT: Partial<Static> = { format: { kind: "eslint" } };

describe("evaluate(): static without a baseline", () => {
  test.each<readonly [string, World, Partial<Static>, string, string]>([
    ["nothing found", tsc(NONE), {}, "pass", "0 findings, expected at most 0"],
    ["something found", tsc(["a"]), {}, "fail", "1 finding, expected at most 0"],
    ["findings with exit 0", tsc(["a", "b"], 0), {}, "fail", "2 findings, expected at most 0"],
    ["nothing found in a document", eslint(NONE), ESLINT, "pass", "0 findings"],
    ["found in a document", eslint(["x"], 1), ESLINT, "fail", "1 finding, expected at most 0"],
    [
      "as many as the number allows",
      tsc(["a", "b"]),
      { baseline: { kind: "number", value: 1 }, allowedRegression: 1 },
      "pass",
      "2 findings, expected at most 2 (baseline 1, allowed regression 1)",
    ],
    [
      "more than the number",
      tsc(["a", "b"]),
      { baseline: { kind: "number", value: 1 } },
      "fail",
      "2 findings, expected at most 1",
    ],
  ])("%s", async (_case, world, change, status, message) => {
    const result = await observe(world, change);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toContain(message);
    expect(result.baselines).toBeUndefined();
  });

  test("every finding is evidence, at most 50, and the total is said", async () => {
    const names = Array.from({ length: 60 }, (_, index) => `f${String.fromCodePoint(97 + index)}`);
    const { evidence } = await observe(tsc(names));
    expect(evidence.findings).toHaveLength(50);
    expect(evidence.findings[0]).toEqual({
      file: "src/fa.ts",
      line: 1,
      column: 1,
      rule: "TS2304",
      level: "error",
      message: "no fa",
    });
    expect(evidence.message).toBe("60 findings, expected at most 0");
  });

  test("fewer findings are progress", async () => {
    const many = await observe(tsc(["a", "b", "c"]));
    const few = await observe(tsc(["a"]));
    expect(few.score).toBeGreaterThan(many.score ?? 1);
  });
});

describe("evaluate(): static, an analyzer that crashed", () => {
  const garbage = "Segmentation fault\n";
  test.each<readonly [string, FindingsFormatName, World]>([
    ["garbage of dialyzer", "dialyzer", { ...exited(1), stdout: garbage }],
    ["garbage of tsc", "tsc", { ...exited(134), stdout: garbage }],
    [
      "tsc without its project",
      "tsc",
      { ...exited(1), stdout: "error TS5058: The specified path does not exist: 'a.json'." },
    ],
    ["garbage of mypy", "mypy", { ...exited(2), stdout: "mypy: can't read file 'a.py'" }],
    ["nothing where a document is expected", "sarif", exited(0)],
    ["garbage where a document is expected", "sarif", { ...exited(0), stdout: garbage }],
    ["another document", "sarif", { ...exited(0), stdout: '{"version":"2.1.0"}' }],
    ["half a document", "eslint", { ...exited(0), stdout: '[{"filePath":"a.js","messages":[' }],
    ["no XML", "checkstyle", { ...exited(0), stdout: garbage }],
    ["a document without findings and exit 1", "eslint", eslint(NONE, 1)],
    ["an empty list and exit 1", "eslint", { ...exited(1), stdout: "[]" }],
    ["an empty document and exit 1", "checkstyle", { ...exited(1), stdout: "<checkstyle/>" }],
    ["SARIF without results and exit 1", "sarif", { ...exited(1), stdout: sarif([]) }],
    [
      "SARIF with nothing but what holds, and exit 1",
      "sarif",
      { ...exited(1), stdout: sarif([{ kind: "pass" }, { baselineState: "absent" }]) },
    ],
    ["a kill", "tsc", { ...tsc(["a"]), ending: { kind: "killed", signal: "SIGKILL" } }],
    ["a shell that found no program", "tsc", exited(127)],
    ["a timeout", "tsc", { ending: { kind: "timed-out", afterMs: 1 } }],
  ])("%s is an error and no pass", async (_case, kind, world) => {
    const result = await observe(world, { format: { kind } });
    expect(result).toMatchObject({ status: "error", permanent: false });
  });

  test("a problem matcher that matches nothing of a failing program is an error", async () => {
    const patterns = [{ regexp: "^(.+):(\\d+) (.+)$", file: 1, line: 2, message: 3, loop: false }];
    const format = { kind: "problem_matcher", patterns } as const;
    expect(await observe({ ...exited(1), stdout: garbage }, { format })).toMatchObject({
      status: "error",
      evidence: { message: expect.stringMatching(/exited with code 1 and reported no finding/) },
    });
    expect(await observe({ ...exited(1), stdout: "a.c:3 no\n" }, { format })).toMatchObject({
      status: "fail",
      evidence: { findings: [{ file: "a.c", line: 3, message: "no" }] },
    });
  });

  test.each<readonly [string, object]>([
    ["suppressed", { suppressions: [{ kind: "inSource" }] }],
    ["known", { baselineState: "unchanged" }],
  ])("what is %s in SARIF may be why a tool exits with 1", async (_case, result) => {
    const world = { ...exited(1), stdout: sarif([{ message: { text: "m" }, ...result }]) };
    expect(await observe(world, { format: { kind: "sarif" } })).toMatchObject({ status: "pass" });
  });

  test("error_codes come before the findings", async () => {
    const result = await observe(tsc(["a"]), { errorCodes: [2] });
    expect(result).toMatchObject({ status: "error", evidence: { seen: "exit code 2" } });
  });

  test("a crash never becomes the baseline", async () => {
    const ledger = givenLedger();
    await observe({ ...exited(1), stdout: garbage }, STORED, ledger);
    expect(ledger.kept()).toEqual([]);
  });
});

describe("evaluate(): static with what was kept", () => {
  test("fix one and add one is no pass", async () => {
    const ledger = givenLedger();
    await observe(tsc(["a", "b"]), STORED, ledger);
    const result = await observe(tsc(["c", "b"]), STORED, ledger);
    expect(result).toMatchObject({
      status: "fail",
      evidence: {
        message: "1 new of 2 findings, expected at most 0 new",
        seen: "1 new of 2 findings",
        findings: [{ file: "src/c.ts" }, { file: "src/b.ts" }],
      },
    });
  });

  test("the first findings pass, are known, and known ones pass wherever they move", async () => {
    const ledger = givenLedger();
    const seeded = await observe(tsc(["a", "b"]), STORED, ledger);
    expect(seeded).toMatchObject({ status: "pass", evidence: { seen: "2 findings" } });
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(2);
    const moved = await observe(tsc(["b", "a"]), STORED, ledger);
    expect(moved).toMatchObject({ status: "pass", evidence: { seen: "0 new of 2 findings" } });
    expect(moved.baselines).toBeUndefined();
  });

  test("an agent cannot make its own findings the known ones", async () => {
    const ledger = givenLedger(givenContext(tsc(["a"])), false);
    const worse = await observe(tsc(["a", "b"]), STORED, ledger);
    expect(worse).toMatchObject({ status: "fail", evidence: { seen: "1 new of 2 findings" } });
    ledger.keep(await observe(tsc(["a"]), STORED, ledger));
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(1);
  });

  test("what is mended is not known any more", async () => {
    const ledger = givenLedger();
    await observe(tsc(["a", "b"]), STORED, ledger);
    await observe(tsc(["a"]), STORED, ledger);
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(1);
    expect(await observe(tsc(["a", "b"]), STORED, ledger)).toMatchObject({ status: "fail" });
  });

  test("one more of the same is new", async () => {
    const ledger = givenLedger();
    await observe(eslint(["x"], 1), { ...ESLINT, ...STORED }, ledger);
    const result = await observe(eslint(["x", "x"], 1), { ...ESLINT, ...STORED }, ledger);
    expect(result).toMatchObject({ status: "fail", evidence: { seen: "1 new of 2 findings" } });
  });

  test("a new one that is allowed stays new", async () => {
    const ledger = givenLedger();
    const allowing = { ...STORED, allowedRegression: 1 };
    await observe(tsc(["a", "b"]), allowing, ledger);
    expect(await observe(tsc(["a", "c"]), allowing, ledger)).toMatchObject({ status: "pass" });
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(1);
    expect(await observe(tsc(["a", "c", "d"]), allowing, ledger)).toMatchObject({ status: "fail" });
  });

  test("a clean tree is remembered as clean", async () => {
    const ledger = givenLedger();
    await observe(tsc(NONE), STORED, ledger);
    expect(await observe(tsc(["a"]), STORED, ledger)).toMatchObject({ status: "fail" });
  });

  test("a damaged baseline is not seeded again", async () => {
    const ledger = givenLedger();
    const { baselines = [] } = await observe(tsc(["a"]), STORED, ledger);
    const [{ key, check }] = [baselines[0] ?? { key: "", check: "" }];
    ledger.keep({ ...(await observe(tsc(NONE), STORED)), baselines: [{ key, check, value: 1 }] });
    expect(await observe(tsc(["a"]), STORED, ledger)).toMatchObject({ status: "error" });
  });

  test("another command starts afresh", async () => {
    const ledger = givenLedger();
    await observe(tsc(["a"]), STORED, ledger);
    const result = await observe(tsc(["b"]), { ...STORED, args: ["--strict"] }, ledger);
    expect(result).toMatchObject({ status: "pass", evidence: { wanted: "no baseline yet" } });
  });
});

describe("evaluate(): static with more findings than can be known", () => {
  function many(count: number, file = "a"): string {
    const lines = Array.from(
      { length: count },
      (_, index) => `src/${file}.ts(${index + 1},1): error TS1: x`,
    );
    return `${lines.join("\n")}\n`;
  }

  test("those of a rule in a file are counted, and it is said", async () => {
    const ledger = givenLedger();
    const before = `${many(5001)}${many(3, "b")}`;
    const seeded = await observe({ ...exited(2), stdout: before }, STORED, ledger);
    expect(seeded.evidence.message).toContain("there were too many to know each");
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(2);
    const same = await observe({ ...exited(2), stdout: before }, STORED, ledger);
    expect(same.status).toBe("pass");
    expect(same.evidence.message).toContain("those of a rule in a file are counted");
    const moved = await observe(
      { ...exited(2), stdout: `${many(5000)}${many(4, "b")}` },
      STORED,
      ledger,
    );
    expect(moved).toMatchObject({ status: "fail", evidence: { seen: "1 new of 5004 findings" } });
  });

  test("they are known one by one again when there are few enough", async () => {
    const ledger = givenLedger();
    await observe({ ...exited(2), stdout: many(5001) }, STORED, ledger);
    await observe({ ...exited(2), stdout: many(4) }, STORED, ledger);
    expect(ledger.kept()[0]?.fingerprints).toHaveLength(4);
  });

  test("where even the files are too many the number counts", async () => {
    const ledger = givenLedger();
    const files = Array.from({ length: 5001 }, (_, index) => many(1, `f${index}`)).join("");
    await observe({ ...exited(2), stdout: files }, STORED, ledger);
    expect(ledger.kept()[0]?.fingerprints).toEqual(["~*5001"]);
    const result = await observe({ ...exited(2), stdout: files + many(2, "g") }, STORED, ledger);
    expect(result).toMatchObject({ status: "fail", evidence: { seen: "2 new of 5003 findings" } });
  });
});

describe("evaluate(): static against a ref", () => {
  const ref: Partial<Static> = { baseline: { kind: "ref", ref: "main" } };

  test("what stood there when the work began is known", async () => {
    const ledger = givenLedger(givenContext(tsc(["a", "b"])));
    expect(await observe(tsc(["b"]), ref, ledger)).toMatchObject({ status: "pass" });
    expect(await observe(tsc(["c"]), ref, ledger)).toMatchObject({ status: "fail" });
    expect(ledger.kept()).toEqual([]);
  });

  test("a base that cannot be analyzed is an error", async () => {
    const ledger = givenLedger(givenContext(exited(1)));
    const result = await observe(tsc(["a"]), ref, ledger);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain("(bbbbbbbbbbbb) could not be analyzed");
    expect(await observe(tsc(["a"]), ref)).toMatchObject({
      status: "error",
      evidence: { message: "there is no baseline: main is not an ancestor" },
    });
  });
});

describe("evaluate(): static with a report file", () => {
  const report = "reports/eslint.json";
  const change = { ...ESLINT, report };

  test("is read instead of the output", async () => {
    const files = { [report]: eslint(["x"]).stdout ?? "" };
    expect(await observe({ ...exited(1), stdout: "chatter", files }, change)).toMatchObject({
      status: "fail",
      evidence: { findings: [{ file: "a.js", rule: "x" }] },
    });
  });

  test.each<readonly [string, World, string]>([
    ["that is absent", {}, "wrote no report reports/eslint.json"],
    [
      "that is older than the run",
      { files: { [report]: "[]" }, staleFiles: [report] },
      "did not write reports/eslint.json again",
    ],
    ["that is no report", { files: { [report]: "oops" } }, "reports/eslint.json: "],
  ])("%s is an error and no pass", async (_case, world, words) => {
    const result = await observe({ ...exited(0), ...world }, change);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain(words);
  });
});
