import { z } from "zod";
import type { Baseline } from "../model/vector.ts";
import type { KeysOf } from "./basic-schema.ts";
import { BASELINES_MAX, FINGERPRINTS_MAX, ID_CHARACTERS_MAX } from "./limits.ts";

const FINGERPRINT_CHARACTERS_MAX = 64;
const SUFFIX_CHARACTERS_MAX = 50;

const baselineSchema: z.ZodType<Baseline> = z.strictObject({
  key: z
    .string()
    .min(1)
    .max(ID_CHARACTERS_MAX + SUFFIX_CHARACTERS_MAX),
  check: z.string().min(1).max(64),
  value: z.number().exactOptional(),
  fingerprints: z
    .array(z.string().max(FINGERPRINT_CHARACTERS_MAX))
    .max(FINGERPRINTS_MAX)
    .exactOptional(),
} satisfies KeysOf<Baseline>);

export const baselinesSchema = z
  .array(baselineSchema)
  .max(BASELINES_MAX)
  .refine(
    (baselines) => new Set(baselines.map((it) => it.key)).size === baselines.length,
    "expected each key once",
  )
  .refine(
    (baselines) => fingerprintsIn(baselines) <= FINGERPRINTS_MAX,
    "expected fewer fingerprints",
  );

/** How many fingerprints these hold together. */
export function fingerprintsIn(baselines: readonly Baseline[]): number {
  return baselines.reduce((sum, it) => sum + (it.fingerprints?.length ?? 0), 0);
}
