import type { Predicate } from "./goal.ts";
import { judgedBy } from "./judged-by.ts";

/** Whether a predicate looks at a running service instead of at the tree. */
export function isLive(predicate: Predicate): boolean {
  return judgedBy(predicate.check) === "service";
}
