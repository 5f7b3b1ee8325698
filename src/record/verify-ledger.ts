import type { Entry } from "../model/entry.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { applyEntry } from "./apply-entry.ts";
import { encode, parseEntry, parseState, parseVector } from "./codec.ts";
import { isEvidenceOf, type LedgerParts } from "./ledger-commit.ts";
import { livePrefix, liveRef } from "./ledger-ref.ts";
import { walkChain } from "./walk-chain.ts";

const ENTRIES_MAX = 100_000;

/** Whether a record is what its entries make of it. A failure names its oldest cause. */
export type VerifyReport =
  | { readonly ok: true; readonly entries: number }
  | {
      readonly ok: false;
      readonly at: Oid;
      readonly reason: string;
      /** Commits that were looked at. */
      readonly entries: number;
    };

/** What is known of the record from elsewhere. */
export interface VerifyOptions {
  /** A commit that the chain once held: without one, a chain that was moved back looks whole. */
  readonly mustHold?: Oid;
}

/**
 * Replays the whole chain of a ref or commit. Each commit is checked against its parent, which is the
 * same as replaying from the start but needs only two at a time.
 */
export async function verifyLedger(
  store: RefStore,
  target: string,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const start = target.startsWith("refs/") ? await store.head(target) : target;
  if (start === undefined) {
    return { ok: false, at: "", reason: `${target} does not exist`, entries: 0 };
  }
  const walked = await replay(store, start, options.mustHold);
  const reason =
    walked.wrong === undefined ? whyElse(walked, { store, target }, options) : undefined;
  const wrong = reason === undefined ? walked.wrong : { at: start, reason };
  const { entries } = walked;
  return wrong === undefined ? { ok: true, entries } : { ok: false, ...wrong, entries };
}

/** One commit and what is under it. */
interface Step {
  readonly oid: Oid;
  readonly parts: LedgerParts;
}

interface Replay {
  readonly entries: number;
  readonly isHeld: boolean;
  readonly wrong: { readonly at: Oid; readonly reason: string } | undefined;
  readonly root?: LedgerParts | undefined;
}

async function replay(store: RefStore, start: Oid, mustHold: Oid | undefined): Promise<Replay> {
  let later: Step | undefined;
  let entries = 0;
  let isHeld = mustHold === undefined;
  let wrong: Replay["wrong"];
  for await (const link of walkChain(store, start, ENTRIES_MAX)) {
    entries += 1;
    isHeld ||= link.oid === mustHold;
    if (link.kind === "damaged") {
      return { entries, isHeld, wrong: { at: link.oid, reason: link.reason } };
    }
    if (later !== undefined) wrong = whyNot(link.parts, later) ?? wrong;
    later = link;
  }
  if (later !== undefined) wrong = whyNotRoot(later) ?? wrong;
  return { entries, isHeld, wrong, root: later?.parts };
}

/** What cannot be seen in any one step. */
function whyElse(
  walked: Replay,
  { store, target }: { readonly store: RefStore; readonly target: string },
  { mustHold }: VerifyOptions,
): string | undefined {
  if (!walked.isHeld) {
    return `the record was moved back: it held ${mustHold ?? ""} once and does not now`;
  }
  const goal = walked.root === undefined ? "" : parseState(walked.root.state).goal;
  const isElsewhere = target.startsWith(livePrefix(store)) && liveRef(store, goal) !== target;
  return isElsewhere ? `it does not belong on ${target}` : undefined;
}

function whyNotRoot(first: Step): Replay["wrong"] {
  if (first.parts.parent === undefined) return whyNot(undefined, first);
  return { at: first.oid, reason: `expected at most ${ENTRIES_MAX} entries` };
}

/** Nothing, when `later` is what its entry makes of `earlier`. */
function whyNot(earlier: LedgerParts | undefined, later: Step): Replay["wrong"] {
  const reason = reasonAgainst(earlier, later.parts);
  return reason === undefined ? undefined : { at: later.oid, reason };
}

function reasonAgainst(earlier: LedgerParts | undefined, later: LedgerParts): string | undefined {
  try {
    const entry = parseEntry(later.entry);
    if (encode(entry) !== later.entry) return "entry.json is not written as kazi writes it";
    const before = earlier === undefined ? undefined : parseState(earlier.state);
    const state = applyEntry(before, entry);
    if (encode(state) !== later.state) {
      parseState(later.state);
      return "state.json is not what the entries add up to";
    }
    if (state.approval.graders !== later.graders) return "the graders are not the approved ones";
    if (later.evidence === earlier?.evidence || isRightEvidence(entry, later.evidence)) {
      return undefined;
    }
    return "evidence.json does not belong to this entry";
  } catch (error) {
    if (error instanceof KaziError) return error.message;
    throw error;
  }
}

function isRightEvidence(entry: Entry, evidence: string | undefined): boolean {
  if (entry.kind !== "settled" || evidence === undefined) return false;
  const vector = parseVector(evidence);
  return encode(vector) === evidence && isEvidenceOf(vector, entry.observed);
}
