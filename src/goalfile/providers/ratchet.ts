import type { Ratchet as RatchetCheck } from "../../model/check.ts";
import { Ratchet } from "../schema/ratchet.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toMeasure } from "./to-measure.ts";

export const readRatchet: ProviderReader = readerOf(Ratchet, toRatchet);

function toRatchet(values: Ratchet): RatchetCheck {
  return {
    provider: "ratchet",
    metric: toMeasure(values.metric),
    baseline: values.baseline,
    direction: values.direction,
    allowedRegression: values.allowed_regression,
  };
}
