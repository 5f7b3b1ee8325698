import { type FileChange, listChanges } from "../git/list-changes.ts";
import { runGit } from "../run-git.ts";
import type { Pull } from "./pull.ts";

export interface PullSize {
  readonly commits: number;
  readonly files: number;
  readonly additions: number;
  readonly deletions: number;
}

export async function readPullSize(pull: Pull): Promise<PullSize> {
  const [commits, counts] = await Promise.all([listPullCommits(pull), readCounts(pull)]);
  return {
    commits: commits.length,
    files: counts.length,
    additions: sum(counts.map((count) => count.additions)),
    deletions: sum(counts.map((count) => count.deletions)),
  };
}

/** Oldest first. */
export async function listPullCommits(pull: Pull): Promise<readonly string[]> {
  const range = `${pull.details.baseSha}..${pull.details.headSha}`;
  const listed = await runGit(pull.repository, ["rev-list", "--reverse", "--topo-order", range]);
  return listed.split("\n").filter((line) => line !== "");
}

/** What the head changed since it left the base: GitHub compares with the merge base. */
export async function listChangedFiles(pull: Pull): Promise<readonly FileChange[]> {
  return await listChanges(pull.repository, [rangeOf(pull)]);
}

/** The change as one diff, or as one mail for each commit. */
export async function readPullText(pull: Pull, format: "diff" | "patch"): Promise<string> {
  const { baseSha, headSha } = pull.details;
  const args =
    format === "diff"
      ? ["diff", "--find-renames", rangeOf(pull)]
      : ["format-patch", "--stdout", `${baseSha}..${headSha}`];
  return `${await runGit(pull.repository, args)}\n`;
}

function rangeOf({ details }: Pull): string {
  return `${details.baseSha}...${details.headSha}`;
}

async function readCounts(pull: Pull): Promise<{ additions: number; deletions: number }[]> {
  const args = ["diff", "--find-renames", "--numstat", rangeOf(pull)];
  const listed = await runGit(pull.repository, args);
  return listed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [additions = "", deletions = ""] = line.split("\t");
      // A dash stands where git counts no lines, in binary files.
      return { additions: Number(additions) || 0, deletions: Number(deletions) || 0 };
    });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
