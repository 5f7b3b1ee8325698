import picomatch from "picomatch";
import type { Goal } from "../model/goal.ts";

/** A lockfile follows its manifest: where the goal names the manifest, the lockfile is work as well. */
const LOCKED_BY: readonly (readonly [RegExp, string])[] = [
  [
    /(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/,
    "package.json",
  ],
  [/(poetry\.lock|uv\.lock)$/, "pyproject.toml"],
  [/Pipfile\.lock$/, "Pipfile"],
  [/Cargo\.lock$/, "Cargo.toml"],
  [/go\.sum$/, "go.mod"],
  [/mix\.lock$/, "mix.exs"],
  [/Gemfile\.lock$/, "Gemfile"],
  [/composer\.lock$/, "composer.json"],
];

/** What `[scope].paths` names file by file is meant to be worked on, even where it looks like a grader. */
export function workMatcher(goal: Goal): (path: string) => boolean {
  const files = new Set(
    goal.scope.paths.map((path) =>
      [goal.scope.workspace, path.replace(/^\.\//, "")].filter((part) => part !== "").join("/"),
    ),
  );
  return (path) =>
    files.has(path) ||
    LOCKED_BY.some(
      ([lock, manifest]) => lock.test(path) && files.has(path.replace(lock, manifest)),
    );
}

/**
 * A glob of `[seal]` is written from the workspace; a folder stands for all that is in it. What names
 * a file to the letter means that file, whatever brackets mean to a glob.
 */
export function treeMatcher(
  globs: readonly string[],
  workspace: string,
): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
  const isMatch = globMatcher(plain.flatMap((glob) => [glob, `${glob}/**`]));
  const above = workspace === "" ? "" : `${workspace}/`;
  return (path) => {
    if (!path.startsWith(above)) return false;
    const inside = path.slice(above.length);
    return isMatch(inside) || plain.some((it) => inside === it || inside.startsWith(`${it}/`));
  };
}

export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true, noextglob: true });
}
