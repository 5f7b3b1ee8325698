import { expect, test } from "vitest";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate } from "./given-context.ts";
import { givenDiff } from "./given-diff.ts";

async function observe(deny: readonly string[], changed: readonly string[]) {
  const diff = givenDiff({ changed });
  const context = givenContext({ context: { diff } });
  return await evaluate(givenPredicate({ provider: "scope_guard", deny }), context);
}

test.each<readonly [string, readonly string[], readonly string[], "pass" | "fail"]>([
  ["nothing changed", ["docs"], [], "pass"],
  ["something else changed", ["docs"], ["modified src/a.ts"], "pass"],
  ["a name that only begins alike", ["docs"], ["modified docs-old/a.md", "added docsx"], "pass"],
  ["a file below", ["docs"], ["modified docs/deep/a.md"], "fail"],
  ["a new file below is not invisible", ["docs"], ["added docs/new.md"], "fail"],
  ["a deleted file below", ["docs"], ["deleted docs/a.md"], "fail"],
  ["a file that moved out of it", ["docs"], ["deleted docs/a.md", "added src/a.md"], "fail"],
  ["the denied path is a file", ["package.json"], ["modified package.json"], "fail"],
  ["a slash at the end", ["docs/"], ["modified docs/a.md"], "fail"],
  ["the folder became a file", ["docs/"], ["added docs"], "fail"],
  ["the second prefix", ["docs", "infra/prod"], ["modified infra/prod/main.tf"], "fail"],
])("scope_guard: %s", async (_case, deny, changed, status) => {
  await expect(observe(deny, changed)).resolves.toMatchObject({ status });
});

test("scope_guard names what is to be put back", async () => {
  const changed = Array.from({ length: 7 }, (_, index) => `modified docs/${index}.md`);
  const { evidence, score } = await observe(["docs"], [...changed, "added src/a.ts"]);
  expect(evidence.message).toMatchInlineSnapshot(
    `"[scope].deny: expected nothing changed below docs, found docs/0.md, docs/1.md, docs/2.md, docs/3.md, docs/4.md and 2 more; put them back as they were at the base"`,
  );
  expect(evidence.seen).toBe("7 of 8 changed paths are below it");
  expect(evidence.findings).toHaveLength(7);
  expect(evidence.findings[0]).toMatchObject({ file: "docs/0.md", rule: "scope_deny_paths" });
  expect(score).toBeCloseTo(1 / 8);
});

test("scope_guard: a difference that cannot be read is not a pass", async () => {
  const diff = givenDiff({});
  const broken = { ...diff, changedPaths: async () => await Promise.reject(new Error("no git")) };
  const context = givenContext({ context: { diff: broken } });
  const predicate = givenPredicate({ provider: "scope_guard", deny: ["docs"] });
  await expect(evaluate(predicate, context)).resolves.toMatchObject({ status: "error" });
});
