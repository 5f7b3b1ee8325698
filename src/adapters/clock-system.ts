import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";

/** A longer timer would fire at once. */
const TIMER_MS_MAX = 2_147_483_647;

/** The machine's clock. */
export function createSystemClock(): Clock {
  return { now: () => Date.now(), sleep };
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  for (let leftMs = ms; leftMs > 0 && !signal.aborted; leftMs -= TIMER_MS_MAX) {
    await delay(Math.min(leftMs, TIMER_MS_MAX), undefined, { signal }).catch(() => undefined);
  }
}
