import type { Goal } from "../../../src/model/goal.ts";
import { invocationsOf } from "../../../src/model/invocations-of.ts";

const WORD_ENDS = /[\s"';()&|<>]+/;
const PATH = /^[\w.-]+(?:\/[\w.-]*)*$/;
const EXTENSION = /\.(?:exs?|exp|json|md|mjs|py|sh|toml|ya?ml)$/;
const SEARCH = /grep -\w+ (?:'([^']*)'|"([^"]*)") (\S+)/g;
const HEX_DIGITS = "0".repeat(64);

/**
 * A tree that satisfies what the commands of a goal say of it: every file and folder that they name is
 * there, a script ends well, and what is searched for is found.
 */
export function satisfyingFiles(goal: Goal): Readonly<Record<string, string>> {
  const commands = goal.predicates
    .flatMap(({ check }) => invocationsOf(check))
    .map(({ command, args }) => [command, ...args].join(" "));
  const named = commands.flatMap((it) => it.split(WORD_ENDS)).filter(isPath);
  const files = new Map(named.map((name) => [toFile(name), textOf(name)]));
  for (const [name, lines] of searched(commands)) files.set(name, `${lines.join("\n")}\n`);
  return Object.fromEntries(files);
}

function isPath(word: string): boolean {
  if (!PATH.test(word) || word.includes("..")) return false;
  return word.includes("/") || EXTENSION.test(word);
}

/** A folder is there when something is in it. */
function toFile(name: string): string {
  return name.endsWith("/") ? `${name}some_test.exs` : name;
}

/** A script that measures finds nothing to complain about; a program for another interpreter is empty. */
function textOf(name: string): string {
  return name.endsWith(".sh") ? "#!/bin/sh\necho 0\n" : "";
}

function searched(commands: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [, single, double = "", name = ""] of commands.flatMap((it) => [
    ...it.matchAll(SEARCH),
  ])) {
    const known = found.get(name) ?? [];
    found.set(name, [...known, sampleOf(single ?? double)]);
  }
  return found;
}

/** What the few patterns with a class in them look for is a digest. */
function sampleOf(pattern: string): string {
  return pattern.includes("[") ? HEX_DIGITS : pattern.replaceAll(/[$^]/g, "");
}
