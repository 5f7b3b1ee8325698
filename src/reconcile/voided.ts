import type { Cause } from "../model/decision.ts";
import { toOneLine } from "../model/plain-text.ts";

/** Whatever was approved is not what stands there now: a person's word is needed again. */
export function voided(reason: string): Cause {
  return {
    class: "approval_void",
    reason: toOneLine(reason, 500),
    next: "Look at what changed; comment /kazi approve to start a new generation with it.",
    ids: [],
  };
}
