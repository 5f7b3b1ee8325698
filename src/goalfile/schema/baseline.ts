import { z } from "zod";
import type { BaselineSource } from "../../model/check.ts";
import { visible } from "./rule.ts";

const REF_MAX = 200;
/** Whatever git could take for an option, a range or a file. */
const NOT_A_REF = /^-|[\s:?*\\]|\.\./;

/** What a number is compared with: a number, what was kept, or the same at a commit. */
export function baseline(
  missing: string,
): z.ZodPipe<
  z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>,
  z.ZodTransform<BaselineSource, number | string>
> {
  return z
    .union([z.number(), z.string()], {
      error: (issue) => (issue.input === undefined ? missing : INVALID),
    })
    .transform((input, context): BaselineSource => {
      if (typeof input === "number") return { kind: "number", value: input };
      if (/^(?:stored|prior)$/i.test(input)) return { kind: "stored" };
      if (isRef(input)) return { kind: "ref", ref: input };
      context.issues.push({ code: "custom", message: INVALID, input });
      return z.NEVER;
    })
    .describe('number, git ref, or "stored": the best that was kept');
}

const INVALID = '{at} is invalid: expected a number, "stored" or a git ref, got {got}';

function isRef(text: string): boolean {
  return (
    text !== "" && text.length <= REF_MAX && !NOT_A_REF.test(text) && visible(text) === undefined
  );
}

/** How much worse than its baseline a number may be. */
export function allowedRegression(): z.ZodDefault<z.ZodNumber> {
  const error = "{at} must be a number";
  return z
    .number({ error })
    .min(0, { error: "{at} must not be negative" })
    .default(0)
    .describe("how much worse than the baseline still passes");
}
