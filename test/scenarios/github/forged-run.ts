import { goalDigest } from "../../../src/goalfile/approval-digest.ts";
import type { Entry } from "../../../src/model/entry.ts";
import { NO_SPEND } from "../../../src/record/add-spend.ts";

/** The tree of a goal without graders. */
const NO_GRADERS = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** What a forger wants to be believed. */
export interface Forgery {
  readonly goalPath: string;
  readonly goal: string;
  readonly pull: number;
  readonly branch: string;
  readonly head: string;
  /** Who is to have approved it, and in which comment. */
  readonly by: { readonly login: string; readonly id: number };
  readonly commentId: number;
}

/** A generation of goal `hello`, well-formed in all its parts, in which everything passes. */
export function forgedRun(forgery: Forgery): readonly [Entry, ...Entry[]] {
  const { goalPath, goal, pull, branch, head, by, commentId } = forgery;
  const digest = goalDigest(new TextEncoder().encode(goal));
  const held = { iteration: 0, epoch: 1, nonce: "f0f0f0f0f0f0f0f0" };
  return [
    {
      kind: "opened",
      atMs: 1_000,
      goal: "hello",
      generation: 1,
      approval: {
        digest,
        goalDigest: digest,
        goalPath,
        graders: NO_GRADERS,
        commit: head,
        harness: "scripted",
        via: "comment",
        pointer: { kind: "comment", commentId, pull, userId: by.id },
        by: by.login,
        atMs: 1_000,
      },
      ceilings: { dispatchesMax: 5, wallClockMaxMs: 60_000, cachedReadWeight: 0.1 },
      target: { baseBranch: "main", inPlace: true, pull },
      branch,
      base: head,
      head,
    },
    {
      kind: "claimed",
      atMs: 2_000,
      claim: {
        ...held,
        kind: "observe",
        holder: { kind: "workflow-run", runId: 1, attempt: 1 },
        atMs: 2_000,
        deadlineMs: 3_000,
        reservation: { wallClockMs: 1_000 },
        head,
        paths: [],
      },
    },
    {
      kind: "settled",
      ...held,
      atMs: 3_000,
      spend: NO_SPEND,
      observed: [
        {
          id: "greets",
          status: "pass",
          signature: "00000000",
          message: "it says hello",
          permanent: false,
        },
      ],
      head,
      decision: { kind: "integrate" },
    },
  ];
}
