import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds, untried } from "./finding.ts";
import { needed } from "./needed.ts";
import type { Answer, Place } from "./place.ts";

/** What GitHub does with pull requests that kazi opens. */
export const pullTests: readonly ContractTest[] = [
  { number: "A33", name: "a second pull request is refused", try: refuseSecond },
  { number: "A34", name: "an empty pull request is refused", try: refuseEmpty },
  { number: "A35", name: "a draft is made or refused in words", try: openDraft },
  { number: "A36", name: "a draft becomes ready", try: readyDraft },
  { number: "A37", name: "auto-merge with nothing to wait for is refused", try: refuseAutoMerge },
  { number: "A38", name: "the workflow's own token may be refused", try: refuseWorkflowToken },
];

const TITLE = "kazi contract, closed by itself";
const Opened = z.object({ number: z.int(), node_id: z.string(), draft: z.boolean().optional() });
type Opened = z.infer<typeof Opened>;

interface NewPull {
  readonly base: string;
  readonly head: string;
  readonly draft?: boolean;
}

async function open(place: Place, pull: NewPull): Promise<Answer> {
  return await place.rest("POST /repos/{owner}/{repo}/pulls", {
    title: TITLE,
    base: pull.base,
    head: pull.head,
    ...(pull.draft === undefined ? {} : { draft: pull.draft }),
  });
}

async function refuseSecond(place: Place): Promise<Finding> {
  const { base, head } = await place.work();
  needed(await open(place, { base, head }), "open a pull request", Opened);
  return refusedWith(await open(place, { base, head }), 422, /already exists/i);
}

async function refuseEmpty(place: Place): Promise<Finding> {
  const { base } = await place.work();
  const head = place.nextBranch();
  await place.push(`${place.repository.head}:refs/heads/${head}`);
  return refusedWith(await open(place, { base, head }), 422, /no commits between/i);
}

/** In the words that kazi knows it by: it then opens one that is no draft. */
async function openDraft(place: Place): Promise<Finding> {
  const asked = await open(place, { ...(await place.work()), draft: true });
  if (asked.kind === "refused" && asked.status === 403) return untried(asked.said);
  if (asked.kind === "refused") {
    return refusedWith(asked, 422, /draft pull requests? (?:is|are) not supported/i);
  }
  const { draft } = needed(asked, "open a draft", Opened);
  return draft === true ? holds() : broken("what was opened is no draft");
}

async function readyDraft(place: Place): Promise<Finding> {
  const asked = await open(place, { ...(await place.work()), draft: true });
  const pull = needed(asked, "open a draft", Opened);
  const marked = await place.graph(
    `mutation ($id: ID!) {
      markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
    }`,
    { id: pull.node_id },
  );
  if (marked.kind === "refused") return broken(`it is refused: ${marked.said}`);
  const { draft } = await readPull(place, pull.number);
  return draft === true ? broken("it is a draft as before") : holds();
}

async function refuseAutoMerge(place: Place): Promise<Finding> {
  const { node_id: id, number } = needed(
    await open(place, await place.work()),
    "open a pull request",
    Opened,
  );
  const asked = await place.graph(
    `mutation ($id: ID!) {
      enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: REBASE }) {
        pullRequest { number }
      }
    }`,
    { id },
  );
  if (asked.kind === "refused") {
    return /not accessible|forbidden/i.test(asked.said) ? untried(asked.said) : holds();
  }
  const pull = await place.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    pull_number: number,
  });
  const { auto_merge: waiting } = needed(
    pull,
    "read the pull request",
    z.object({ auto_merge: z.unknown() }),
  );
  return waiting === null || waiting === undefined
    ? broken("it was taken, and the pull request does not wait for anything")
    : untried("rules of this repository make every pull request wait");
}

async function refuseWorkflowToken(place: Place): Promise<Finding> {
  if (place.account.kind !== "workflow") return untried("this is not the token of a job");
  const asked = await open(place, await place.work());
  if (asked.kind === "answered") return untried("this repository lets Actions open pull requests");
  return refusedWith(asked, 403, /not permitted to create/i);
}

async function readPull(place: Place, number: number): Promise<Opened> {
  const asked = await place.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    pull_number: number,
  });
  return needed(asked, "read the pull request", Opened);
}

function refusedWith(answer: Answer, status: number, words: RegExp): Finding {
  if (answer.kind === "answered") return broken("it was taken");
  if (answer.status === 403 && status !== 403) return untried(answer.said);
  return answer.status === status && words.test(answer.said)
    ? holds()
    : broken(`it is refused with other words: ${answer.status} ${answer.said}`);
}
