import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ALL_ROUTES } from "../routes.ts";
import { readFixture } from "./read-fixture.ts";

const Names = z.array(z.string());
const Parts = z.record(z.string(), z.unknown());
const openapi = readFixture(
  "openapi-subset.json",
  z.object({ source: z.string(), operations: Parts, schemas: Parts }),
);
const webhooks = readFixture(
  "webhooks-subset.json",
  z.object({ source: z.string(), webhooks: Parts, schemas: Parts }),
);

const sources = [
  ["openapi-subset.json", openapi, "@octokit/openapi@23.0.2 "],
  ["webhooks-subset.json", webhooks, "@octokit/openapi-webhooks@12.1.0 "],
] as const;

describe("cut-openapi.mjs", () => {
  test("has cut out the operations of operations.json and no others", () => {
    expect(Object.keys(openapi.operations)).toEqual(
      readFixture("operations.json", Names).toSorted(),
    );
  });

  test("has cut out every operation that the local GitHub has", () => {
    const own = ALL_ROUTES.filter(({ template }) => /^\/(?!_|graphql$)/.test(template));
    const names = own.map(({ method, template }) => `${method} ${template}`);
    expect(names.filter((name) => openapi.operations[name] === undefined)).toEqual([]);
  });

  test("has cut out the events of webhooks.json and no others", () => {
    expect(Object.keys(webhooks.webhooks)).toEqual(readFixture("webhooks.json", Names).toSorted());
  });

  test.each(sources)("%s names the package that it was cut from", (_name, subset, source) => {
    expect(subset.source).toContain(source);
    const script = readFileSync(
      new URL("../../../fixtures/github-api/cut-openapi.mjs", import.meta.url),
      "utf8",
    );
    expect(script).toContain(source.trim());
  });

  test.each(sources)("%s has every schema that it refers to, and no other", (_name, subset) => {
    const found = [...JSON.stringify(subset).matchAll(/"\$ref":"#\/schemas\/([^"]+)"/g)];
    const referred = new Set(found.map(([, name]) => name));
    expect(new Set(Object.keys(subset.schemas))).toEqual(referred);
  });

  test.each(sources)("%s is without what only OpenAPI 3.0 knows", (_name, subset) => {
    expect(JSON.stringify(subset)).not.toMatch(/"nullable":(?:true|false)|#\/components\//);
  });
});
