import { expect, test } from "vitest";
import { answerMergeGroup } from "../../src/control/answer-merge-group.ts";
import { givenProposal, givenWorld } from "./given-control.ts";

const SHA = "c".repeat(40);
const ENTRY = `refs/heads/gh-readonly-queue/main/pr-11-${SHA}`;

test("answerMergeGroup() gives the queue what holds for the pull request in it", async () => {
  const { forge, store } = givenProposal();
  await answerMergeGroup(forge, store, { headSha: SHA, headRef: ENTRY });
  expect(forge.gates.get(SHA)).toMatchObject({ verdict: "action-required" });
});

test.each([ENTRY, "refs/heads/gh-readonly-queue/main/something-else"])(
  "answerMergeGroup() never leaves %s without an answer",
  async (headRef) => {
    const { forge, store } = givenWorld();
    await answerMergeGroup(forge, store, { headSha: SHA, headRef });
    expect(forge.gates.get(SHA)).toMatchObject({ verdict: "neutral" });
  },
);
