import { expect, test } from "vitest";
import { judgeJson } from "../../src/observe/json-verdict.ts";

test("judgeJson() does not read megabytes of beginnings again and again", () => {
  const startedAtMs = performance.now();
  const passWhen = { operator: "==", number: 0 } as const;
  const draft = judgeJson("[\n".repeat(4_000_000), { path: "$", passWhen });
  expect(draft.status).toBe("error");
  expect(performance.now() - startedAtMs).toBeLessThan(20_000);
});
