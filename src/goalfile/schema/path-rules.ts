import { type BrokenRule, filled, type Rule, shorterThan, visible } from "./rule.ts";

const PATH_MAX = 500;
const BRACES_MAX = 3;

/**
 * Ways to place the wildcards of a glob on a long hostile path, all of which a backtracking matcher
 * tries: measured, four stars in one name of 255 letters take more than a second, five take minutes.
 */
const WAYS_MAX = 1e7;
const NAME_LENGTH = 255;
const FOLDER_DEPTH = 100;

/** Shapes that are no path inside the repository, with what they are called. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^\//, "an absolute path"],
  [/^~/, "a home folder"],
  [/^[A-Za-z]:/, "a drive letter"],
  [/\\/, "a backslash"],
  [/[\u2044\u2215\u29F8\uFF0F]/, "a character that only looks like a slash"],
  [/(^|\/)\.\.(\/|$)/, 'a ".." step'],
];

/** Patterns that mean something else than they say, or take for ever to match. */
const UNSAFE: readonly (readonly [RegExp, string])[] = [
  [/^(?:\.\/)*!/, 'a leading "!"'],
  [/[!@?*+]\(/, 'an extended pattern such as "!("'],
  [/[)\]}]\+/, 'a repetition "+"'],
  [/\(.*[*?+|{]|[*?+|{].*\(/, "round brackets beside wildcards"],
];

/** What every path and glob of a goal-file has to be. */
export const PATH_RULES: readonly Rule[] = [
  filled("{at} must not hold an empty path"),
  shorterThan(PATH_MAX),
  visible,
  insideRepository,
];
export const GLOB_RULES: readonly Rule[] = [...PATH_RULES, matchable];
export const PREFIX_RULES: readonly Rule[] = [...PATH_RULES, literal];

function insideRepository(text: string): BrokenRule | undefined {
  const found = FOREIGN.find(([shape]) => shape.test(text));
  if (found === undefined) return undefined;
  return {
    template: `{at} must name a path inside the repository, but {got} has ${found[1]}`,
    code: "path-outside",
    suggestion: 'Write it relative, with "/" between folders, such as "src/app".',
  };
}

/** An agent may neither be let at git's own files nor be sent to work among them. */
export function notGit(text: string): BrokenRule | undefined {
  if (!/(^|\/)\.git(\/|$)/i.test(text)) return undefined;
  return { template: "{at} must not name git's own files (got {got})", code: "path-outside" };
}

function matchable(text: string): BrokenRule | undefined {
  const found = UNSAFE.find(([shape]) => shape.test(text))?.[1] ?? tooManyWildcards(text);
  if (found === undefined) return undefined;
  return {
    template: `{at} must be a plain glob, but {got} has ${found}`,
    code: "unsafe-glob",
    suggestion: 'Use "*", "**", "?" and "{a,b}"; write several globs instead of one clever one.',
  };
}

function tooManyWildcards(text: string): string | undefined {
  if (countOf(text, "{") > BRACES_MAX) return `more than ${BRACES_MAX} brace groups`;
  const ways = text.split("/").reduce((product, segment) => product * waysToMatch(segment), 1);
  return ways > WAYS_MAX ? "more wildcards than can be matched in a moment" : undefined;
}

function waysToMatch(segment: string): number {
  if (segment === "**") return FOLDER_DEPTH;
  return NAME_LENGTH ** Math.max(0, countOf(segment, "*") - 1);
}

function literal(text: string): BrokenRule | undefined {
  if (!/[*?]/.test(text)) return undefined;
  return {
    template: "{at} takes files and folders, not wildcards (got {got})",
    code: "unsafe-glob",
    suggestion: "Name the folder: everything below it is meant.",
  };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** `./lib//` and `lib` are one path; the root is empty. */
export function toPlainPath(text: string): string {
  return text
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}
