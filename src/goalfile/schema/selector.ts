import type { z } from "zod";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";

const SELECTOR = '{owner} requires a non-empty string "selector" in its steps and assertions';

/** What finds an element in a page. */
export function selector(): z.ZodString {
  return ruledText(SELECTOR, filled(SELECTOR), shorterThan(1_000), visible).describe(
    "what finds the element",
  );
}
