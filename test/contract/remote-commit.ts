import { z } from "zod";
import { needed } from "./needed.ts";
import type { Place } from "./place.ts";

const WHO = { name: "kazi", email: "kazi@localhost", date: "2020-01-01T00:00:00Z" };
const Sha = z.object({ sha: z.string() });

/** A commit that is on GitHub and that no ref leads to. */
export async function remoteCommit(
  place: Place,
  words: string,
  parents: readonly string[] = [],
): Promise<string> {
  const tree = await place.rest("POST /repos/{owner}/{repo}/git/trees", {
    tree: [{ path: "state.json", mode: "100644", type: "blob", content: `${words}\n` }],
  });
  const commit = await place.rest("POST /repos/{owner}/{repo}/git/commits", {
    message: `${words}\n`,
    tree: needed(tree, "write a tree", Sha).sha,
    parents,
    author: WHO,
    committer: WHO,
  });
  return needed(commit, "write a commit", Sha).sha;
}
