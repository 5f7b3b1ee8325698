import type { Entry } from "../model/entry.ts";
import { describeHolder } from "../model/holder.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";

/** One entry of a ledger with the commit that carries it. */
export interface LedgerLine {
  readonly oid: Oid;
  readonly entry: Entry;
}

/** A ledger for a person, in the order in which it is given. */
export function renderLedger(lines: readonly LedgerLine[]): readonly string[] {
  return lines.map(({ oid, entry }) => `${oid.slice(0, 12)}  ${textOf(entry)}`);
}

function textOf(entry: Entry): string {
  switch (entry.kind) {
    case "opened":
      return `opened    generation ${entry.generation}, approved ${entry.approval.digest.slice(0, 12)} by ${toOneLine(entry.approval.by, 80)}`;
    case "claimed":
      return `claimed   iteration ${entry.claim.iteration} (${entry.claim.kind}), epoch ${entry.claim.epoch}, ${describeHolder(entry.claim.holder)}`;
    case "settled":
      return `settled   iteration ${entry.iteration}: ${settledText(entry)}`;
    case "released":
      return `released  epoch ${entry.epoch}: ${toOneLine(entry.reason, 120)}`;
    case "landed":
      return `landed    level ${entry.landing.reached}, revision ${entry.landing.revision.slice(0, 12)} -> ${entry.decision.kind}`;
    case "stopped":
      return `stopped   ${entry.decision.kind === "stop" ? toOneLine(entry.decision.cause.reason, 120) : entry.decision.kind}`;
  }
}

function settledText(entry: Extract<Entry, { kind: "settled" }>): string {
  const passed = entry.observed.filter((verdict) => verdict.status === "pass").length;
  const fate = entry.attempt === undefined ? "" : `, candidate ${entry.attempt.fate}`;
  return `${passed}/${entry.observed.length} pass${fate}, ${entry.spend.tokens} tokens -> ${entry.decision.kind}`;
}
