import type { Predicate } from "../../model/goal.ts";
import { toOneLine } from "../../model/plain-text.ts";

/** What a predicate is called in a message. */
export function quoted({ id }: Predicate): string {
  return `predicate "${toOneLine(id, 80)}"`;
}
