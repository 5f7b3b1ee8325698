import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { type LedgerParts, partsOf } from "./ledger-commit.ts";

/** One commit of a chain, or why it is none; a damaged one is the last. */
export type Link =
  | { readonly kind: "whole"; readonly oid: Oid; readonly parts: LedgerParts }
  | { readonly kind: "damaged"; readonly oid: Oid; readonly reason: string };

// From the newest to the root, at most `linksMax`.
export async function* walkChain(
  store: RefStore,
  start: Oid,
  linksMax: number,
): AsyncGenerator<Link> {
  let at: Oid | undefined = start;
  for (let walked = 0; at !== undefined && walked < linksMax; walked += 1) {
    const link: Link = await readLink(store, at);
    yield link;
    at = link.kind === "whole" ? link.parts.parent : undefined;
  }
}

async function readLink(store: RefStore, oid: Oid): Promise<Link> {
  try {
    const commit = await store.read(oid);
    if (commit !== undefined) return { kind: "whole", oid, parts: partsOf(commit) };
    return { kind: "damaged", oid, reason: "it is missing, damaged or not a commit of kazi" };
  } catch (error) {
    if (error instanceof KaziError && error.code !== "interrupted") {
      return { kind: "damaged", oid, reason: error.message };
    }
    throw error;
  }
}
