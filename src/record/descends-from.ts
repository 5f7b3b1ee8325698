import type { Oid } from "../model/vector.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { walkChain } from "./walk-chain.ts";

/** Entries that others may have appended while one pass ran. */
const ENTRIES_MAX = 200;

/** Whether a ledger's head still stands on the entry that was last seen: it was only added to. */
export async function descendsFrom(store: RefStore, head: Oid, seen: Oid): Promise<boolean> {
  for await (const link of walkChain(store, head, ENTRIES_MAX)) {
    if (link.oid === seen) return true;
    if (link.kind === "damaged") return false;
  }
  return false;
}
