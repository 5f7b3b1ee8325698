import { expect, test } from "vitest";
import type { NoStubs } from "../../src/model/check.ts";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate } from "./given-context.ts";
import { type GivenDiff, givenDiff } from "./given-diff.ts";

const MARKERS = ["stub", "mock", "fake", "dummy", "placeholder", "todo", "fixme", "notimplemented"];

async function observe(given: GivenDiff, change: Partial<NoStubs> = {}): Promise<PredicateResult> {
  const check: NoStubs = { provider: "no_stubs", patterns: MARKERS, exclude: [], ...change };
  const context = givenContext({ context: { diff: givenDiff(given) } });
  return await evaluate(givenPredicate(check), context);
}

test.each([
  ["clean", "return total;", "pass"],
  ["a comment", "// TODO: later", "fail"],
  ["a word that goes on", "class MockServer {}", "fail"],
  ["an error", "raise NotImplementedError", "fail"],
  ["behind a bracket", "call(fake)", "fail"],
  ["inside of a word", "const isstub = automock", "pass"],
  ["the second one begins a word", "automock mock", "fail"],
])("no_stubs: %s", async (_case, text, status) => {
  await expect(observe({ added: [`src/a.ts:7: ${text}`] })).resolves.toMatchObject({ status });
});

test.each([
  "test/a.ts",
  "deep/tests/a.rs",
  "spec/a_spec.rb",
  "src/__tests__/a.js",
  "src/__mocks__/a.js",
  "pkg/a_test.go",
  "lib/a_test.exs",
  "src/a.test.tsx",
  "src/a.spec.ts",
  "app/test_views.py",
  "app/conftest.py",
  "src/main/java/ATest.java",
  "Sources/AppTests/App.swift",
  "My.App.Tests/A.cs",
  "androidTest/A.kt",
  "package-lock.json",
  "sub/Cargo.lock",
  "go.sum",
  "node_modules/x/index.js",
  "web/app.min.js",
  "api/a.pb.go",
  "api/a_pb2.py",
  ".kazi/goals/a.goal.toml",
])("no_stubs leaves %s alone", async (path) => {
  await expect(observe({ added: [`${path}:1: todo`] })).resolves.toMatchObject({ status: "pass" });
});

test.each([
  "src/latest.ts",
  "src/contest/a.py",
  "src/inspect.ts",
  "lib/testimony/a.ex",
  "src/attest.go",
  "lock/a.ts",
  "src/vendors.ts",
  "README.md",
])("no_stubs reads %s", async (path) => {
  await expect(observe({ added: [`${path}:1: todo`] })).resolves.toMatchObject({ status: "fail" });
});

test("no_stubs: excluded prefixes", async () => {
  const added = ["examples/a.ts:1: fake", "examples-old/b.ts:2: fake", "one.ts:3: fake"];
  const { evidence } = await observe({ added }, { exclude: ["examples", "one.ts"] });
  expect(evidence.findings.map((it) => it.file)).toStrictEqual(["examples-old/b.ts"]);
});

test("no_stubs: a pattern is a word and not a regex", async () => {
  const patterns = ["x.y(", "@later"];
  await expect(observe({ added: ["a.ts:1: xzy"] }, { patterns })).resolves.toMatchObject({
    status: "pass",
  });
  await expect(observe({ added: ["a.ts:1: a@Later"] }, { patterns })).resolves.toMatchObject({
    status: "fail",
  });
});

test("no_stubs says where, and how far it is", async () => {
  const added = ["src/a.ts:7:   // FIXME this", "src/a.ts:9: mock()", "src/a.ts:10: fine"];
  const { evidence, score } = await observe({ added });
  expect(evidence.message).toMatchInlineSnapshot(
    `"expected no marker of unfinished work in an added line, found 2 markers in 3 added lines of 1 file since the base, the first at src/a.ts:7; finish the work that they stand for"`,
  );
  expect(evidence.findings).toStrictEqual([
    {
      file: "src/a.ts",
      line: 7,
      rule: "no_stubs:fixme",
      level: "error",
      message: '"fixme" in an added line: // FIXME this',
    },
    {
      file: "src/a.ts",
      line: 9,
      rule: "no_stubs:mock",
      level: "error",
      message: '"mock" in an added line: mock()',
    },
  ]);
  expect(score).toBeCloseTo(1 / 3);
});

test("no_stubs: half a difference is not a pass", async () => {
  const half = { added: ["src/a.ts:1: fine"], isComplete: false };
  await expect(observe(half)).resolves.toMatchObject({ status: "error" });
  const found = { added: ["src/a.ts:1: todo"], isComplete: false };
  await expect(observe(found)).resolves.toMatchObject({ status: "fail" });
});

test("no_stubs says what it could not read", async () => {
  const { status, evidence } = await observe({ binaries: ["a.png", "test/b.png"] });
  expect(status).toBe("pass");
  expect(evidence.message).toContain("1 binary file not read");
});

test("no_stubs: no words to look for is an error for good", async () => {
  await expect(observe({}, { patterns: [] })).resolves.toMatchObject({
    status: "error",
    permanent: true,
  });
});

test("no_stubs: a byte that is no text hides no source", async () => {
  const { status, evidence } = await observe({ binaries: ["src/a.ts", "test/b.ts"] });
  expect(status).toBe("fail");
  expect(evidence.findings).toMatchObject([{ file: "src/a.ts", rule: "no_stubs:unreadable" }]);
});
