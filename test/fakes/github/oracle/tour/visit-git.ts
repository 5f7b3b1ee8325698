import type { Tour } from "./start-tour.ts";

export interface Branch {
  readonly headSha: string;
  readonly treeSha: string;
}

/** Makes the branch `work` with one commit on `main`. */
export async function visitGit(tour: Tour): Promise<Branch> {
  const { octo, bot, path } = tour;
  const main = await octo("GET", `${path}/git/ref/heads/main`);
  const mainSha = main.text("object", "sha");
  const base = await octo("GET", `${path}/git/commits/${mainSha}`);
  const blob = await bot("POST", `${path}/git/blobs`, { content: "new\n", encoding: "utf-8" });
  await octo("GET", `${path}/git/blobs/${blob.text("sha")}`);
  const work = await addCommit(tour, { headSha: mainSha, treeSha: base.text("tree", "sha") }, "n");
  await octo("GET", `${path}/git/trees/${work.treeSha}?recursive=1`);
  await bot("POST", `${path}/git/refs`, { ref: "refs/heads/work", sha: work.headSha });
  await octo("GET", `${path}/compare/main...work`);
  await visitRefs(tour, { from: mainSha, to: work.headSha });
  await visitTag(tour, mainSha);
  return work;
}

export async function addCommit(
  { bot, path }: Tour,
  parent: Branch,
  name: string,
): Promise<Branch> {
  const entry = { path: `${name}.txt`, mode: "100644", type: "blob", content: `${name}\n` };
  const tree = await bot("POST", `${path}/git/trees`, {
    base_tree: parent.treeSha,
    tree: [entry],
  });
  const commit = await bot("POST", `${path}/git/commits`, {
    message: `Add ${name}`,
    tree: tree.text("sha"),
    parents: [parent.headSha],
  });
  return { headSha: commit.text("sha"), treeSha: tree.text("sha") };
}

async function visitRefs(
  { octo, bot, path }: Tour,
  commits: { readonly from: string; readonly to: string },
): Promise<void> {
  await bot("POST", `${path}/git/refs`, { ref: "refs/kazi/x", sha: commits.from });
  await octo("GET", `${path}/git/matching-refs/kazi/`);
  await bot("PATCH", `${path}/git/refs/kazi/x`, { sha: commits.to });
  await bot("DELETE", `${path}/git/refs/kazi/x`);
  await octo("POST", `${path}/git/refs`, { ref: "refs/heads/gone", sha: commits.from });
  await octo("DELETE", `${path}/git/refs/heads/gone`);
}

async function visitTag({ octo, bot, path }: Tour, sha: string): Promise<void> {
  const tag = await bot("POST", `${path}/git/tags`, {
    tag: "v1",
    message: "One",
    object: sha,
    type: "commit",
  });
  await octo("GET", `${path}/git/tags/${tag.text("sha")}`);
  await bot("POST", `${path}/git/refs`, { ref: "refs/tags/v1", sha: tag.text("sha") });
}
