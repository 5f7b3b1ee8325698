import { z } from "zod";
import type { Comparison } from "../../model/check.ts";
import { ruledText, shorterThan, type Wording } from "./rule.ts";

const OPERATOR = z.enum(["==", "!=", "<", "<=", ">", ">="]);
const PATTERN = String.raw`^\s*(==|!=|<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$`;
const SHAPE = new RegExp(PATTERN);

/** What a number must be for a pass, such as ">= 90". */
export function passWhen(
  wording: Exclude<Wording, string>,
): z.ZodPipe<z.ZodString, z.ZodTransform<Comparison, string>> {
  return ruledText(wording, shorterThan(64))
    .transform((text, context): Comparison => {
      const comparison = toComparison(text);
      if (comparison !== undefined) return comparison;
      context.issues.push({ code: "custom", message: wording.wrong, input: text });
      return z.NEVER;
    })
    .meta({
      description: 'what the number must be, such as ">= 90"',
      jsonSchema: { type: "string", pattern: PATTERN },
    });
}

function toComparison(text: string): Comparison | undefined {
  const parts = SHAPE.exec(text);
  const operator = OPERATOR.safeParse(parts?.[1]);
  const number = Number(parts?.[2]);
  if (!operator.success || !Number.isFinite(number)) return undefined;
  return { operator: operator.data, number };
}
