import { z } from "zod";

/** Beyond a day a timer of the platform is no longer trusted, and no check should need it. */
const TIMEOUT_MAX_MS = 86_400_000;
const LIST_MAX = 1_000;

export function flag(): z.ZodBoolean {
  return z.boolean({ error: "{at} must be a boolean" });
}

export function positiveInteger(): z.ZodNumber {
  const error = "{at} must be a positive integer";
  return z.int({ error }).min(1, { error });
}

export function timeoutMs(): z.ZodNumber {
  const error = `{at} must be at most ${TIMEOUT_MAX_MS} (one day)`;
  return positiveInteger().max(TIMEOUT_MAX_MS, { error });
}

/** `wrong` is said for the list and for each of its items. */
export function listOf<T extends z.ZodType>(item: T, wrong: string): z.ZodArray<T> {
  return z
    .array(item, { error: wrong })
    .max(LIST_MAX, { error: `{at} must have at most ${LIST_MAX} items` });
}
