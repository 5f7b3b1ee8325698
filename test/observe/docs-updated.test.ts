import { expect, test } from "vitest";
import type { PredicateResult } from "../../src/model/vector.ts";
import { evaluate } from "../../src/observe/evaluate.ts";
import { givenContext, givenPredicate } from "./given-context.ts";
import { type GivenDiff, givenDiff } from "./given-diff.ts";

const DEFAULT = { surfacePatterns: [], docPatterns: [] } as const;
const OWN = { surfacePatterns: ["^lib/public/"], docPatterns: ["^handbook/.*\\.md$"] } as const;

async function observe(
  patterns: {
    readonly surfacePatterns: readonly string[];
    readonly docPatterns: readonly string[];
  },
  given: GivenDiff,
): Promise<PredicateResult> {
  const context = givenContext({ context: { diff: givenDiff(given) } });
  return await evaluate(givenPredicate({ provider: "docs_updated", ...patterns }), context);
}

test.each<readonly [string, typeof DEFAULT | typeof OWN, GivenDiff, "pass" | "fail", string]>([
  ["nothing changed", OWN, {}, "pass", "not applicable"],
  ["no surface changed", OWN, { changed: ["modified lib/a.ts"] }, "pass", "not applicable"],
  [
    "surface alone",
    OWN,
    { changed: ["modified lib/public/a.ts"] },
    "fail",
    "expected a changed doc",
  ],
  [
    "surface and document",
    OWN,
    { changed: ["added handbook/a.md", "modified lib/public/a.ts"] },
    "pass",
    "handbook/a.md changed with the surface",
  ],
  [
    "a document that is thrown away is no update",
    OWN,
    { changed: ["deleted handbook/a.md", "modified lib/public/a.ts"] },
    "fail",
    "",
  ],
  [
    "a document that goes with what it described",
    OWN,
    { changed: ["deleted handbook/a.md", "deleted lib/public/a.ts"] },
    "pass",
    "",
  ],
  [
    "a reason in an older message",
    OWN,
    {
      changed: ["modified lib/public/a.ts"],
      messages: ["Fix", "Rename\n\nbody [no-docs] internal only"],
    },
    "pass",
    "a commit message says [no-docs]: internal only",
  ],
  [
    "a mark without a reason",
    OWN,
    { changed: ["modified lib/public/a.ts"], messages: ["[no-docs]"] },
    "pass",
    "no reason is given",
  ],
  ["usual surface: a command", DEFAULT, { changed: ["added cmd/serve/main.go"] }, "fail", ""],
  ["usual surface: a schema", DEFAULT, { changed: ["modified spec/openapi.yaml"] }, "fail", ""],
  ["usual surface: not an inner part", DEFAULT, { changed: ["added src/core/sum.py"] }, "pass", ""],
  [
    "usual documents",
    DEFAULT,
    { changed: ["modified README.md", "modified src/cli/run.rs"] },
    "pass",
    "README.md",
  ],
])("docs_updated: %s", async (_case, patterns, given, status, message) => {
  const result = await observe(patterns, given);
  expect(result.status).toBe(status);
  expect(result.evidence.message).toContain(message);
});

test("docs_updated names the files of the surface", async () => {
  const { evidence, score } = await observe(OWN, { changed: ["modified lib/public/a.ts"] });
  expect(score).toBe(0);
  expect(evidence.findings).toMatchObject([{ file: "lib/public/a.ts", rule: "docs_updated" }]);
});

test("docs_updated: a pattern that cannot run in linear time is an error for good", async () => {
  const patterns = { surfacePatterns: ["(?=x)"], docPatterns: [] };
  const result = await observe(patterns, {});
  expect(result).toMatchObject({ status: "error", permanent: true });
  expect(result.evidence.message).toContain("surface_patterns: ");
});

test("docs_updated: a pattern of an enemy does not hang", async () => {
  const patterns = { surfacePatterns: ["^(a+)+$"], docPatterns: ["(x|x)*y"] };
  const changed = [`modified ${"a".repeat(5000)}!`];
  await expect(observe(patterns, { changed })).resolves.toMatchObject({ status: "pass" });
});
