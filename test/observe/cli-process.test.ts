import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cli, CliAssertion } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { temporaryCheckout, type TemporaryCheckout } from "./temporary-checkout.ts";

const TOOL = `
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
const [verb] = process.argv.slice(2);
appendFileSync("calls.txt", verb + "\\n");
if (verb === "init") appendFileSync("state.txt", "made");
if (verb === "status") {
  process.stdout.write(JSON.stringify({ ready: existsSync("state.txt"), mood: process.env.MOOD }) + "\\n");
  process.stderr.write("a warning\\n");
}
if (verb === "bless") writeFileSync("golden/blessed.txt", "whatever\\n");
if (verb === "bless" || verb === "bare") process.stdout.write("whatever\\n");
if (verb === "crash") process.kill(process.pid, "SIGSEGV");
if (verb === "hang") setInterval(() => undefined, 1000);
process.exitCode = verb === "refuse" ? 3 : 0;
`;

let checkout: TemporaryCheckout;

beforeAll(() => {
  checkout = temporaryCheckout({
    "package.json": '{"type": "module"}',
    "bin/tool": TOOL,
    "golden/blessed.txt": "as a person wants it\n",
    "golden/status.txt": '{"ready":true,"mood":"good"}\n',
  });
  symlinkSync("/etc/hostname", path.join(checkout.folder, "golden/link.txt"));
});
afterAll(() => checkout.remove());

async function observe(
  calls: readonly (readonly [string, ...CliAssertion[]])[],
  change: Partial<Cli> = {},
  timeoutMs = 20_000,
): Promise<PredicateResult> {
  const check: Cli = {
    provider: "cli",
    command: "./bin/tool",
    env: { MOOD: "good" },
    calls: calls.map(([verb, ...assertions]) => ({ args: [verb], assertions })),
    isScript: calls.length > 1,
    samples: 1,
    ...change,
  };
  return await evaluate(givenPredicate(check, timeoutMs), checkout.context);
}

describe("cli with a real program", () => {
  test("a script whose later call needs the earlier one", async () => {
    const status: readonly CliAssertion[] = [
      { target: "exit_code", expected: 0 },
      { target: "stdout", match: "json_path", path: "$.ready", expected: true },
      { target: "stdout", match: "json_path", path: "$.mood", expected: "good" },
      { target: "stdout", match: "golden", golden: "golden/status.txt" },
      { target: "stderr", match: "equals", expected: "a warning\n" },
    ];
    const result = await observe([["init"], ["status", ...status]], { samples: 2 });
    expect(result).toMatchObject({ status: "pass", score: 1 });
    const calls = readFileSync(path.join(checkout.folder, "calls.txt"), "utf8");
    expect(calls).toBe("init\nstatus\ninit\nstatus\n");
  });

  test.each<readonly [string, CliAssertion, string]>([
    ["refuse", { target: "exit_code", expected: 3 }, "pass"],
    ["refuse", { target: "exit_code", expected: 0 }, "fail"],
    ["crash", { target: "exit_code", expected: 0 }, "fail"],
    ["status", { target: "stderr", match: "equals", expected: "" }, "fail"],
    ["status", { target: "stdout", match: "golden", golden: "golden/link.txt" }, "error"],
    ["status", { target: "stdout", match: "golden", golden: "../../../etc/hostname" }, "error"],
  ])("%s: %j is a %s", async (verb, assertion, status) => {
    await expect(observe([[verb, assertion]])).resolves.toMatchObject({ status });
  });

  test("a program that writes its own golden file does not equal it", async () => {
    const golden = { target: "stdout", match: "golden", golden: "golden/blessed.txt" } as const;
    const result = await observe([["bless"], ["bare", golden]], { samples: 2 });
    expect(result).toMatchObject({ status: "fail" });
    expect(result.evidence.excerpt).toContain("- as a person wants it\n+ whatever");
  });

  test("a hanging call is killed", async () => {
    const result = await observe([["hang"]], {}, 500);
    expect(result).toMatchObject({ status: "error", permanent: false });
    expect(result.evidence.message).toContain("timed out after 500 ms");
  });

  test("a command line is not a program", async () => {
    const result = await observe([["init"]], { command: "tool init" });
    expect(result).toMatchObject({ status: "error", permanent: true });
  });
});
