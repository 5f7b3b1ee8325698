import { expect, test } from "vitest";
import { whyElsewhere } from "../../src/control/why-elsewhere.ts";
import { givenProposal, IN_PLACE, ON_MAIN, openRun, PATH, stop, STUCK } from "./given-control.ts";

const THERE = 'A goal with the id "fix" is live on';

test.each([
  ["nothing is live", undefined, IN_PLACE, undefined],
  ["it is live in the same pull request", IN_PLACE, IN_PLACE, undefined],
  ["it is live on the default branch as well", ON_MAIN, ON_MAIN, undefined],
  ["it is live in another open pull request", { ...IN_PLACE, pull: 12 }, IN_PLACE, `${THERE} #12`],
  ["it is live on the default branch", ON_MAIN, IN_PLACE, `${THERE} branch main`],
  ["the pull request that it lived in is gone", { ...IN_PLACE, pull: 99 }, ON_MAIN, undefined],
])("whyElsewhere() when %s", async (_name, live, target, expected) => {
  const { forge, store } = givenProposal();
  forge.push("other", { "README.md": "other" });
  forge.propose("other");
  const commit = forge.branches.get("feature") ?? "";
  if (live !== undefined) await openRun(store, { head: commit, branch: "other", target: live });
  const why = await whyElsewhere(forge, store, { commit, target, goalPath: PATH });
  expect(why?.split(". ")[0]).toBe(expected);
});

test("whyElsewhere() lets a goal begin where the one of its id has ended", async () => {
  const { forge, store } = givenProposal();
  const commit = forge.branches.get("feature") ?? "";
  await stop(store, await openRun(store, { head: commit, target: ON_MAIN }), STUCK);
  const approved = { commit, target: IN_PLACE, goalPath: PATH };
  expect(await whyElsewhere(forge, store, approved)).toBeUndefined();
});
