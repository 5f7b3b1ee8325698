import { z } from "zod";

/** A number of tokens as a CLI reports it; anything that cannot be one counts as not reported. */
export const TokenCount = z.int().nonnegative().optional().catch(undefined);
export type TokenCount = z.infer<typeof TokenCount>;
