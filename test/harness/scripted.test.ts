import { expect, test } from "vitest";
import { scripted } from "../../src/harness/scripted.ts";

test("scripted.read() takes the last line", () => {
  const answer = {
    result: "Done.",
    usage: { input_tokens: 1, output_tokens: 2 },
    cost_usd: 0.5,
    denied: [],
  };
  const stdout = `working\n{"result":"earlier"}\n${JSON.stringify(answer)}\n\n`;
  expect(scripted.read({ exitCode: 0, stdout, stderr: "" })).toEqual({
    completed: true,
    ending: "completed",
    summary: "Done.",
    usage: { inputTokens: 1, outputTokens: 2, costUsd: 0.5 },
    denied: [],
  });
});

test.each([
  ["exit 3", 3, '{"result":"x"}', "crashed"],
  ["no JSON", 0, "done", "garbage"],
  ["words after it", 0, '{"result":"x"}\ndone', "garbage"],
  ["no result", 0, "{}", "garbage"],
  ["nothing", 0, "", "garbage"],
  ["nothing, exit 1", 1, "", "crashed"],
])("scripted.read() never calls it completed: %s", (_name, exitCode, stdout, ending) => {
  const reading = scripted.read({ exitCode, stdout, stderr: "" });
  expect(reading).toMatchObject({ completed: false, ending });
});

test("scripted.read() hands denials on", () => {
  const stdout = '{"result":"x","denied":["Edit"]}';
  expect(scripted.read({ exitCode: 0, stdout, stderr: "" })).toMatchObject({
    completed: true,
    ending: "denied",
    denied: ["Edit"],
    usage: {},
  });
});

test("scripted says that it is no model", () => {
  expect([scripted.tier, scripted.title]).toEqual([
    "stand-in",
    expect.stringContaining("not a model"),
  ]);
});
