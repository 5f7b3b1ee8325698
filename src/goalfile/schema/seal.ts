import { z } from "zod";
import { GLOB_RULES, toPlainPath } from "./path-rules.ts";
import { ruledText } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const LIST = "{at} must be a list of strings";

export const Seal = z.object({
  enabled: flag().default(true),
  sealed_inputs: sealGlobs(),
  mutable_inputs: sealGlobs(),
});
export type Seal = z.infer<typeof Seal>;

function sealGlobs() {
  return listOf(ruledText(LIST, ...GLOB_RULES), LIST)
    .transform((globs) => globs.map(toSealGlob))
    .default([]);
}

function toSealGlob(glob: string): string {
  const plain = toPlainPath(glob);
  return plain === "" ? "**" : plain;
}
