import { z } from "zod";

/** Where the original kept baselines, in reach of the agent. */
export function storeDir(): z.ZodOptional<z.ZodUnknown> {
  return retired("baselines are kept with the run");
}

/** A key of the original that loads and moves nothing here. */
export function retired(why: string): z.ZodOptional<z.ZodUnknown> {
  return z
    .unknown()
    .optional()
    .meta({ description: `read, and not acted on: ${why}`, deprecated: true });
}
