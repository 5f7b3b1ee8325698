import { expect } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import type { RunState } from "../../../src/model/run.ts";
import { liveRef } from "../../../src/record/ledger-ref.ts";
import { readHistory, readLedger } from "../../../src/record/ledger.ts";
import { verifyLedger } from "../../../src/record/verify-ledger.ts";
import { ledgerStore } from "./ledger-store.ts";

const ENTRIES_MAX = 200;

/** The newest generation of a goal and its entries, the oldest first. It is an error when they do not add up. */
export async function readRecord(
  repository: { readonly gitDir: string },
  goal: string,
): Promise<{ readonly state: RunState; readonly entries: readonly Entry[] }> {
  const store = ledgerStore(repository);
  const ref = liveRef(store, goal);
  expect(await verifyLedger(store, ref)).toEqual({ ok: true, entries: expect.any(Number) });
  const head = await readLedger(store, ref);
  if (head === undefined) throw new Error(`there is no record of ${goal}`);
  const history = await readHistory(store, head.oid, ENTRIES_MAX);
  return { state: head.state, entries: history.map(({ entry }) => entry).toReversed() };
}
