import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds } from "./finding.ts";
import type { GitAnswer } from "./open-git.ts";
import type { Answer, Place } from "./place.ts";
import { remoteCommit } from "./remote-commit.ts";

/** Compare and swap: all or none, and only from where one thinks it is. */
export const swapTests: readonly ContractTest[] = [
  { number: "A3", name: "refs/kazi/* by updateRefs", try: moveByUpdateRefs },
  { number: "A4", name: "updateRefs compares", try: refuseStaleUpdate },
  { number: "A5", name: "updateRefs is all or none", try: refuseHalfUpdate },
  { number: "A6", name: "an atomic push is all or none", try: refuseHalfPush },
  { number: "A7", name: "a lease refuses", try: refuseStalePush },
  { number: "A8", name: "of several pushes one wins", try: racePushes },
];

const ZERO_OID = "0".repeat(40);

interface Update {
  readonly name: string;
  readonly beforeOid: string;
  readonly afterOid: string;
}

async function updateRefs(place: Place, updates: readonly Update[]): Promise<Answer> {
  return await place.graph(
    `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
      updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) {
        clientMutationId
      }
    }`,
    {
      repositoryId: place.repository.nodeId,
      refUpdates: updates.map((update) => ({ ...update, force: true })),
    },
  );
}

async function moveByUpdateRefs(place: Place): Promise<Finding> {
  const name = place.nextRef();
  const first = await remoteCommit(place, "first");
  const second = await remoteCommit(place, "second", [first]);
  const steps = [
    { beforeOid: ZERO_OID, afterOid: first },
    { beforeOid: first, afterOid: second },
    { beforeOid: second, afterOid: ZERO_OID },
  ];
  for (const step of steps) {
    const asked = await updateRefs(place, [{ name, ...step }]);
    if (asked.kind === "refused") return broken(`it is refused: ${asked.said}`);
    const head = (await place.headOf(name)) ?? ZERO_OID;
    if (head !== step.afterOid) return broken(`after it was done the ref is at ${head}`);
  }
  return holds();
}

async function refuseStaleUpdate(place: Place): Promise<Finding> {
  const name = place.nextRef();
  const [first, second, third] = await threeCommits(place);
  await updateRefs(place, [{ name, beforeOid: ZERO_OID, afterOid: first }]);
  await updateRefs(place, [{ name, beforeOid: first, afterOid: second }]);
  const stale = await updateRefs(place, [{ name, beforeOid: first, afterOid: third }]);
  const twice = await updateRefs(place, [{ name, beforeOid: ZERO_OID, afterOid: third }]);
  if (stale.kind === "answered") return broken("a wrong beforeOid was taken");
  if (twice.kind === "answered") return broken("zeros were taken for a ref that is there");
  return await standsAt(place, [[name, second]]);
}

async function refuseHalfUpdate(place: Place): Promise<Finding> {
  const { branch, ref, before, after } = await givenPair(place);
  const both = await updateRefs(place, [
    { name: branch, beforeOid: before, afterOid: after },
    { name: ref, beforeOid: after, afterOid: before },
  ]);
  if (both.kind === "answered") return broken("a wrong beforeOid was taken");
  const unmoved = await standsAt(place, [
    [branch, before],
    [ref, before],
  ]);
  if (unmoved.kind !== "holds") return unmoved;
  const right = await updateRefs(place, [
    { name: branch, beforeOid: before, afterOid: after },
    { name: ref, beforeOid: before, afterOid: after },
  ]);
  if (right.kind === "refused") return broken(`both together are refused: ${right.said}`);
  return await standsAt(place, [
    [branch, after],
    [ref, after],
  ]);
}

/** Nobody may write below `refs/pull/`, which only GitHub knows and the pushing git does not. */
async function refuseHalfPush(place: Place): Promise<Finding> {
  const { branch, ref, before, after } = await givenPair(place);
  const moves = [`${after}:${branch}`, `${after}:${ref}`];
  const half = await pushAll(place, [...moves, `${after}:refs/pull/1/kazi`]);
  if (half.code === 0) return broken("a push below refs/pull/ was taken");
  const unmoved = await standsAt(place, [
    [branch, before],
    [ref, before],
  ]);
  if (unmoved.kind !== "holds") return unmoved;
  const whole = await pushAll(place, moves);
  if (whole.code !== 0) return broken(`both together are refused: ${whole.stderr}`);
  return await standsAt(place, [
    [branch, after],
    [ref, after],
  ]);
}

async function refuseStalePush(place: Place): Promise<Finding> {
  const ref = place.nextRef();
  const first = await place.commit("first");
  const second = await place.commit("second", [first]);
  await place.push(`${first}:${ref}`);
  await place.push(`${second}:${ref}`);
  for (const lease of [first, ""]) {
    const lost = await pushAll(place, [`--force-with-lease=${ref}:${lease}`], `${first}:${ref}`);
    if (lost.code === 0) return broken(`a push with the lease "${lease}" was taken`);
  }
  return await standsAt(place, [[ref, second]]);
}

const RACERS = 5;

async function racePushes(place: Place): Promise<Finding> {
  const ref = place.nextRef();
  const before = await place.commit("before");
  await place.push(`${before}:${ref}`);
  const racers: string[] = [];
  for (let racer = 0; racer < RACERS; racer += 1) {
    racers.push(await place.commit(`racer ${racer}`, [before]));
  }
  const lease = `--force-with-lease=${ref}:${before}`;
  const ends = await Promise.all(
    racers.map(async (sha) => await pushAll(place, [lease], `${sha}:${ref}`)),
  );
  const winners = racers.filter((_sha, racer) => ends[racer]?.code === 0);
  const [winner, ...more] = winners;
  if (winner === undefined) return broken(`none of them won: ${ends[0]?.stderr ?? ""}`);
  if (more.length > 0) return broken(`${winners.length} of ${RACERS} won`);
  return await standsAt(place, [[ref, winner]]);
}

async function pushAll(
  place: Place,
  words: readonly string[],
  ...refspecs: readonly string[]
): Promise<GitAnswer> {
  const [options, moves] = [
    words.filter((word) => word.startsWith("--")),
    words.filter((word) => !word.startsWith("--")),
  ];
  return await place.git(["push", "--atomic", ...options, "origin", ...moves, ...refspecs]);
}

async function threeCommits(place: Place): Promise<readonly [string, string, string]> {
  const first = await remoteCommit(place, "first");
  const second = await remoteCommit(place, "second", [first]);
  return [first, second, await remoteCommit(place, "third", [second])];
}

interface Pair {
  readonly branch: string;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** A branch and a ref of the ledger, at the same commit, and one commit more that GitHub has too. */
async function givenPair(place: Place): Promise<Pair> {
  const [branch, ref, spare] = [
    `refs/heads/${place.nextBranch()}`,
    place.nextRef(),
    place.nextRef(),
  ];
  const before = place.repository.head;
  const after = await place.commitOnHead(`After ${ref}`);
  await place.push(`${before}:${branch}`, `${before}:${ref}`, `${after}:${spare}`);
  return { branch, ref, before, after };
}

async function standsAt(
  place: Place,
  expected: readonly (readonly [ref: string, oid: string])[],
): Promise<Finding> {
  for (const [ref, oid] of expected) {
    const head = await place.headOf(ref);
    if (head !== oid) return broken(`expected ${ref} at ${oid}, found ${head ?? "nothing"}`);
  }
  return holds();
}
