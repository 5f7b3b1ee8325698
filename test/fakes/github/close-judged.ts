import type { LocalGitHub } from "./start-github.ts";

/** The end of every test with a local GitHub: what a real one would not have said fails the test. */
export async function closeJudged(github: LocalGitHub): Promise<void> {
  await github.close();
  if (github.violations.length > 0) {
    throw new Error(`The local GitHub was not as GitHub is:\n${github.violations.join("\n")}`);
  }
}
