import { z } from "zod";

/** An amount in dollars as a CLI reports it; anything that cannot be one counts as not reported. */
export const Cost = z.number().nonnegative().optional().catch(undefined);
export type Cost = z.infer<typeof Cost>;
