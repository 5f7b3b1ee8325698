import * as fc from "fast-check";
import type { Entry } from "../../src/model/entry.ts";
import type { CandidateFate, RunState } from "../../src/model/run.ts";
import { applyEntry } from "../../src/record/apply-entry.ts";
import {
  attempt,
  claimed,
  landed,
  opened,
  released,
  settled,
  spend,
  stopped,
  verdict,
} from "./sample-entries.ts";

/** One choice of what happens next; what cannot happen then is left out. */
export interface Move {
  readonly kind: "claim" | "settle" | "release" | "land" | "stop" | "pass";
  readonly fate: CandidateFate;
  readonly amount: number;
  readonly text: string;
}

export const move: fc.Arbitrary<Move> = fc.record({
  // Ends are rare, or no run would get anywhere.
  kind: fc.constantFrom(
    ...(["claim", "claim", "claim", "settle", "settle", "settle", "release", "land"] as const),
    ...(["claim", "settle", "release", "stop", "pass"] as const),
  ),
  fate: fc.constantFrom("kept", "discarded", "void", "none"),
  amount: fc.nat(10_000),
  text: fc.string({ unit: "binary", maxLength: 400 }),
});

/** Entries that follow each other, with the state after each. */
export function play(moves: readonly Move[]): readonly { entry: Entry; state: RunState }[] {
  const first = opened();
  const played: { entry: Entry; state: RunState }[] = [
    { entry: first, state: applyEntry(undefined, first) },
  ];
  for (const next of moves) {
    const state = played.at(-1)?.state;
    const entry = state === undefined ? undefined : toEntry(state, next);
    if (entry !== undefined) played.push({ entry, state: applyEntry(state, entry) });
  }
  return played;
}

function toEntry(state: RunState, { kind, fate, amount, text }: Move): Entry | undefined {
  if (state.status !== "running") return undefined;
  const isClaimed = state.claim !== undefined;
  const used = spend({ tokens: amount, usage: { outputTokens: amount } });
  switch (kind) {
    case "claim":
      return claimed(state);
    case "stop":
      return stopped(state);
    case "land":
      return isClaimed ? undefined : landed(state);
    case "release":
      return isClaimed ? released(state, { spend: used, reason: text }) : undefined;
    case "settle":
      return isClaimed
        ? settled(state, {
            spend: used,
            observed: [verdict("tests", "fail", text), verdict("lint", "pass")],
            attempt: attempt({ fate, summary: text, changed: [text, `src/${amount}`] }),
          })
        : undefined;
    case "pass":
      return isClaimed
        ? settled(state, { observed: [verdict("tests", "pass")], decision: { kind: "converged" } })
        : undefined;
  }
}
