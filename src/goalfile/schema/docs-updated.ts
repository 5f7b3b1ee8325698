import type { z } from "zod";
import { linearRegex } from "./linear-regex.ts";
import { PredicateHead } from "./predicate-head.ts";
import { retired } from "./retired-keys.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";
import { listOf } from "./shapes.ts";

const LIST = "{at} must be an array of strings";

export const DocsUpdated = PredicateHead.extend({
  surface_patterns: patterns().describe(
    "regexes of the paths that documents describe; the usual folders of sources unless given",
  ),
  doc_patterns: patterns().describe(
    "regexes of the paths of documents; the usual names unless given",
  ),
  base: retired("what changed is what changed since the work began"),
});
export type DocsUpdated = z.infer<typeof DocsUpdated>;

function patterns() {
  return listOf(ruledText(LIST, filled(LIST), shorterThan(1_000), linearRegex), LIST).default([]);
}
