import { expect, test } from "vitest";
import { classifyFailure } from "../../src/harness/classify-failure.ts";

test.each([
  [401, "x", "auth"],
  [403, "x", "auth"],
  [402, "x", "quota"],
  [404, "x", "unknown-model"],
  [413, "x", "context-overflow"],
  [429, "x", "rate-limited"],
  [429, "insufficient_quota", "quota"],
  [429, "exceeded your current quota. Please retry in 3s", "rate-limited"],
  [500, "x", "overloaded"],
  [529, "x", "overloaded"],
  [504, "x", "network"],
  [400, "prompt is too long: 3 tokens > 2 maximum", "context-overflow"],
  [400, "API key not valid", "auth"],
  [400, "x", "crashed"],
  [200, "x", "crashed"],
  [Number.NaN, "x", "crashed"],
  [undefined, "last status: 429 Too Many Requests", "rate-limited"],
  [undefined, "connect ECONNREFUSED 127.0.0.1:9", "network"],
  [undefined, "", "crashed"],
])("classifyFailure(): status %s, %j is %s", (status, text, ending) => {
  expect(classifyFailure({ status, text })).toBe(ending);
});

test("classifyFailure() reads only the beginning of a text", () => {
  expect(classifyFailure({ text: `${"a".repeat(5_000)} overloaded` })).toBe("crashed");
});
