import { z } from "zod";

/** Which pull requests wait for the goal. */
export const Gate = z.object({
  on: z
    .enum(["own", "all"], { error: '{at} must be "own" or "all" (got {got})' })
    .default("own")
    .describe("own: the pull request of the goal; all: every pull request"),
});
export type Gate = z.infer<typeof Gate>;
