import type { Repository } from "../model.ts";
import { tryGit } from "../run-git.ts";

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** `2026-01-31T12:00:00Z`. */
  readonly date: string;
}

export interface CommitRecord {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  readonly isSigned: boolean;
}

/** Commits in the order asked for, by one git process. Names that are not commits are left out. */
export async function readCommits(
  repository: Repository,
  names: readonly string[],
): Promise<readonly CommitRecord[]> {
  if (names.length === 0) {
    return [];
  }
  const input = names.map((name) => `${name}^{commit}\n`).join("");
  const { stdout } = await tryGit(repository, ["cat-file", "--batch"], { input });
  return parseBatch(stdout);
}

export async function readCommit(
  repository: Repository,
  name: string,
): Promise<CommitRecord | undefined> {
  // A line break would ask for a second object.
  return name.includes("\n") ? undefined : (await readCommits(repository, [name]))[0];
}

function parseBatch(output: Buffer): readonly CommitRecord[] {
  const commits: CommitRecord[] = [];
  let offset = 0;
  while (offset < output.length) {
    const lineEnd = output.indexOf("\n", offset);
    const [sha = "", type, size] = output.toString("utf8", offset, lineEnd).split(" ");
    offset = lineEnd + 1;
    if (type === "commit") {
      const length = Number(size);
      commits.push(parseCommit(sha, output.toString("utf8", offset, offset + length)));
      offset += length + 1;
    }
  }
  return commits;
}

function parseCommit(sha: string, text: string): CommitRecord {
  const headEnd = text.indexOf("\n\n");
  const head = text.slice(0, headEnd).split("\n");
  const value = (name: string): string =>
    head.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? "";
  return {
    sha,
    tree: value("tree"),
    parents: head.filter((line) => line.startsWith("parent ")).map((line) => line.slice(7)),
    author: parseSignature(value("author")),
    committer: parseSignature(value("committer")),
    // GitHub shows messages without the line break that ends them.
    message: text.slice(headEnd + 2).replace(/\n+$/, ""),
    isSigned: head.some((line) => line.startsWith("gpgsig")),
  };
}

export function parseSignature(text: string): Signature {
  const groups = /^(?<name>.*) <(?<email>.*)> (?<seconds>\d+) [+-]\d{4}$/.exec(text)?.groups;
  const seconds = Number(groups?.["seconds"] ?? 0);
  return {
    name: groups?.["name"] ?? "",
    email: groups?.["email"] ?? "",
    date: new Date(seconds * 1000).toISOString().replace(".000Z", "Z"),
  };
}
