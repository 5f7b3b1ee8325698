import type { Decision } from "../model/decision.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { RunState } from "../model/run.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { appendEntry, readLedger } from "../record/ledger.ts";

/** Others may be faster this often before it is given up. */
const ATTEMPTS_MAX = 8;

/** What became of an order to stop. */
export type StopOutcome =
  | { readonly kind: "stopped"; readonly state: RunState }
  /** It had ended already, or another generation is in its place. */
  | { readonly kind: "over" }
  | { readonly kind: "busy" }
  | { readonly kind: "damaged"; readonly reason: string };

/** Which run, and why it ends. */
export interface StopOrder {
  readonly ref: string;
  readonly generation: number;
  readonly reason: string;
  readonly next: string;
}

/** Writes the end into the record; whoever works on it finds it there and keeps nothing. */
export async function stopRun(
  store: RefStore,
  order: StopOrder,
  nowMs: number,
): Promise<StopOutcome> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const outcome = await stopOnce(store, order, nowMs);
      if (outcome !== "lost") return outcome;
    }
    return { kind: "busy" };
  } catch (error) {
    if (error instanceof KaziError && error.code === "record-forged") {
      return { kind: "damaged", reason: error.message };
    }
    throw error;
  }
}

async function stopOnce(
  store: RefStore,
  order: StopOrder,
  nowMs: number,
): Promise<StopOutcome | "lost"> {
  const head = await readLedger(store, order.ref);
  if (head?.state.status !== "running" || head.state.generation !== order.generation) {
    return { kind: "over" };
  }
  const { reason, next } = order;
  const decision: Decision = {
    kind: "stop",
    status: "stopped",
    cause: { class: "operator", reason, next, ids: [] },
  };
  const atMs = Math.max(nowMs, head.state.updatedAtMs);
  const appended = await appendEntry(store, head, { kind: "stopped", atMs, decision });
  return appended === "lost" ? "lost" : { kind: "stopped", state: appended.state };
}
