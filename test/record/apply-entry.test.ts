import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import type { CandidateFate, RunState } from "../../src/model/run.ts";
import { applyEntry } from "../../src/record/apply-entry.ts";
import { boundEntry } from "../../src/record/bound-entry.ts";
import { encode, parseState } from "../../src/record/codec.ts";
import { move, play } from "./entry-sequences.ts";
import {
  attempt,
  claimed,
  HEAD,
  landed,
  opened,
  released,
  settled,
  spend,
  STOP,
  stopped,
  verdict,
} from "./sample-entries.ts";

const OPEN = applyEntry(undefined, opened());
const CLAIMED = applyEntry(OPEN, claimed(OPEN));
const SETTLED = applyEntry(CLAIMED, settled(CLAIMED));
const DISPATCHING = applyEntry(SETTLED, claimed(SETTLED));
const ENDED = applyEntry(OPEN, stopped(OPEN));

test("applyEntry() opens with a first observation and nothing spent", () => {
  const { approval, ceilings } = opened();
  expect(OPEN).toEqual({
    format: 1,
    goal: "fix-the-tests",
    generation: 1,
    sequence: 0,
    epoch: 0,
    status: "running",
    approval,
    ceilings,
    branch: "kazi/fix-the-tests",
    base: HEAD,
    head: HEAD,
    iteration: -1,
    spent: {
      iterations: 0,
      dispatches: 0,
      wallClockMs: 0,
      tokens: 0,
      costUsd: 0,
      usage: {},
      unreported: 0,
    },
    vector: [],
    history: [],
    next: { kind: "observe", reason: "first observation", notBeforeMs: 1_000 },
    updatedAtMs: 1_000,
  });
});

test("applyEntry() sets the claim and its epoch, and takes it away with the settlement", () => {
  expect(CLAIMED).toMatchObject({ sequence: 1, epoch: 1, iteration: -1, updatedAtMs: 2_000 });
  expect(CLAIMED.claim?.nonce).toBe("nonce-1");
  expect(SETTLED).toMatchObject({ sequence: 2, epoch: 1, iteration: 0, spent: spend() });
  expect("claim" in SETTLED).toBe(false);
  expect(SETTLED.next).toEqual({ kind: "dispatch", failing: ["tests"] });
});

test("applyEntry() releases without an iteration, but with the spend", () => {
  const state = applyEntry(CLAIMED, released(CLAIMED));
  expect(state).toMatchObject({ iteration: -1, epoch: 1, status: "running" });
  expect(state.spent).toEqual(spend({ iterations: 0 }));
  expect("claim" in state).toBe(false);
});

test.each<[CandidateFate | undefined, string]>([
  [undefined, "pass"],
  ["kept", "pass"],
  ["none", "pass"],
  ["discarded", "fail"],
  ["void", "fail"],
])("applyEntry() after a candidate that was %s has a vector that is %s", (fate, status) => {
  const next = "b".repeat(40);
  const state = applyEntry(
    DISPATCHING,
    settled(DISPATCHING, {
      observed: [verdict("tests", "pass")],
      head: next,
      ...(fate === undefined ? {} : { attempt: attempt({ fate }) }),
    }),
  );
  expect(state.vector[0]?.status).toBe(status);
  expect(state.history.at(-1)?.vector[0]?.status).toBe("pass");
  expect(state.history.at(-1)?.attempt?.fate).toBe(fate);
  expect(state.head).toBe(next);
});

test.each<[string, Entry, Partial<RunState>]>([
  ["settled", settled(CLAIMED, { decision: STOP }), { status: "stuck", cause: STOP.cause }],
  ["released", released(CLAIMED, { decision: STOP }), { status: "stuck", cause: STOP.cause }],
  ["stopped", stopped(CLAIMED), { status: "stuck", cause: STOP.cause, next: STOP }],
  [
    "settled with all passing",
    settled(CLAIMED, { observed: [verdict("a", "pass")], decision: { kind: "converged" } }),
    { status: "converged", next: { kind: "converged" } },
  ],
])("applyEntry() ends by %s as its decision says", (_name, entry, wanted) => {
  const state = applyEntry(CLAIMED, entry);
  expect(state).toMatchObject(wanted);
  expect("claim" in state).toBe(false);
});

test("applyEntry() records how far a result has travelled", () => {
  const entry = landed(SETTLED, { kind: "integrate" });
  const state = applyEntry(SETTLED, entry);
  expect(state.landing).toEqual(entry.landing);
  expect(state).toMatchObject({ next: { kind: "integrate" }, iteration: 0, status: "running" });
});

test.each<[string, RunState, number, number]>([
  ["a lost agent what was reserved", DISPATCHING, 1, 1_000],
  ["a lost observation only its time", CLAIMED, 0, 0],
])("applyEntry() charges %s, on a take-over and on a stop", (_name, state, dispatches, tokens) => {
  for (const entry of [claimed(state), stopped(state)]) {
    const { spent } = applyEntry(state, entry);
    expect(spent.dispatches - state.spent.dispatches).toBe(dispatches);
    expect(spent.tokens - state.spent.tokens).toBe(tokens);
    expect(spent.unreported).toBe(dispatches);
    expect(spent.wallClockMs - state.spent.wallClockMs).toBe(1_000);
  }
  const late = { ...claimed(state), atMs: 9_999_999_999 };
  expect(applyEntry(state, late).spent.wallClockMs - state.spent.wallClockMs).toBe(60_000);
  const early = { ...claimed(state), atMs: 0 };
  expect(applyEntry(state, early).spent.wallClockMs).toBe(state.spent.wallClockMs);
});

const CONVERGED = { kind: "converged" } as const;
test.each<[string, RunState | undefined, Entry]>([
  ["anything before the opening", undefined, claimed(OPEN)],
  ["a second opening", OPEN, opened()],
  ["a claim of the same epoch", CLAIMED, claimed(CLAIMED, { epoch: 1 })],
  ["a claim that leaves an epoch out", OPEN, claimed(OPEN, { epoch: 2 })],
  ["a claim of an older epoch", SETTLED, claimed(SETTLED, { epoch: 0 })],
  ["a claim of the last iteration", SETTLED, claimed(SETTLED, { iteration: 0 })],
  ["a claim that leaves an iteration out", SETTLED, claimed(SETTLED, { iteration: 2 })],
  ["a settlement without a claim", OPEN, settled(OPEN)],
  ["a settlement of another nonce", CLAIMED, settled(CLAIMED, { nonce: "other" })],
  ["a settlement of an older epoch", DISPATCHING, settled(DISPATCHING, { epoch: 1 })],
  ["a settlement of another iteration", CLAIMED, settled(CLAIMED, { iteration: 1 })],
  ["a release without a claim", SETTLED, released(SETTLED)],
  ["a release of another nonce", CLAIMED, released(CLAIMED, { nonce: "other" })],
  ["a release of another epoch", CLAIMED, released(CLAIMED, { epoch: 2 })],
  ["a landing inside a claim", CLAIMED, landed(CLAIMED)],
  ["a stop that is none", OPEN, { kind: "stopped", atMs: 1, decision: CONVERGED }],
  ["success with a failing predicate", CLAIMED, settled(CLAIMED, { decision: CONVERGED })],
  ["success of nothing", CLAIMED, settled(CLAIMED, { observed: [], decision: CONVERGED })],
  ["success by landing what fails", SETTLED, landed(SETTLED, CONVERGED)],
  ["a claim after the end", ENDED, claimed(ENDED)],
  ["a stop after the end", ENDED, stopped(ENDED)],
  ["a landing after the end", ENDED, landed(ENDED)],
])("applyEntry() refuses %s", (_name, state, entry) => {
  expect(() => applyEntry(state, entry)).toThrow(
    expect.objectContaining({ code: "record-forged" }),
  );
});

test("applyEntry() fences the holder that was taken over", () => {
  const taken = applyEntry(CLAIMED, claimed(CLAIMED));
  expect(() => applyEntry(taken, settled(CLAIMED))).toThrow(/epoch 2, found an answer to epoch 1/);
  expect(applyEntry(taken, settled(taken)).iteration).toBe(0);
});

test("applyEntry() gives for any moves one growing epoch and a state that can be read back", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const played = play(moves);
      for (const [index, { state }] of played.slice(1).entries()) {
        const before = played[index]?.state ?? OPEN;
        expect(state.sequence).toBe(before.sequence + 1);
        expect(state.epoch).toBeGreaterThanOrEqual(before.epoch);
        expect(state.iteration).toBeGreaterThanOrEqual(before.iteration);
        expect(state.spent.tokens).toBeGreaterThanOrEqual(before.spent.tokens);
        expect(before.status).toBe("running");
        expect(state.history.length).toBeLessThanOrEqual(10);
      }
    }),
    { numRuns: 50 },
  );
});

test("applyEntry() keeps the state of 200 predicates and 50 iterations under 300 KB", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `predicate-${index}`);
  const long = "the same words again and again ".repeat(20);
  let state = OPEN;
  for (let iteration = 0; iteration < 50; iteration += 1) {
    state = applyEntry(state, claimed(state));
    const observed = ids.map((id) => ({ ...verdict(id, "fail", long), score: 0.5 }));
    const changed = Array.from({ length: 5_000 }, (_, index) => `src/deep/folder/file-${index}.ts`);
    const refused = changed.map((path) => ({ path, reason: long }));
    const made = attempt({ changed, refused, regressed: ids, summary: "x".repeat(300) });
    state = applyEntry(state, boundEntry(settled(state, { observed, attempt: made })));
  }
  expect(Buffer.byteLength(encode(state))).toBeLessThan(300_000);
  expect(state.history).toHaveLength(10);
  expect(state.vector[0]?.message).toHaveLength(200);
  expect(state.history[9]?.attempt?.regressed).toEqual(ids);
  expect(state.history[9]?.attempt?.refused.length).toBeGreaterThan(0);
  expect(() => parseState(encode(state))).not.toThrow();
});
