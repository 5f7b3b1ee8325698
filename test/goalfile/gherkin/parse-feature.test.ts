import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseFeature } from "../../../src/goalfile/gherkin/parse-feature.ts";

const FEATURE = `# language: en
@store
Feature: Check & out
  Words about it.

  Background:
    Given a shop

  Scenario: Pay by card
    When I pay
      """
      Scenario: not one
      """

  Rule: Only adults
    Scenario Outline: Buy <what>
      When I buy <what>
      Examples: drinks
        | what | age |
        | beer | 18  |
        | tea  | 0   |
      Examples:
        | what | age |
        | wine | 18  |

    Scenario Outline: Never run
      When I buy <what>
`;

test("parseFeature() finds scenarios, rows of examples and rules in order", () => {
  expect(parseFeature(FEATURE)).toEqual({
    kind: "feature",
    feature: {
      name: "Check & out",
      scenarios: [
        { name: "Pay by card", line: 9 },
        {
          name: "Buy <what>",
          line: 20,
          row: { index: 0, cells: ["beer", "18"], example: { what: "beer", age: "18" } },
        },
        {
          name: "Buy <what>",
          line: 21,
          row: { index: 1, cells: ["tea", "0"], example: { what: "tea", age: "0" } },
        },
        {
          name: "Buy <what>",
          line: 24,
          row: { index: 2, cells: ["wine", "18"], example: { what: "wine", age: "18" } },
        },
      ],
    },
  });
});

test("parseFeature() reads other languages and Windows line ends", () => {
  const text = "# language: de\r\nFunktionalität: Kasse\r\nSzenario: Zahlen\r\nWenn ich zahle\r\n";
  expect(parseFeature(text)).toEqual({
    kind: "feature",
    feature: { name: "Kasse", scenarios: [{ name: "Zahlen", line: 3 }] },
  });
});

test.each(["", "# only words\n", "Feature: nothing yet\n"])(
  "parseFeature() finds nothing in %j",
  (text) => {
    expect(parseFeature(text)).toMatchObject({ kind: "feature", feature: { scenarios: [] } });
  },
);

test.each([
  ["Scenario: no feature\n", "(1:1): expected: "],
  ["# language: xx\nFeature: a\n", "Language not supported: xx"],
  ["x".repeat(300_000), "it has more than 262144 characters"],
  [
    `Feature: a\nScenario Outline: b\nGiven <c>\nExamples:\n|c|\n${"|1|\n".repeat(1_001)}`,
    "it has more than 1000 scenarios",
  ],
])("parseFeature() says why it cannot read %#", (text, reason) => {
  const read = parseFeature(text);
  expect(read.kind).toBe("malformed");
  expect(read.kind === "malformed" ? read.reason : "").toContain(reason);
});

test("parseFeature() answers for any text", () => {
  const piece = fc.constantFrom(
    ...FEATURE.split(/(?=[\n|:"@#<])/),
    "\u0000",
    "\uFFFD",
    "\\|",
    "```",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const read = parseFeature(pieces.join(""));
      expect(["feature", "malformed"]).toContain(read.kind);
    }),
    { numRuns: 300 },
  );
});
