import type { Predicate } from "../../src/model/goal.ts";
import { goalOf, load, told } from "./goal-text.ts";

/** The predicate that these lines make, with `before` above it in the file. */
export function predicateOf(lines: string, before = ""): Predicate | undefined {
  return goalOf(textOf(lines, before)).predicates[0];
}

/** What is said of these lines: `code message | suggestion` of each issue. */
export function toldOf(lines: string): readonly string[] {
  return told(textOf(lines)).map((line) => line.replace(/^\d+:\d+ /, ""));
}

export function isRefused(lines: string): boolean {
  return load(textOf(lines)).kind === "refused";
}

function textOf(lines: string, before = ""): string {
  return `id = "g"\n${before}\n[[predicate]]\nid = "p"\n${lines}`;
}
