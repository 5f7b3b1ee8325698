import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Check } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { givenLedger } from "./given-ledger.ts";
import { temporaryCheckout, type TemporaryCheckout } from "./temporary-checkout.ts";

/** Counts what stands in the checkout, as a tool that measures coverage would. */
const METRIC = `
const { readFileSync } = require("node:fs");
const { covered, lines } = JSON.parse(readFileSync("coverage.json", "utf8"));
process.stderr.write("measuring\\n");
console.log(JSON.stringify({ total: { percent: (100 * covered) / lines } }));
`;

const MUTANTS = `
console.log(JSON.stringify({ killed: 3, survived: 1, survivors: ["a > b became a >= b"] }));
process.exitCode = 1;
`;

let checkout: TemporaryCheckout;

beforeAll(() => {
  checkout = temporaryCheckout({ "bin/metric": METRIC, "bin/mutants": MUTANTS });
});
afterAll(() => checkout.remove());

function program(command: string): {
  command: string;
  args: string[];
  env: Record<string, string>;
} {
  return { command, args: [], env: {} };
}

function write(text: string): void {
  writeFileSync(path.join(checkout.folder, "coverage.json"), text);
}

const MEASURE = { ...program("bin/metric"), path: "$.total.percent" };

test("a real program is measured, kept, held to, and not believed when it breaks", async () => {
  const ledger = givenLedger();
  const check: Check = {
    provider: "ratchet",
    metric: MEASURE,
    baseline: { kind: "stored" },
    direction: "higher_better",
    allowedRegression: 0,
  };
  async function observe(): Promise<PredicateResult> {
    const context = { ...checkout.context, baselines: ledger.baselines };
    return ledger.keep(await evaluate(givenPredicate(check), context));
  }
  write('{"covered": 3, "lines": 4}');
  expect(await observe()).toMatchObject({ status: "pass", evidence: { seen: "75" } });
  write('{"covered": 1, "lines": 2}');
  expect(await observe()).toMatchObject({ status: "fail", evidence: { wanted: "at least 75" } });
  write('{"covered": 1, "lines": 0}');
  expect(await observe()).toMatchObject({ status: "error" });
  write("oops");
  const broken = await observe();
  expect(broken).toMatchObject({ status: "error", evidence: { seen: "exit code 1" } });
  expect(broken.evidence.excerpt).toContain("SyntaxError");
});

test("coverage of the change and of the whole by real programs", async () => {
  write('{"covered": 9, "lines": 10}');
  const result = await evaluate(
    givenPredicate({
      provider: "coverage",
      patch: MEASURE,
      target: 80,
      project: MEASURE,
      projectBaseline: { kind: "number", value: 95 },
      projectAllowedRegression: 0,
    }),
    checkout.context,
  );
  expect(result).toMatchObject({ status: "fail", evidence: { seen: "patch 90, project 90" } });
});

test("mutants of a real program that fails because of survivors", async () => {
  const check: Check = {
    provider: "mutation",
    ...program("bin/mutants"),
    threshold: 0.8,
    score: { kind: "counts", killedPath: "$.killed", survivedPath: "$.survived" },
    survivorsPath: "$.survivors",
    mergeStderr: false,
  };
  expect(await evaluate(givenPredicate(check), checkout.context)).toMatchObject({
    status: "fail",
    evidence: {
      seen: "0.75",
      findings: [{ message: "no test noticed this mutant: a > b became a >= b" }],
    },
  });
});
