import { describe, expect, test } from "vitest";
import type { Mutation } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate, PROGRAM, type World } from "./given-context.ts";

const MUTATION: Mutation = {
  provider: "mutation",
  ...PROGRAM,
  threshold: 0.8,
  score: { kind: "score", path: "$.score" },
  mergeStderr: false,
};

const COUNTS: Partial<Mutation> = {
  score: { kind: "counts", killedPath: "$.killed", survivedPath: "$.survived" },
};

async function observe(
  document: unknown,
  change: Partial<Mutation> = {},
  world: World = {},
): Promise<PredicateResult> {
  const stdout = typeof document === "string" ? document : JSON.stringify(document);
  const context = givenContext({ stdout, ...world });
  return await evaluate(givenPredicate({ ...MUTATION, ...change }), context);
}

describe("evaluate(): mutation", () => {
  test.each<readonly [string, unknown, Partial<Mutation>, string, string, number | undefined]>([
    ["enough", { score: 0.8 }, {}, "pass", "the mutation score is 0.8, expected at least 0.8", 1],
    ["too little", { score: 0.4 }, {}, "fail", "is 0.4, expected at least 0.8", 0.5],
    ["by counts", { killed: 9, survived: 1 }, COUNTS, "pass", "is 0.9", 1],
    ["by lists", { killed: [1], survived: [1, 2, 3] }, COUNTS, "fail", "is 0.25", 0.3125],
    ["nothing is wanted", { score: 0 }, { threshold: 0 }, "pass", "is 0,", 1],
    ["no mutants", { killed: 0, survived: 0 }, COUNTS, "pass", "no mutants in scope", undefined],
  ])("%s", async (_case, document, change, status, words, score) => {
    const result = await observe(document, change);
    expect(result).toMatchObject({ status });
    expect(result.score).toBe(score);
    expect(result.evidence.message).toContain(words);
  });

  test("82 instead of 0.82 is an error and no pass", async () => {
    expect(await observe({ score: 82 })).toMatchObject({
      status: "error",
      evidence: {
        message:
          "path $.score: expected a score from 0 to 1, found 82; if it is a percentage, print a fraction",
      },
    });
  });

  test.each<readonly [string, unknown, Partial<Mutation>, World, string]>([
    ["a negative score", { score: -0.1 }, {}, {}, "from 0 to 1, found -0.1"],
    ["a list for a score", { score: [1] }, {}, {}, "expected a number, found a list"],
    ["half a mutant", { killed: 0.5, survived: 0 }, COUNTS, {}, "a number of mutants, found 0.5"],
    ["fewer than none", { killed: 1, survived: -1 }, COUNTS, {}, "a number of mutants, found -1"],
    ["nothing at the path", {}, {}, {}, "path $.score:"],
    ["no count of one kind", { killed: 3 }, COUNTS, {}, "path $.survived:"],
    ["no JSON", "done", {}, {}, "printed no JSON, half of it, or more than one document"],
    ["half a report before another", '{"score":0.1\n{"score":1}', {}, {}, "half of it, or more"],
    ["a crash", "", {}, { ending: { kind: "killed", signal: "SIGKILL" } }, "was ended by SIGKILL"],
    ["too much", "{", {}, { omittedBytes: 1 }, "larger than 16777216 bytes"],
    [
      "no mutants in a run that failed",
      { killed: 0, survived: 0 },
      COUNTS,
      { ending: { kind: "exited", code: 1 } },
      "exited with code 1 and reports no mutant",
    ],
  ])("%s is an error", async (_case, document, change, world, words) => {
    const result = await observe(document, change, world);
    expect(result.status).toBe("error");
    expect(result.evidence.message).toContain(words);
  });

  test("a tool that fails because of survivors is judged by its report", async () => {
    const world: World = { ending: { kind: "exited", code: 1 } };
    expect(await observe({ score: 0.9 }, {}, world)).toMatchObject({ status: "pass" });
    expect(await observe({ score: 0.1 }, {}, world)).toMatchObject({ status: "fail" });
  });
});

describe("evaluate(): survivors of mutation", () => {
  const location = { start: { line: 3, column: 7 }, end: { line: 3, column: 9 } };

  test("are found at their path", async () => {
    const survivors = [
      "a > b became a >= b",
      { file: "src/a.py", line: 4, description: "removed return" },
      { file: "src/b.ts", mutatorName: "BooleanLiteral", replacement: "true", location },
      { odd: 1 },
    ];
    const { evidence } = await observe({ score: 0.1, survivors }, { survivorsPath: "$.survivors" });
    expect(evidence.findings).toEqual([
      { file: "", level: "error", message: "no test noticed this mutant: a > b became a >= b" },
      {
        file: "src/a.py",
        line: 4,
        level: "error",
        message: "no test noticed this mutant: removed return",
      },
      {
        file: "src/b.ts",
        line: 3,
        column: 7,
        rule: "BooleanLiteral",
        level: "error",
        message: "no test noticed this mutant: true",
      },
      { file: "", level: "error", message: 'no test noticed this mutant: {"odd":1}' },
    ]);
  });

  test("are found in a report of Stryker's schema without a path", async () => {
    const mutants = [
      {
        id: "1",
        mutatorName: "ArithmeticOperator",
        replacement: "a - b",
        status: "Survived",
        location,
      },
      { id: "2", mutatorName: "BlockStatement", replacement: "{}", status: "Killed", location },
      { id: "3", mutatorName: "BlockStatement", replacement: "{}", status: "NoCoverage", location },
    ];
    const document = {
      schemaVersion: "1.0",
      files: { "src/sum.ts": { language: "typescript", mutants } },
      score: 0.33,
    };
    const { evidence } = await observe(document);
    expect(evidence.findings).toMatchObject([
      { file: "src/sum.ts", line: 3, rule: "ArithmeticOperator" },
      { file: "src/sum.ts", line: 3, rule: "BlockStatement" },
    ]);
  });

  test("counts and survivors of Stryker's schema by queries", async () => {
    const mutants = ["Killed", "Killed", "Killed", "Survived"].map((status) => ({
      status,
      location,
      mutatorName: "BlockStatement",
    }));
    const change: Partial<Mutation> = {
      score: {
        kind: "counts",
        killedPath: '$.files.*.mutants[?@.status == "Killed"]',
        survivedPath: '$.files.*.mutants[?@.status == "Survived"]',
      },
      survivorsPath: '$.files.*.mutants[?@.status == "Survived"]',
    };
    expect(await observe({ files: { "a.ts": { mutants } } }, change)).toMatchObject({
      status: "fail",
      evidence: { seen: "0.75", findings: [{ line: 3, rule: "BlockStatement" }] },
    });
    expect(await observe({ files: {} }, change)).toMatchObject({ status: "pass" });
    expect(await observe({}, change)).toMatchObject({ status: "error" });
  });

  test.each([[7], [null], [{ a: 1 }]])("%j in their place is left out", async (survivors) => {
    const result = await observe({ score: 0.1, survivors }, { survivorsPath: "$.survivors" });
    expect(result).toMatchObject({ status: "fail", evidence: { findings: [] } });
  });
});
