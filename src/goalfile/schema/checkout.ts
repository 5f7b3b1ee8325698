import { z } from "zod";
import { notGit, PREFIX_RULES, toPlainPath } from "./path-rules.ts";
import { ruledText } from "./rule.ts";
import { flag, listOf, positiveInteger } from "./shapes.ts";

const FOLDERS = "{at} must be an array of folders";

/** What of the repository a job checks out. */
export const Checkout = z.object({
  depth: positiveInteger().optional().describe("commits of history; all when absent"),
  sparse: listOf(ruledText(FOLDERS, ...PREFIX_RULES, notGit), FOLDERS)
    .transform((folders) => folders.map(toPlainPath))
    .default([])
    .describe("folders to check out; all when empty"),
  lfs: flag().default(false).describe("fetch files of Git LFS"),
  submodules: flag().default(false).describe("check out submodules"),
});
export type Checkout = z.infer<typeof Checkout>;
