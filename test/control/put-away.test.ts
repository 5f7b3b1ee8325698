import { expect, test } from "vitest";
import { putAway } from "../../src/control/put-away.ts";
import { refreshPull } from "../../src/control/refresh-pull.ts";
import { liveRef } from "../../src/record/ledger-ref.ts";
import { givenProposal, openRun, stop, STUCK } from "./given-control.ts";

const DAY_MS = 86_400_000;

test("putAway() keeps what is running, fresh, or seen in an open pull request", async () => {
  const { forge, store } = givenProposal();
  const head = forge.branches.get("feature") ?? "";
  const run = await openRun(store, { head });
  expect(await putAway(forge, store, 9 * DAY_MS)).toEqual([]);
  const { state } = await stop(store, run, STUCK);
  expect(await putAway(forge, store, 9 * DAY_MS)).toEqual([]);
  const pull = forge.requests.get(11);
  if (pull !== undefined) forge.requests.set(11, { ...pull, state: "closed" });
  expect(await putAway(forge, store, state.updatedAtMs + DAY_MS - 1)).toEqual([]);
  expect(await putAway(forge, store, state.updatedAtMs + DAY_MS)).toEqual(["fix"]);
  expect(await store.head(liveRef(store, "fix"))).toBeUndefined();
  await refreshPull(forge, store, 11);
  expect(forge.said(11).join("\n")).toContain("ended `stuck`");
});
