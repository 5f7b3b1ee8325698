import * as fc from "fast-check";
import { expect } from "vitest";
import { featurePaths } from "../../src/goalfile/gherkin/feature-paths.ts";
import { loadGoal } from "../../src/goalfile/load-goal.ts";
import { anyGoalFile } from "./any-goal-file.ts";

const WORDS_MAX = 1_500;

/**
 * What holds of the loader for all bytes: it answers, in bounded words, about places that exist. Gives
 * what was found where it does not.
 */
export function brokenLoader(parameters: fc.Parameters<[Uint8Array]>): string | undefined {
  return fc.defaultReportMessage(fc.check(fc.property(anyGoalFile, holdsFor), parameters));
}

function holdsFor(bytes: Uint8Array): void {
  const loaded = loadGoal({ path: "a", bytes });
  const lines = new TextDecoder().decode(bytes).split("\n");
  expect(featurePaths(bytes).length).toBeLessThanOrEqual(50);
  expect(loaded.issues.length).toBeLessThanOrEqual(101);
  for (const { line, column, message, suggestion = "" } of loaded.issues) {
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 2);
    expect(message.length + suggestion.length).toBeLessThan(WORDS_MAX);
    expect(`${message}${suggestion}`).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E]/u);
    expect(message).not.toMatch(/\{(?:at|owner|index|got)\}|\[object|undefined|expected string/);
  }
  const hasErrors = loaded.issues.some((it) => it.severity === "error");
  expect(loaded.kind).toBe(hasErrors ? "refused" : "loaded");
  if (loaded.kind === "loaded") expect(() => JSON.stringify(loaded.goal)).not.toThrow();
}
