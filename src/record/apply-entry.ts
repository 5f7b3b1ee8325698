import type { Decision } from "../model/decision.ts";
import type { Entry, Settlement } from "../model/entry.ts";
import { isSettled } from "../model/is-settled.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Claim, HistoryItem, RunState, Spend, Verdict } from "../model/run.ts";
import type { Baseline } from "../model/vector.ts";
import { addSpend, NO_SPEND } from "./add-spend.ts";
import { boundVerdict } from "./bound-entry.ts";
import { HISTORY_MAX } from "./limits.ts";
import { mergeBaselines } from "./merge-baselines.ts";

/** What a prompt can use of an older attempt; the entry itself has more. */
const ATTEMPT_LISTED_MAX = 40;
const CHANGED_CHARACTERS_MAX = 1_200;
const REFUSED_CHARACTERS_MAX = 600;
const OLD_REGRESSED_MAX = 20;

/** Adds one fact to a state; throws `record-forged` when it cannot follow. */
export function applyEntry(state: RunState | undefined, entry: Entry): RunState {
  if (entry.kind === "opened") return open(state, entry);
  if (state === undefined) return refuse(`a ledger starts with "opened", found "${entry.kind}"`);
  if (state.status !== "running") {
    return refuse(`nothing follows the end "${state.status}", found "${entry.kind}"`);
  }
  const next = follow(state, entry);
  return { ...next, sequence: state.sequence + 1, updatedAtMs: entry.atMs };
}

function open(state: RunState | undefined, entry: Extract<Entry, { kind: "opened" }>): RunState {
  if (state !== undefined) return refuse('"opened" stands only at the start of a ledger');
  const { goal, generation, approval, ceilings, target, branch, base, head, baselines, atMs } =
    entry;
  return {
    format: 1,
    goal,
    generation,
    sequence: 0,
    epoch: 0,
    status: "running",
    approval,
    ceilings,
    ...(target === undefined ? {} : { target }),
    branch,
    base,
    head,
    iteration: -1,
    spent: NO_SPEND,
    vector: [],
    history: [],
    ...(baselines === undefined ? {} : { baselines }),
    next: { kind: "observe", reason: "first observation", notBeforeMs: atMs },
    updatedAtMs: atMs,
  };
}

function follow(state: RunState, entry: Exclude<Entry, { kind: "opened" }>): RunState {
  switch (entry.kind) {
    case "claimed":
      return claim(state, entry.claim, entry.atMs);
    case "settled":
      return settle(state, entry);
    case "released":
      claimOf(state, entry);
      return decided({ ...unclaimed(state), spent: addSpend(state.spent, entry.spend) }, entry);
    case "landed":
      if (state.claim !== undefined) return refuse('"landed" cannot stand inside a claim');
      return decided(land(state, entry), entry);
    case "stopped":
      if (entry.decision.kind !== "stop") return refuse('"stopped" needs the decision "stop"');
      return decided({ ...unclaimed(state), spent: spentWithLost(state, entry.atMs) }, entry);
  }
}

function claim(state: RunState, taken: Claim, atMs: number): RunState {
  if (taken.epoch !== state.epoch + 1) {
    return refuse(`a claim raises the epoch to ${state.epoch + 1}, found ${taken.epoch}`);
  }
  if (taken.iteration !== state.iteration + 1) {
    return refuse(`a claim is for iteration ${state.iteration + 1}, found ${taken.iteration}`);
  }
  return { ...state, spent: spentWithLost(state, atMs), claim: taken, epoch: taken.epoch };
}

/**
 * A holder that never answers is charged what was set aside for its agent, or a crash loop would be
 * free. The reserved time may be all that is left of the budget, so only what has passed counts.
 */
function spentWithLost(state: RunState, atMs: number): Spend {
  const lost = state.claim;
  if (lost === undefined) return state.spent;
  const { tokens = 0, costUsd = 0, wallClockMs } = lost.reservation;
  const passedMs = Math.max(0, atMs - lost.atMs);
  const time = { ...NO_SPEND, wallClockMs: Math.min(wallClockMs, passedMs) };
  const dispatch = { ...time, dispatches: 1, tokens, costUsd, unreported: 1 };
  return addSpend(state.spent, lost.kind === "dispatch" ? dispatch : time);
}

function settle(state: RunState, entry: Settlement): RunState {
  const held = claimOf(state, entry);
  if (entry.iteration !== held.iteration) {
    return refuse(
      `iteration ${held.iteration} is claimed, found a settlement of ${entry.iteration}`,
    );
  }
  const observed = entry.observed.map(boundVerdict);
  const thrownAway = entry.attempt?.fate === "discarded" || entry.attempt?.fate === "void";
  const settled = {
    ...unclaimed(state),
    iteration: entry.iteration,
    spent: addSpend(state.spent, entry.spend),
    head: entry.head,
    history: [...state.history.map(shorten), toHistoryItem(entry, observed)].slice(-HISTORY_MAX),
    vector: thrownAway ? state.vector : observed,
    ...remembered(state, thrownAway ? undefined : entry.baselines),
  };
  return decided(settled, entry);
}

/** What only the landing can decide takes its place among the verdicts of the head. */
function land(state: RunState, entry: Extract<Entry, { kind: "landed" }>): RunState {
  const byLanding = new Map((entry.verdicts ?? []).map((it) => [it.id, boundVerdict(it)]));
  const vector = state.vector.map((verdict) => byLanding.get(verdict.id) ?? verdict);
  return { ...state, landing: entry.landing, vector };
}

/** Older attempts are only read for what they tried. */
function shorten(item: HistoryItem): HistoryItem {
  if (item.attempt === undefined) return item;
  const regressed = item.attempt.regressed.slice(0, OLD_REGRESSED_MAX);
  return { ...item, attempt: { ...item.attempt, regressed } };
}

/** Ten vectors with their messages would make most of a checkpoint, and only the newest is ever read. */
function toHistoryItem(entry: Settlement, observed: readonly Verdict[]): HistoryItem {
  const vector = observed.map((verdict) => ({ ...verdict, message: "" }));
  const { attempt } = entry;
  if (attempt === undefined) return { iteration: entry.iteration, vector };
  const changed = whileShort(attempt.changed, CHANGED_CHARACTERS_MAX, (path) => path.length);
  const refused = whileShort(
    attempt.refused,
    REFUSED_CHARACTERS_MAX,
    (it) => it.path.length + it.reason.length,
  );
  return { iteration: entry.iteration, vector, attempt: { ...attempt, changed, refused } };
}

/** The first items, always one if there is any, until they are too many or too long. */
function whileShort<T>(
  items: readonly T[],
  charactersMax: number,
  lengthOf: (item: T) => number,
): readonly T[] {
  let characters = 0;
  const end = items.slice(0, ATTEMPT_LISTED_MAX).findIndex((item, index) => {
    characters += lengthOf(item);
    return index > 0 && characters > charactersMax;
  });
  return items.slice(0, end === -1 ? ATTEMPT_LISTED_MAX : end);
}

/** The claim that the entry answers to. */
function claimOf(
  state: RunState,
  entry: { readonly epoch: number; readonly nonce: string },
): Claim {
  const { claim: held } = state;
  if (held === undefined) return refuse("there is no claim to answer to");
  if (held.epoch !== entry.epoch || held.nonce !== entry.nonce) {
    return refuse(`the claim is of epoch ${held.epoch}, found an answer to epoch ${entry.epoch}`);
  }
  return held;
}

function unclaimed(state: RunState): RunState {
  const { claim: _ended, ...rest } = state;
  return rest;
}

function decided(state: RunState, entry: { readonly decision: Decision }): RunState {
  const { decision } = entry;
  if (decision.kind === "stop") {
    return { ...state, status: decision.status, cause: decision.cause, next: decision };
  }
  if (decision.kind !== "converged") return { ...state, next: decision };
  const isSeen = state.vector.some((verdict) => verdict.status === "pass");
  if (!isSeen || !state.vector.every(isSettled)) {
    return refuse('"converged" needs a pass of every predicate, and at least one');
  }
  return { ...state, status: "converged", next: decision };
}

function remembered(
  state: RunState,
  moved: readonly Baseline[] | undefined,
): Pick<RunState, "baselines"> {
  if (moved === undefined || moved.length === 0) return {};
  return { baselines: mergeBaselines(state.baselines ?? [], moved) };
}

function refuse(found: string): never {
  throw new KaziError({ code: "record-forged", message: `an entry cannot follow: ${found}` });
}
