import { describe, expect, test } from "vitest";
import { helpJson, helpText } from "../../src/cli/help.ts";
import { VERBS } from "../../src/cli/verbs.ts";

describe("helpText()", () => {
  test.each(VERBS)("shows $name with its use, its summary and every option", (verb) => {
    for (const page of [helpText(undefined), helpText(verb.name)]) {
      expect(page).toContain(`kazi ${verb.usage}\n`);
      expect(page).toContain(verb.summary);
      for (const option of verb.options) {
        const value = option.value === undefined ? "" : ` <${option.value}>`;
        expect(page).toContain(`  --${option.name}${value} `);
        expect(page).toContain(option.summary);
      }
    }
  });

  test("of one verb is about that verb alone", () => {
    expect(helpText("lint")).not.toContain("kazi apply");
  });

  test("of no verb, or one that there is not, is the whole page with the exit codes", () => {
    expect(helpText("nonsense")).toBe(helpText(undefined));
    expect(helpText("__proto__")).toBe(helpText(undefined));
    expect(helpText(undefined)).toMatch(/^Exit codes: .*0 converged.*2 misused.*130 interrupted/m);
  });
});

test("helpJson() is the same for a program", () => {
  const help: unknown = JSON.parse(helpJson());
  expect(help).toEqual({ schema_version: 2, verbs: VERBS });
});

test("every verb has a name of its own, and room for its operands", () => {
  expect(new Set(VERBS.map((verb) => verb.name)).size).toBe(VERBS.length);
  for (const verb of VERBS) expect(verb.operandsMin).toBeLessThanOrEqual(verb.operandsMax);
});
