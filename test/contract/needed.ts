import type { z } from "zod";
import { NotTried } from "./finding.ts";
import type { Answer } from "./place.ts";

/** The fields that are used of an answer, or the end of the test: the fact itself was not reached. */
export function needed<T>(answer: Answer, what: string, schema: z.ZodType<T>): T {
  if (answer.kind === "refused") {
    throw new NotTried(`${what}: ${answer.status} ${answer.said}`);
  }
  const parsed = schema.safeParse(answer.value);
  if (parsed.success) return parsed.data;
  throw new NotTried(`${what}: the answer has other fields than expected`);
}
