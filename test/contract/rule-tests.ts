import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds, untried } from "./finding.ts";
import { folderWith } from "./folder-with.ts";
import { needed } from "./needed.ts";
import type { Place } from "./place.ts";

/** What refuses a push that git itself would take. */
export const ruleTests: readonly ContractTest[] = [
  { number: "A14", name: "commits of an App are signed", try: signCommit },
  { number: "A16", name: "branch rules leave refs/kazi/* alone", try: passRules },
  { number: "A17", name: "workflow files need a permission", try: refuseWorkflow },
];

const Sha = z.object({ sha: z.string() });
const Verified = z.object({ verification: z.object({ verified: z.boolean() }) });

async function signCommit(place: Place): Promise<Finding> {
  if (place.account.kind === "person") return untried("this is not the token of an App");
  const { head } = place.repository;
  const read = await place.rest("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    commit_sha: head,
  });
  const tree = needed(read, "read the newest commit", z.object({ tree: Sha })).tree.sha;
  const made = await place.rest("POST /repos/{owner}/{repo}/git/commits", {
    message: "By an App, without an author",
    tree,
    parents: [head],
  });
  const { sha } = needed(made, "write a commit", Sha);
  const seen = await place.rest("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    commit_sha: sha,
  });
  const { verified } = needed(seen, "read the commit", Verified).verification;
  return verified ? holds() : broken("the commit is not verified");
}

async function passRules(place: Place): Promise<Finding> {
  const branch = place.nextBranch("ruled-");
  const asked = await place.rest("GET /repos/{owner}/{repo}/rules/branches/{branch}", { branch });
  const rules = needed(asked, "read the rules", z.array(z.object({ type: z.string() })));
  if (!rules.some(({ type }) => type === "creation")) {
    return untried("needs a ruleset that restricts creations of kazi-contract/ruled-*");
  }
  const commit = await place.commitOnHead("Under a rule");
  const ref = place.nextRef();
  const ruled = await place.git(["push", "--quiet", "origin", `${commit}:refs/heads/${branch}`]);
  if (ruled.code === 0) return untried("the rules do not bind this account");
  const pushed = await place.git(["push", "--quiet", "origin", `${commit}:${ref}`]);
  return pushed.code === 0 ? holds() : broken(`the push is refused: ${pushed.stderr}`);
}

async function refuseWorkflow(place: Place): Promise<Finding> {
  const commit = await commitWorkflow(place);
  const branch = `refs/heads/${place.nextBranch()}`;
  const pushed = await place.git(["push", "--quiet", "origin", `${commit}:${branch}`]);
  if (pushed.code !== 0) {
    return /workflow/i.test(pushed.stderr) ? holds() : broken(`said is only: ${pushed.stderr}`);
  }
  return place.account.kind === "workflow"
    ? broken("the workflow's own token pushed a workflow file")
    : untried("the push was taken: this token has the permission for workflow files");
}

/** The files of the default branch and one workflow that only a person can start. */
async function commitWorkflow(place: Place): Promise<string> {
  const parent = await place.commitOnHead("The parent of a workflow file");
  const words = "on: workflow_dispatch\njobs: { x: { runs-on: ubuntu-latest, steps: [] } }\n";
  const blob = await place.git(["hash-object", "-w", "--stdin"], words);
  const file = `100644 blob ${blob.stdout}\tkazi-contract-not-merged.yml`;
  const workflows = await folderWith(place, `${parent}:.github/workflows`, file);
  const github = await folderWith(
    place,
    `${parent}:.github`,
    `040000 tree ${workflows}\tworkflows`,
  );
  const tree = await folderWith(place, parent, `040000 tree ${github}\t.github`);
  const made = await place.git(["commit-tree", tree, "-p", parent, "-m", "A workflow file"]);
  return made.stdout;
}
