import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referenceRows } from "../../src/goalfile/reference-rows.ts";
import { README, SECTIONS, withSection } from "./readme-sections.ts";

const text = readFileSync(README, "utf8");

// To bring them in line: node test/goalfile/write-generated.ts
test.each([...SECTIONS.keys()])("the keys of %s in goals/README.md are what is read", (name) => {
  expect(withSection(text, name)).toBe(text);
});

test("goals/README.md names everything that kazi lint can warn of", () => {
  const sources = globSync("src/goalfile/lint/*.ts").map((file) => readFileSync(file, "utf8"));
  const codes = sources.flatMap((source) => [...source.matchAll(/code: "([a-z-]+)"/g)]);
  const missing = codes.map(([, code = ""]) => code).filter((it) => !text.includes(`\`${it}\``));
  expect(codes.length).toBeGreaterThan(7);
  expect(missing).toEqual([]);
});

test.each([
  [{ type: "boolean" }, "true or false"],
  [{ type: "string" }, "text"],
  [{ type: "integer", minimum: 1 }, "positive integer"],
  [{ type: "integer", minimum: 0 }, "integer from 0"],
  [{ type: "integer", minimum: 1, maximum: 86_400_000 }, "1 to 86,400,000"],
  [{ type: "number", exclusiveMinimum: 0 }, "positive number"],
  [{ type: "number", minimum: 0, maximum: 1 }, "0 to 1"],
  [{ type: "number", minimum: 0, exclusiveMaximum: 1 }, "0 to less than 1"],
  [{ enum: ["GET", "get", "PUT"] }, '"GET", "PUT"'],
  [{ enum: ["a", "b"] }, '"a", "b"'],
  [{ const: 2 }, "2"],
  [{ type: "array", items: { type: "string" } }, "list of texts"],
  [
    { type: "array", items: { type: "array", items: { type: "string" } } },
    "list of lists of texts",
  ],
  [{ type: "array", items: { enum: ["a"] } }, 'list of any of "a"'],
  [{ type: "array", items: {} }, "list"],
  [{ type: "object", additionalProperties: { type: "string" } }, "table of texts"],
  [{ type: "object" }, "table"],
  [{ anyOf: [{ type: "string" }, { type: "number" }] }, "text, or number"],
  [{ type: ["number", "string"] }, "number, or text"],
  [{}, "anything"],
])("referenceRows() calls %j %s", (schema, kind) => {
  expect(referenceRows({ properties: { key: schema } }, 0)).toEqual([
    { key: "key", isRequired: false, kind },
  ]);
});

test("referenceRows() tells required keys first, and tables in tables below their own", () => {
  const inner = { type: "object", properties: { cmd: { type: "string" } }, required: ["cmd"] };
  const properties = {
    samples: { type: "integer", default: 3, description: "how often" },
    metric: inner,
    id: { type: "string" },
  };
  expect(referenceRows({ properties, required: ["id"] }, 1)).toEqual([
    { key: "id", isRequired: true, kind: "text" },
    { key: "samples", isRequired: false, kind: "integer", about: "how often", fallback: "3" },
    { key: "metric", isRequired: false, kind: "table" },
    { key: "metric.cmd", isRequired: true, kind: "text" },
  ]);
});

test("referenceRows() tells the shapes of a table that has several, what tells them apart first", () => {
  const click = {
    properties: { selector: {}, action: { const: "click" } },
    required: ["action", "selector"],
  };
  const goto = { properties: { url: {}, action: { const: "goto" } }, required: ["action"] };
  const steps = { type: "array", items: { anyOf: [click, goto] } };
  expect(referenceRows({ properties: { steps } }, 1)[0]?.shapes).toEqual([
    '{ action = "click", selector * }',
    '{ action = "goto", url }',
  ]);
});
