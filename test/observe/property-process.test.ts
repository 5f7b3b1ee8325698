import { createRequire } from "node:module";
import os from "node:os";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { hasProgram } from "./has-program.ts";
import { temporaryCheckout, type TemporaryCheckout } from "./temporary-checkout.ts";

const FAST_CHECK = pathToFileURL(createRequire(import.meta.url).resolve("fast-check")).href;

function suite(limit: number): string {
  return `import * as fc from ${JSON.stringify(FAST_CHECK)};
fc.assert(fc.property(fc.nat(1000), (n) => n < ${limit}), { seed: 7 });
console.log("1 property holds");
`;
}

function goSuite(limit: number): string {
  return `package sums

import (
	"testing"
	"testing/quick"
)

func TestSmall(t *testing.T) {
	if err := quick.Check(func(n uint8) bool { return int(n) < ${limit} }, nil); err != nil {
		t.Error(err)
	}
}
`;
}

let checkout: TemporaryCheckout;

beforeAll(() => {
  checkout = temporaryCheckout({
    "holds.mjs": suite(2000),
    "refuted.mjs": suite(500),
    "holds/go.mod": "module sums\n\ngo 1.20\n",
    "holds/sums_test.go": goSuite(300),
    "refuted/go.mod": "module sums\n\ngo 1.20\n",
    "refuted/sums_test.go": goSuite(10),
  });
});
afterAll(() => checkout.remove());

async function observe(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<PredicateResult> {
  const check = { provider: "property", command, args, env, testsWanted: 100 } as const;
  const predicate = givenPredicate({ ...check, mergeStderr: true }, 180_000);
  return await evaluate(predicate, checkout.context);
}

describe("evaluate(): property with fast-check", () => {
  test("that holds", async () => {
    expect(await observe(process.execPath, ["holds.mjs"])).toMatchObject({ status: "pass" });
  });

  test("that is refuted", async () => {
    const result = await observe(process.execPath, ["refuted.mjs"]);
    expect(result).toMatchObject({ status: "fail" });
    expect(result.evidence.message).toMatch(/^a property was refuted at test \d+: \[500\] Shrunk/);
    expect(result.score).toBeLessThan(1);
  });

  test("that does not run is a failure and no error", async () => {
    expect(await observe(process.execPath, ["absent.mjs"])).toMatchObject({ status: "fail" });
  });
});

describe.skipIf(!hasProgram("go"))("evaluate(): property with Go (skipped: needs go)", () => {
  const env = {
    GOFLAGS: "-mod=mod",
    GOPROXY: "off",
    HOME: process.env["HOME"] ?? os.tmpdir(),
  };

  test.each([
    ["holds", "pass", /^go exited with code 0/],
    ["refuted", "fail", /^a property was refuted at test \d+/],
  ])("testing/quick, %s", async (folder, status, message) => {
    const result = await observe("go", ["-C", folder, "test", "./..."], env);
    expect(result.status).toBe(status);
    expect(result.evidence.message).toMatch(message);
  });
});
