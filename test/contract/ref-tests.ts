import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds } from "./finding.ts";
import { needed } from "./needed.ts";
import type { Place } from "./place.ts";
import { remoteCommit } from "./remote-commit.ts";

/** The refs of the ledger: who takes them, and how they are read again. */
export const refTests: readonly ContractTest[] = [
  { number: "A1", name: "refs/kazi/* by git push", try: moveByPush },
  { number: "A2", name: "refs/kazi/* by REST", try: moveByRest },
  { number: "A9", name: "fetch by commit id", try: fetchById },
  { number: "A10", name: "fetch of depth one", try: fetchShallow },
  { number: "A11", name: "matching-refs in one answer", try: listAtOnce },
  { number: "A12", name: "trees with their files", try: writeTree },
  { number: "A13", name: "the same commit twice", try: writeTwice },
];

async function moveByPush(place: Place): Promise<Finding> {
  const ref = place.nextRef();
  const first = await place.commit("first");
  const second = await place.commit("second", [first]);
  for (const after of [first, second, undefined]) {
    const pushed = await place.git(["push", "--quiet", "origin", `${after ?? ""}:${ref}`]);
    if (pushed.code !== 0) return broken(`the push is refused: ${pushed.stderr}`);
    const head = await place.headOf(ref);
    if (head !== after) return broken(`after the push the ref is at ${head ?? "nothing"}`);
  }
  return holds();
}

async function moveByRest(place: Place): Promise<Finding> {
  const ref = place.nextRef();
  const first = await remoteCommit(place, "first");
  const second = await remoteCommit(place, "second", [first]);
  const name = ref.replace(/^refs\//, "");
  const steps = [
    { route: "POST /repos/{owner}/{repo}/git/refs", own: { ref, sha: first }, after: first },
    {
      route: "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
      own: { ref: name, sha: second },
      after: second,
    },
    { route: "DELETE /repos/{owner}/{repo}/git/refs/{ref}", own: { ref: name }, after: undefined },
  ];
  for (const { route, own, after } of steps) {
    const asked = await place.rest(route, own);
    if (asked.kind === "refused") return broken(`${route}: ${asked.status} ${asked.said}`);
    const head = await place.headOf(ref);
    if (head !== after) return broken(`after ${route} the ref is at ${head ?? "nothing"}`);
  }
  return holds();
}

/** Two commits, one on the other; only the second has a name on GitHub. */
async function givenChain(place: Place): Promise<{ ref: string; first: string; second: string }> {
  const ref = place.nextRef();
  const first = await place.commit("first");
  const second = await place.commit("second", [first]);
  await place.push(`${second}:${ref}`);
  return { ref, first, second };
}

async function fetchById(place: Place): Promise<Finding> {
  const { first } = await givenChain(place);
  const other = await place.freshGit();
  const fetched = await other(["fetch", "--quiet", "--depth=1", "origin", first]);
  if (fetched.code !== 0) return broken(`the fetch is refused: ${fetched.stderr}`);
  const kind = await other(["cat-file", "-t", first]);
  return kind.stdout === "commit" ? holds() : broken("the commit did not come");
}

async function fetchShallow(place: Place): Promise<Finding> {
  const { ref, second } = await givenChain(place);
  const other = await place.freshGit();
  const fetched = await other(["fetch", "--quiet", "--depth=1", "origin", `${ref}:refs/x/here`]);
  if (fetched.code !== 0) return broken(`the fetch is refused: ${fetched.stderr}`);
  const listed = await other(["rev-list", "refs/x/here"]);
  return listed.stdout === second
    ? holds()
    : broken(`expected the newest commit alone, found ${listed.stdout.split("\n").length}`);
}

/** More than the hundred that GitHub's longest page has. */
const MANY = 101;

async function listAtOnce(place: Place): Promise<Finding> {
  const ref = place.nextRef();
  const commit = await place.commit("many");
  const names = Array.from({ length: MANY }, (_, index) => `${ref}/${index}`);
  await place.push(...names.map((name) => `${commit}:${name}`));
  const asked = await place.rest("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", {
    ref: `${ref.replace(/^refs\//, "")}/`,
  });
  const listed = needed(asked, "list the refs", z.array(z.object({ ref: z.string() })));
  const found = new Set(listed.map((it) => it.ref));
  const isWhole = names.every((name) => found.has(name));
  return isWhole ? holds() : broken(`expected ${MANY} refs in one answer, found ${found.size}`);
}

const Sha = z.object({ sha: z.string() });

async function writeTree(place: Place): Promise<Finding> {
  const words = "Grüße\nnot the last line";
  const blob = await place.git(["hash-object", "-w", "--stdin"], words);
  const own = await place.git(["mktree"], `100644 blob ${blob.stdout}\tstate.json\n`);
  const asked = await place.rest("POST /repos/{owner}/{repo}/git/trees", {
    tree: [{ path: "state.json", mode: "100644", type: "blob", content: words }],
  });
  if (asked.kind === "refused") return broken(`${asked.status} ${asked.said}`);
  const { sha } = needed(asked, "write a tree", Sha);
  return sha === own.stdout ? holds() : broken("the tree has another id than git gives it");
}

async function writeTwice(place: Place): Promise<Finding> {
  const first = await remoteCommit(place, "the same");
  const second = await remoteCommit(place, "the same");
  return first === second ? holds() : broken("the same words made two commits");
}
