/** Files of kazi that are no goals, by their names. */
const OTHERS: ReadonlySet<string> = new Set([
  "config.toml",
  "context.toml",
  "roadmap.toml",
  "fleet.toml",
]);
const PATTERNS: readonly RegExp[] = [
  /^\.kazi\/goals\/[^/]+\.toml$/,
  /^\.kazi\/(?:[^/]+\/)*[^/]+\.goal\.toml$/,
];
const PATH_CHARACTERS_MAX = 1_000;

/** Whether a path of a repository is the place of a goal-file. */
export function isGoalPath(path: string): boolean {
  if (path.length > PATH_CHARACTERS_MAX) return false;
  if (path.split("/").some((part) => part === "." || part === "..")) return false;
  return (
    PATTERNS.some((pattern) => pattern.test(path)) && !OTHERS.has(path.split("/").at(-1) ?? "")
  );
}
