import { z } from "zod";
import { ruledText, shorterThan, toShown } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const LIST = "{at} must be a list of strings";

/** Rules for the agent. */
export const Conventions = z.object({
  process_contract: flag().default(true).describe("read; kazi commits itself"),
  extra_rules: listOf(ruledText(LIST, shorterThan(2_000)).transform(toShown), LIST)
    .default([])
    .describe("read; write them into the description of the goal"),
});
export type Conventions = z.infer<typeof Conventions>;
