import { expect, test } from "vitest";
import { tellNotStarted } from "../../src/control/tell-not-started.ts";
import { givenProposal, PATH } from "./given-control.ts";

test("tellNotStarted() says once why an approved goal did not begin", async () => {
  const { forge } = givenProposal();
  const pointer = { kind: "comment", commentId: 101, pull: 11, userId: 1 } as const;
  const blocked = { goalPath: PATH, reason: "the branch a is in the way of a/b" };
  await tellNotStarted(forge, pointer, blocked);
  await tellNotStarted(forge, pointer, blocked);
  expect(forge.said(11)).toHaveLength(1);
  expect(forge.said(11)[0]).toContain("could not be started: the branch a is in the way");
  const pushed = { kind: "commit", commit: "a".repeat(40), userId: 0 } as const;
  await tellNotStarted(forge, pushed, blocked);
  expect(forge.said(11)).toHaveLength(1);
});
