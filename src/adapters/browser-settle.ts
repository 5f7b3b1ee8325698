import { setTimeout as delay } from "node:timers/promises";
import { within } from "./browser-within.ts";

const LOOK_INTERVAL_MS = 100;
/** A page that is asked for the last time gets this long to answer. */
const LAST_LOOK_MS = 2000;

/** One look at the page. */
export interface Look {
  readonly ok: boolean;
  readonly found: string;
}

/** Looks until it holds or the time is over; what a page shows a moment later counts, too. */
export async function settle(deadlineMs: number, look: () => Promise<Look>): Promise<Look> {
  for (;;) {
    const leftMs = deadlineMs - Date.now();
    const seen = await within(Math.max(leftMs, LAST_LOOK_MS), lookSafely(look));
    if (seen === undefined) return { ok: false, found: "the page does not answer" };
    if (seen.ok || Date.now() + LOOK_INTERVAL_MS > deadlineMs) return seen;
    await delay(LOOK_INTERVAL_MS);
  }
}

/** An element may go while it is looked at, and a page may be left. */
async function lookSafely(look: () => Promise<Look>): Promise<Look> {
  try {
    return await look();
  } catch (error) {
    const line = error instanceof Error ? error.message.split("\n")[0] : "";
    return { ok: false, found: (line ?? "").replace(/^\w+(?:\.\w+)*: /, "").slice(0, 200) };
  }
}
