import type { RefStore } from "../ports/ref-store.ts";
import { refusalWords } from "../report/refusal-words.ts";
import { openedBy } from "./opened-by.ts";

/**
 * Why an approval starts nothing any more: what it opened has ended. An old run that is run again, or
 * one that is started by hand with an old approval, finds this.
 */
export async function whyUsedUp(
  store: RefStore,
  goalPath: string,
  source: string,
): Promise<string | undefined> {
  const before = await openedBy(store, goalPath, source);
  if (before === undefined || before.status === "running") return undefined;
  const { goal: id, generation } = before;
  return refusalWords({ kind: "used-up", id, generation });
}
