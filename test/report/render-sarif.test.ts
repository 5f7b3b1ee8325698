import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { openFindings } from "../../src/observe/formats/open-findings.ts";
import { toSarif } from "../../src/report/render-sarif.ts";

const issue = {
  severity: "warning",
  code: "unknown-key",
  file: ".kazi/goals/a.toml",
  line: 3,
  column: 5,
  message: "nothing reads it",
  suggestion: "Remove it.",
} as const;

/** What the standard asks of the parts that are used here; it knows no further keys. */
const text = {
  type: "object",
  required: ["text"],
  additionalProperties: false,
  properties: { text: { type: "string" } },
};
const region = {
  type: "object",
  required: ["startLine"],
  additionalProperties: false,
  properties: {
    startLine: { type: "integer", minimum: 1 },
    startColumn: { type: "integer", minimum: 1 },
  },
};
const location = {
  type: "object",
  additionalProperties: false,
  properties: {
    physicalLocation: {
      type: "object",
      required: ["artifactLocation"],
      additionalProperties: false,
      properties: {
        artifactLocation: {
          type: "object",
          additionalProperties: false,
          properties: { uri: { type: "string", pattern: "^[^\\s\\\\]*$" } },
        },
        region,
      },
    },
  },
};
const result = {
  type: "object",
  required: ["message"],
  additionalProperties: false,
  properties: {
    ruleId: { type: "string" },
    ruleIndex: { type: "integer", minimum: 0 },
    level: { enum: ["none", "note", "warning", "error"] },
    message: text,
    locations: { type: "array", items: location },
  },
};
const driver = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string" },
    version: { type: "string" },
    rules: {
      type: "array",
      uniqueItems: true,
      items: {
        type: "object",
        required: ["id"],
        additionalProperties: false,
        properties: { id: { type: "string" } },
      },
    },
  },
};
const run = {
  type: "object",
  required: ["tool"],
  additionalProperties: false,
  properties: {
    tool: {
      type: "object",
      required: ["driver"],
      additionalProperties: false,
      properties: { driver },
    },
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: { type: "array", items: result },
  },
};
const validate = new Ajv({ allErrors: true }).compile({
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    version: { const: "2.1.0" },
    runs: { type: "array", items: run },
  },
});

describe("toSarif()", () => {
  test.each([
    ["nothing", []],
    ["an issue", [issue]],
    ["several of one code", [issue, { ...issue, line: 9 }, { ...issue, code: "a" }]],
    ["odd names", [{ ...issue, file: "a b/ü%#?:\\.toml", message: "a\n\u001B[2Jb" }]],
  ])("of %s is what the standard asks for", (_name, issues) => {
    validate(toSarif(issues, "1.2.3"));
    expect(validate.errors).toBeNull();
  });

  test.each([
    [".kazi/goals/a.toml", ".kazi/goals/a.toml"],
    ["a b/ü#.toml", "a%20b/%C3%BC%23.toml"],
    ["/tmp/a.toml", "file:///tmp/a.toml"],
  ])("names the file %s as %s", (file, uri) => {
    expect(toSarif([{ ...issue, file }], "1")).toMatchObject({
      runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri } } }] }] }],
    });
  });

  test("says what to do behind what is wrong", () => {
    expect(toSarif([issue], "1")).toMatchObject({
      runs: [{ results: [{ message: { text: "nothing reads it. Remove it." }, ruleIndex: 0 }] }],
    });
  });
});

test("what toSarif() writes is read by the reader of analyzers", () => {
  const found: unknown[] = [];
  const reader = openFindings({ kind: "sarif" }, (it) => found.push(it), { folder: "/x" });
  reader.write(JSON.stringify(toSarif([issue, { ...issue, severity: "error", line: 9 }], "1")));
  expect(reader.end()).toBeUndefined();
  const { file, column } = issue;
  const rule = issue.code;
  expect(found).toMatchObject([
    { file, line: 3, column, rule, level: "warning" },
    { file, line: 9, column, rule, level: "error" },
  ]);
});
