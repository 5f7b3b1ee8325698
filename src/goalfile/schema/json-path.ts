import type { z } from "zod";
import { type BrokenRule, filled, ruledText, shorterThan, visible, type Wording } from "./rule.ts";

const PATH_MAX = 500;
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
]);

/** A place in a JSON document. Only its shape is looked at here: who evaluates it knows the grammar. */
export function jsonPath(wording: Wording): z.ZodString {
  const wrong = typeof wording === "string" ? wording : wording.wrong;
  return ruledText(wording, filled(wrong), shorterThan(PATH_MAX), visible, pathShape);
}

function pathShape(path: string): BrokenRule | undefined {
  if (/^\$(?:[.[]|$)/.test(path) && !/[.\s]$/.test(path) && isBalanced(path)) return undefined;
  return {
    template: '{at} must be a JSONPath such as "$.totals.failed" (got {got})',
    suggestion: 'It starts with "$", then ".key", "[number]" and other steps of RFC 9535.',
  };
}

/** Whether every quote and, outside quotes, every bracket is closed in turn. */
function isBalanced(path: string): boolean {
  const open: string[] = [];
  for (const character of path.replaceAll(QUOTED, "")) {
    const closing = CLOSING.get(character);
    if (closing !== undefined) open.push(closing);
    else if ("\"')]".includes(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}
