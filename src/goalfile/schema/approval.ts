import { z } from "zod";
import { flag } from "./shapes.ts";

/** When a goal counts as approved. */
export const Approval = z.object({
  on_merge: flag()
    .default(true)
    .describe("a merge to the default branch by somebody who may write approves the goal"),
});
export type Approval = z.infer<typeof Approval>;
