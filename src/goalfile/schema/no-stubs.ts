import type { z } from "zod";
import { PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { PredicateHead } from "./predicate-head.ts";
import { retired } from "./retired-keys.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { listOf } from "./shapes.ts";

const LIST = "{at} must be an array of strings";
const WORDS = ["stub", "mock", "fake", "dummy", "placeholder", "todo", "fixme", "notimplemented"];

export const NoStubs = PredicateHead.extend({
  patterns: listOf(ruledText(LIST, filled(LIST), shorterThan(200), visible), LIST)
    .min(1, { error: "{at} must hold at least one word" })
    .default(WORDS)
    .describe("words that no added line may hold"),
  exclude: listOf(ruledText(LIST, ...PREFIX_RULES), LIST)
    .transform((paths) => paths.map(toPlainPath))
    .default([])
    .describe("files and folders that are left out"),
  base: retired("added lines are those since the work began"),
});
export type NoStubs = z.infer<typeof NoStubs>;
