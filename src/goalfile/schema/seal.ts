import { z } from "zod";
import { GLOB_RULES, toPlainPath } from "./path-rules.ts";
import { ruledText } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const LIST = "{at} must be a list of strings";

/** Which files grade the work. */
export const Seal = z.object({
  enabled: flag().default(true).describe("false seals nothing but the goal-file itself"),
  sealed_inputs: sealGlobs(LIST).describe(
    "globs or folders, relative to the workspace, that nobody may change for this goal",
  ),
  mutable_inputs: sealGlobs(LIST).describe("globs or folders that are taken out of the seal again"),
});
export type Seal = z.infer<typeof Seal>;

/** Globs below the workspace, in which the root means everything. */
export function sealGlobs(
  wrong: string,
): z.ZodDefault<z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>> {
  return listOf(ruledText(wrong, ...GLOB_RULES), wrong)
    .transform((globs) => globs.map(toSealGlob))
    .default([]);
}

function toSealGlob(glob: string): string {
  const plain = toPlainPath(glob);
  return plain === "" ? "**" : plain;
}
