import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Gherkin } from "../../src/model/check.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { temporaryCheckout, type TemporaryCheckout } from "./temporary-checkout.ts";

/** Reports as Cucumber does, with the exit code that it has when a scenario fails. */
const RUNNER = `
import { appendFileSync, writeFileSync } from "node:fs";
const [where] = process.argv.slice(2);
appendFileSync("runs.txt", "run\\n");
function scenario(name, line, status) {
  const step = { keyword: "Then ", name: "it holds", line: line + 1, result: { status } };
  return { type: "scenario", name, line, steps: [step] };
}
const elements = [scenario("One", 3, "passed"), scenario("Two", 6, "failed")];
const report = JSON.stringify([{ uri: "features/it.feature", name: "It", elements }]);
if (where === undefined) process.stdout.write(report);
else if (where !== "nowhere") writeFileSync(where, report);
process.stderr.write("2 scenarios (1 failed)\\n");
process.exitCode = 1;
`;

let checkout: TemporaryCheckout;

beforeAll(() => {
  checkout = temporaryCheckout({
    "package.json": '{"type": "module"}',
    "bin/runner": RUNNER,
    "old.json": '[{"uri":"features/it.feature","name":"It","elements":[]}]',
  });
});
afterAll(() => checkout.remove());

function check(scenario: string, args: readonly string[] = [], report?: string): Gherkin {
  return {
    provider: "gherkin",
    feature: "features/it.feature",
    featureName: "It",
    scenario,
    runner: { command: "./bin/runner", args, env: {} },
    verdictFormat: "cucumber_json",
    ...(report === undefined ? {} : { report }),
  };
}

test("gherkin: the runner runs once for all scenarios of an observation", async () => {
  const context = { ...checkout.context, once: createOnce() };
  const scenarios = ["One", "Two", "Three"];
  const results = await Promise.all(
    scenarios.map(async (it) => await evaluate(givenPredicate(check(it)), context)),
  );
  expect(results.map((it) => it.status)).toStrictEqual(["pass", "fail", "unknown"]);
  expect(results[1]?.evidence.excerpt).toContain("2 scenarios (1 failed)");
  expect(readFileSync(path.join(checkout.folder, "runs.txt"), "utf8")).toBe("run\n");
});

test.each([
  ["a file that the runner writes", "new.json", "new.json", "pass"],
  ["a file that it writes again", "old.json", "old.json", "pass"],
  ["a file that it does not write", "nowhere", "none.json", "error"],
  ["a file from before", "nowhere", "package.json", "error"],
])("gherkin: %s", async (_case, where, report, status) => {
  const result = await evaluate(givenPredicate(check("One", [where], report)), checkout.context);
  expect(result.status).toBe(status);
});

function createOnce() {
  const known = new Map<string, Promise<unknown>>();
  async function once<T>(key: string, work: () => Promise<T>): Promise<T>;
  async function once(key: string, work: () => Promise<unknown>): Promise<unknown> {
    const started = known.get(key) ?? work();
    known.set(key, started);
    return await started;
  }
  return once;
}
