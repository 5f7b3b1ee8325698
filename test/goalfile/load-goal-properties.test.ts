import { expect, test } from "vitest";
import { load } from "./goal-text.ts";
import { brokenLoader } from "./loader-holds.ts";

test("loadGoal() answers for whatever anybody commits", () => {
  expect(brokenLoader({ numRuns: 1_000 })).toBeUndefined();
});

test("loadGoal() says the same of the same bytes", () => {
  const text = 'id = 1\n[budget]\nmax_token = 1\n[[predicate]]\nid = "p"\n';
  expect(load(text)).toEqual(load(text));
});
