import { expect, test } from "vitest";
import { matchesPatterns } from "./filter-pattern.ts";

test.each([
  ["feature/*", "feature/my-branch", true],
  ["feature/*", "feature/a/b", false],
  ["feature/**", "feature/beta-a/my-branch", true],
  ["main", "main", true],
  ["main", "mainline", false],
  ["*", "main", true],
  ["*", "releases/1", false],
  ["**", "every/branch/name", true],
  ["*feature", "ver-10-feature", true],
  ["*feature", "feature", true],
  ["v2*", "v2.9", true],
  ["v[12].[0-9]+.[0-9]+", "v1.10.1", true],
  ["v[12].[0-9]+.[0-9]+", "v3.10.1", false],
  ["*.jsx?", "page.js", true],
  ["*.jsx?", "page.jsx", true],
  ["*.jsx?", "src/page.jsx", false],
  ["**.js", "src/js/app.js", true],
  ["**.js", "index.js", true],
  ["docs/*", "docs/README.md", true],
  ["docs/*", "docs/mona/octocat.txt", false],
  ["docs/**/*.md", "docs/README.md", true],
  ["docs/**/*.md", "docs/a/markdown/file.md", true],
  ["**/docs/**", "dir/docs/my-file.txt", true],
  ["**/docs/**", "docs/hello.md", true],
  ["**/*src/**", "my-src/code/js/app.js", true],
  ["**/*-post.md", "my-post.md", true],
  ["**/migrate-*.sql", "db/sept/migrate-10909.sql", true],
  [".kazi/**", ".kazi/goals/a.toml", true],
  [".kazi/**", "akazi/goals/a.toml", false],
])("matchesPatterns() %s on %s as GitHub's documentation has it", (pattern, name, isMatch) => {
  expect(matchesPatterns([pattern], name)).toBe(isMatch);
});

test.each([
  ["releases/10", true],
  ["releases/10-alpha", false],
  ["releases/beta/3-alpha", true],
])("matchesPatterns() lets a later pattern take back an earlier one: %s", (name, isMatch) => {
  const patterns = ["releases/**", "!releases/*-alpha"];
  expect(matchesPatterns(patterns, name)).toBe(isMatch);
});
