import { describe, expect, test } from "vitest";
import {
  evaluateCondition,
  evaluateExpression,
  evaluateTemplate,
  evaluateText,
} from "./expressions.ts";
import type { Scope } from "./expressions.ts";
import { Expression } from "./template.ts";

function scope(status: "success" | "failure" | "cancelled" = "success"): Scope {
  return {
    contexts: {
      github: {
        event_name: "push",
        event: { labels: [{ name: "bug" }, { name: "kazi" }] },
      },
      env: { EMPTY: "" },
      steps: { one: { outputs: { count: "5" } } },
      needs: { a: { result: "failure" } },
    },
    functions: {
      success: () => status === "success",
      failure: () => status === "failure",
      cancelled: () => status === "cancelled",
      always: () => true,
      hashFiles: (...patterns) => patterns.join("+"),
    },
  };
}

test.each([
  ["github.event_name == 'PUSH'", true],
  ["contains(github.event.labels.*.name, 'kazi')", true],
  ["steps.one.outputs.count > 4", true],
  ["github.no.such.thing", null],
  ["env.EMPTY || 'other'", "other"],
  ["'0' == 0", true],
  ["null == ''", true],
  ["NaN == NaN", false],
  ["fromJSON('[1,2]')[1]", 2],
  ["format('{0}-{1}', 'a', 1)", "a-1"],
  ["toJSON(fromJSON('{\"a\":1}'))", '{\n  "a": 1\n}'],
  ["hashFiles('a', 'b')", "a+b"],
  ["startsWith('Hello', 'he')", true],
])("evaluateExpression(): %s", (text, value) => {
  expect(evaluateExpression(text, scope())).toEqual(value);
});

test.each([
  ["no_such_context.a", "Unrecognized named-value"],
  ["noSuchFunction()", "Unrecognized function"],
  ["(1", "Unexpected end of expression"],
])("evaluateExpression() refuses %s", (text, message) => {
  expect(() => evaluateExpression(text, scope())).toThrow(message);
});

describe("evaluateCondition()", () => {
  test.each([
    ["nothing", undefined, "success", true],
    ["nothing after a failure", undefined, "failure", false],
    ["a condition after a failure", "github.event_name == 'push'", "failure", false],
    ["a condition with a status of its own", "always() && true", "failure", true],
    ["failure()", "failure()", "failure", true],
    ["!cancelled()", "!cancelled()", "failure", true],
    ["the name of a function as text", "'always()' == 'always()'", "failure", false],
    ["a text that is false", "false", "success", false],
    ["a boolean", true, "success", true],
  ] as const)("%s", (_name, condition, status, isTrue) => {
    expect(evaluateCondition(condition, scope(status))).toBe(isTrue);
  });
});

test("evaluateTemplate() goes into lists and mappings", () => {
  const template = { list: [new Expression("1 == 1"), "text"], empty: null };
  expect(evaluateTemplate(template, scope())).toEqual({ list: [true, "text"], empty: null });
});

test.each([
  ["null", ""],
  ["true", "true"],
  ["1.5", "1.5"],
  ["github.event", "Object"],
])("evaluateText() writes %s as '%s'", (text, written) => {
  expect(evaluateText(new Expression(text), scope())).toBe(written);
});
