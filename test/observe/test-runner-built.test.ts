import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { TestRunner } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenPredicate } from "./given-context.ts";
import { temporaryCheckout } from "./temporary-checkout.ts";

/** Compiling takes its time, above all on a machine that does more than this. */
const TIMEOUT_MS = 240_000;
const SUREFIRE = "3.5.2";
const JUPITER = "5.11.4";

function has(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Offline it works only where somebody has built such a project before. */
function hasMaven(): boolean {
  const repository = path.join(homedir(), ".m2/repository/org");
  return (
    has("mvn") &&
    existsSync(path.join(repository, `apache/maven/plugins/maven-surefire-plugin/${SUREFIRE}`)) &&
    existsSync(path.join(repository, `junit/jupiter/junit-jupiter/${JUPITER}`))
  );
}

const CRATE = {
  "Cargo.toml": '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n',
  "src/lib.rs": `#[cfg(test)]
mod passing {
    #[test]
    fn adds() {
        assert_eq!(1 + 1, 2);
    }
}
#[cfg(test)]
mod failing {
    #[test]
    fn subtracts() {
        assert_eq!(3 - 1, 1);
    }
}
#[cfg(test)]
mod skipping {
    #[test]
    #[ignore]
    fn later() {}
}
`,
};

function java(name: string, body: string): string {
  return `package p;\nimport org.junit.jupiter.api.*;\nclass ${name} {\n  ${body}\n}\n`;
}

/** `.ci/run` builds it once, with a network, so that this works without. */
const POM = readFileSync(path.join(import.meta.dirname, "../fixtures/maven/pom.xml"), "utf8");
const MAVEN = {
  "pom.xml": POM,
  "src/test/java/p/PassingTest.java": java("PassingTest", "@Test void adds() {}"),
  "src/test/java/p/FailingTest.java": java(
    "FailingTest",
    '@Test void subtracts() {\n    Assertions.assertEquals(1, 3 - 1, "wrong <way>");\n  }',
  ),
  "src/test/java/p/SkippingTest.java": java("SkippingTest", "@Test @Disabled void later() {}"),
};

interface Built {
  readonly name: string;
  readonly isHere: boolean;
  readonly files: Readonly<Record<string, string>>;
  readonly argv: (filter: string) => readonly [string, ...string[]];
  readonly report?: string;
  readonly failure: object;
}

const BUILT: readonly Built[] = [
  {
    name: "cargo",
    isHere: has("cargo"),
    files: CRATE,
    argv: (filter) => ["cargo", "test", "--offline", "--quiet", "--lib", filter],
    failure: {
      file: "src/lib.rs",
      line: 12,
      message: "failing::subtracts: assertion `left == right` failed left: 2 right: 1",
    },
  },
  {
    name: "maven",
    isHere: hasMaven(),
    files: MAVEN,
    argv: (filter) => [
      "mvn",
      "--batch-mode",
      "--offline",
      "-Dsurefire.failIfNoSpecifiedTests=false",
      `-Dtest=${filter === "nothing" ? "Nothing" : `${filter}Test`}`,
      "test",
    ],
    report: "target/surefire-reports/TEST-*.xml",
    failure: {
      file: "FailingTest.java",
      line: 5,
      message: "p.FailingTest: subtracts: wrong <way> ==> expected: <1> but was: <2>",
    },
  },
];

describe.each(BUILT)("test_runner: $name", ({ name, isHere, files, argv, report, failure }) => {
  const words = isHere ? "" : ` (skipped: needs ${name})`;
  const checkout = isHere ? temporaryCheckout(files) : undefined;
  afterAll(() => checkout?.remove());

  async function run(filter: string): Promise<PredicateResult> {
    if (checkout === undefined) throw new Error("nothing was made");
    const [command, ...args] = argv(name === "cargo" ? filter.toLowerCase() : filter);
    const glob = report === undefined ? {} : { report };
    const check: TestRunner = { provider: "test_runner", command, args, env: {}, ...glob };
    const environment = Object.fromEntries(
      ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "JAVA_HOME"].flatMap((it) => {
        const value = process.env[it];
        return value === undefined ? [] : [[it, value]];
      }),
    );
    return await evaluate(givenPredicate(check, TIMEOUT_MS), { ...checkout.context, environment });
  }

  test.skipIf(!isHere)(
    `a pass, a failure, a run that skips everything and one without tests are told apart${words}`,
    async () => {
      const passing = await run("Passing");
      expect(passing).toMatchObject({ status: "pass", evidence: { counts: { passed: 1 } } });

      const failing = await run("Failing");
      expect(failing).toMatchObject({
        status: "fail",
        score: 0,
        evidence: { counts: { failed: 1 } },
      });
      expect(failing.evidence.findings).toEqual([expect.objectContaining(failure)]);

      const skipping = await run("Skipping");
      expect(skipping).toMatchObject({ status: "fail", evidence: { counts: { skipped: 1 } } });

      // What maven reported of the runs before is no report of this one.
      const none = await run("nothing");
      expect(none.status).toBe(report === undefined ? "fail" : "error");
    },
    TIMEOUT_MS,
  );
});
