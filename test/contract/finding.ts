import { toOneLine } from "../../src/model/plain-text.ts";
import type { Finding } from "./contract-test.ts";

const CHARACTERS_MAX = 240;

export function holds(): Finding {
  return { kind: "holds" };
}

export function broken(found: string): Finding {
  return { kind: "does not hold", found: toOneLine(found, CHARACTERS_MAX) };
}

export function untried(why: string): Finding {
  return { kind: "not tried", why: toOneLine(why, CHARACTERS_MAX) };
}

/** Thrown where something that is only needed on the way to the fact cannot be had. */
export class NotTried extends Error {}
