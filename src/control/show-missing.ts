import type { Forge } from "../ports/forge.ts";
import type { RefStore } from "../ports/ref-store.ts";
import { refreshEach } from "./refresh-each.ts";

/** Open pull requests that one pass looks at, the newest first. */
const PULLS_MAX = 100;
/** Gates that one pass writes; the next one goes on. */
const GATES_MAX = 20;

/**
 * Writes the gate of open pull requests on whose head none stands: their event got lost, or its token could
 * not write, as that of a fork. A required check that nobody writes is waited for without end.
 */
export async function showMissing(forge: Forge, store: RefStore): Promise<readonly number[]> {
  const missing: number[] = [];
  for (const { number, headSha } of await forge.pulls.listOpen(PULLS_MAX)) {
    if (missing.length >= GATES_MAX) break;
    if (!(await forge.gate.isShown(headSha))) missing.push(number);
  }
  await refreshEach(forge, store, missing);
  return missing;
}
