import { goalDigest } from "../../src/goalfile/approval-digest.ts";
import type { Decision } from "../../src/model/decision.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Approval, Claim, Target, Verdict } from "../../src/model/run.ts";
import type { RefStore } from "../../src/ports/ref-store.ts";
import { appendEntry, type LedgerHead, openLedger } from "../../src/record/ledger.ts";
import { createMemoryForge, MAYA, type MemoryForge } from "../fakes/memory-forge.ts";
import { createMemoryRefStore } from "../fakes/ref-store-memory.ts";
import { claimed, settled, vectorOf, verdict } from "../record/sample-entries.ts";

export const PATH = ".kazi/goals/fix.toml";
export const NOW_MS = 10_000_000;

/** A goal-file with one predicate; `more` makes other bytes of it. */
export function goalText(id = "fix", more = ""): string {
  return `id = "${id}"\n${more}\n[[predicate]]\nid = "unit"\nprovider = "test_runner"\ncmd = "npm"\nargs = ["test"]\n`;
}

export function digestOf(text: string): string {
  return goalDigest(new TextEncoder().encode(text));
}

export interface ControlWorld {
  readonly forge: MemoryForge;
  readonly store: RefStore;
}

/** A repository with a default branch. */
export function givenWorld(): ControlWorld {
  const forge = createMemoryForge();
  forge.push("main", { "README.md": "hello" });
  return { forge, store: createMemoryRefStore() };
}

/** The same with a pull request, number 11, that brings a goal-file. */
export function givenProposal(text = goalText()): ControlWorld {
  const world = givenWorld();
  world.forge.push("feature", { "README.md": "hello", [PATH]: text });
  world.forge.propose("feature");
  return world;
}

export const IN_PLACE: Target = { baseBranch: "main", inPlace: true, pull: 11 };
export const ON_MAIN: Target = { baseBranch: "main", inPlace: false };

/** Opens a generation as a run would after an approval. */
export async function openRun(
  store: RefStore,
  more: {
    readonly head: string;
    readonly text?: string;
    readonly goal?: string;
    readonly branch?: string;
    readonly target?: Target;
    readonly generation?: number;
    readonly approval?: Partial<Approval>;
  },
): Promise<LedgerHead> {
  const goal = more.goal ?? "fix";
  const entry: Entry = {
    kind: "opened",
    atMs: 1_000,
    goal,
    generation: more.generation ?? 1,
    approval: {
      digest: "1".repeat(64),
      goalDigest: digestOf(more.text ?? goalText(goal)),
      goalPath: PATH,
      graders: "d".repeat(40),
      commit: more.head,
      harness: "claude",
      via: "comment",
      by: "maya",
      pointer: { kind: "comment", commentId: 50, pull: 11, userId: MAYA.id },
      atMs: 900,
      ...more.approval,
    },
    ceilings: { dispatchesMax: 5, wallClockMaxMs: 3_600_000, cachedReadWeight: 0.1 },
    target: more.target ?? IN_PLACE,
    branch: more.branch ?? "feature",
    base: more.head,
    head: more.head,
  };
  return held(await openLedger(store, entry));
}

/** One observation with this verdict and decision. */
export async function observe(
  store: RefStore,
  head: LedgerHead,
  seen: { readonly unit: Verdict["status"]; readonly decision: Decision; readonly head?: string },
): Promise<LedgerHead> {
  const taken = await take(store, head);
  const observed = [verdict("unit", seen.unit, "1 of 2 failed")];
  const entry = settled(taken.state, {
    observed,
    decision: seen.decision,
    ...(seen.head === undefined ? {} : { head: seen.head }),
  });
  const vector = { ...vectorOf(observed), commit: seen.head ?? taken.state.head };
  return held(await appendEntry(store, taken, entry, { vector }));
}

/** A claim by a workflow run. */
export async function take(
  store: RefStore,
  head: LedgerHead,
  more: Partial<Claim> = {},
): Promise<LedgerHead> {
  const holder = { kind: "workflow-run", runId: 500, attempt: 1 } as const;
  return held(await appendEntry(store, head, claimed(head.state, { holder, ...more })));
}

export async function stop(
  store: RefStore,
  head: LedgerHead,
  decision: Extract<Decision, { kind: "stop" }>,
): Promise<LedgerHead> {
  const atMs = head.state.updatedAtMs + 1_000;
  return held(await appendEntry(store, head, { kind: "stopped", atMs, decision }));
}

export const STUCK: Extract<Decision, { kind: "stop" }> = {
  kind: "stop",
  status: "stuck",
  cause: { class: "no_progress", reason: "nothing moves", next: "Look at it.", ids: ["unit"] },
};

function held(head: LedgerHead | "lost"): LedgerHead {
  if (head === "lost") throw new Error("nobody else writes here");
  return head;
}
