import { expect, test } from "vitest";
import { createWorld } from "../create-world.ts";
import type { World } from "../model.ts";
import { attachOracle } from "./attach-oracle.ts";

function givenWorld(): World {
  const world = createWorld({ url: "http://127.0.0.1:1", folder: "", nowMs: () => 0 });
  attachOracle(world);
  return world;
}

function observe(world: World, responseBody: unknown): void {
  const call = { method: "GET", template: "/app", query: {}, requestBody: undefined, status: 200 };
  for (const observer of world.observers) {
    observer({ ...call, responseBody });
  }
}

test("attachOracle() tells of an answer that is not GitHub's", () => {
  const world = givenWorld();
  observe(world, {});
  expect(world.violations).toContain("GET /app 200: response / must have required property 'id'");
});

test("attachOracle() tells of a webhook that is not GitHub's, as it is sent", () => {
  const world = givenWorld();
  for (const observer of world.webhookObservers) {
    observer("push", { ref: undefined });
  }
  expect(world.violations).toContain("webhook push: / must have required property 'ref'");
});

test("attachOracle() tells each world of its own", () => {
  const one = givenWorld();
  const other = givenWorld();
  observe(one, {});
  expect(one.violations).not.toEqual([]);
  expect(other.violations).toEqual([]);
});

test.each(["/graphql", "/_oidc/token"])("attachOracle() leaves %s to others", (template) => {
  const world = givenWorld();
  const call = { method: "POST", template, query: {}, requestBody: {}, status: 200 };
  for (const observer of world.observers) {
    observer({ ...call, responseBody: {} });
  }
  expect(world.violations).toEqual([]);
});
