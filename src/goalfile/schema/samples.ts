import { z } from "zod";
import { positiveInteger } from "./shapes.ts";

const SAMPLES_MAX = 100;
const INTERVAL = "{at} must be an integer from 0 to 3600000";

/** How often in a row it has to hold. */
export function samples(usual: number): z.ZodDefault<z.ZodNumber> {
  return positiveInteger()
    .max(SAMPLES_MAX, { error: `{at} must be at most ${SAMPLES_MAX}` })
    .default(usual)
    .describe("how often in a row it has to hold");
}

/** The pause between two samples. */
export function intervalMs(): z.ZodDefault<z.ZodNumber> {
  return z
    .int({ error: INTERVAL })
    .min(0, { error: INTERVAL })
    .max(3_600_000, { error: INTERVAL })
    .default(1_000)
    .describe("pause between two samples, in milliseconds");
}
