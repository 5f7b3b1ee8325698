import { z } from "zod";
import { linearRegex } from "./linear-regex.ts";
import { notGit, PREFIX_RULES } from "./path-rules.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { selector } from "./selector.ts";
import { flag, listOf, timeoutMs } from "./shapes.ts";
import { tagError } from "./tag-error.ts";

const TYPES = [
  "visible",
  "hidden",
  "text",
  "url",
  "console_clean",
  "download",
  "attr",
  "count",
  "enabled",
  "field_value",
  "form_validation",
  "a11y",
  "visual",
] as const;
const TYPE = {
  unknown: `{owner} has an assertion with unknown type {got} (valid: ${TYPES.join(", ")})`,
  missing: '{owner} has an assertion with no "type"',
  wrong: "{at} must be an array of tables",
};
const TEXT = "{at} must be a string";
const PART = "{at} must hold non-empty strings";
const TEXT_MAX = 16_384;
const SEVERITIES = ["minor", "moderate", "serious", "critical"] as const;
const COUNT = '{owner} has a count assertion that requires a non-negative integer "expected"';
const FIELD = '{owner} has a field_value assertion that requires a string "expected"';
const NAME = '{owner} has an assertion that requires a non-empty string "name"';
const PATTERN = '{owner} has a download assertion that requires a regex "filename_pattern"';
const SEVERITY = `{owner} has an a11y assertion with unknown "severity" {got} (known: ${SEVERITIES.join(", ")})`;
const VIOLATIONS =
  '{owner} has an a11y assertion whose "max_violations" is not a non-negative integer';
const THRESHOLD = '{owner} has a visual assertion whose "threshold" is not a number in 0..1';
const FIELDS = "{owner} must list the fields of a form as tables of selector and value";

const Texts = z.object({
  exact: text().optional().describe("the whole text"),
  contains: text().optional().describe("a part of the text"),
});

const Field = z.object(
  { selector: selector(), value: text().describe("what is typed") },
  { error: FIELDS },
);

/** One statement about the page at the end of the journey. */
export const BrowserAssertion = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.enum(["visible", "hidden"]), selector: selector() }),
    oneText(Texts.extend({ type: z.literal("text"), selector: selector() })),
    oneText(Texts.extend({ type: z.literal("url") })),
    z.object({
      type: z.literal("console_clean"),
      network: flag().default(false).describe("no answer of 400 or more either"),
    }),
    z.object({
      type: z.literal("download"),
      filename_pattern: ruledText(
        PATTERN,
        filled(PATTERN),
        shorterThan(1_000),
        linearRegex,
      ).describe("regex of the name of the file"),
      trigger_selector: selector().optional().describe("what is clicked to start it"),
      timeout_ms: timeoutMs().optional().describe("time for the download"),
    }),
    z.object({
      type: z.literal("attr"),
      selector: selector(),
      name: ruledText(NAME, filled(NAME), shorterThan(200), visible).describe("attribute"),
      expected: text().optional().describe("its value; it must be absent unless this is given"),
    }),
    z.object({
      type: z.literal("count"),
      selector: selector(),
      expected: z.int({ error: COUNT }).min(0, { error: COUNT }).describe("how many elements"),
    }),
    z.object({
      type: z.literal("enabled"),
      selector: selector(),
      expected: flag().default(true).describe("false wants it to be disabled"),
    }),
    z.object({
      type: z.literal("field_value"),
      selector: selector(),
      expected: ruledText(FIELD, shorterThan(TEXT_MAX)).describe("what stands in the field"),
    }),
    formValidation(),
    z.object({
      type: z.literal("a11y"),
      severity: z
        .enum(SEVERITIES, { error: SEVERITY })
        .default("serious")
        .describe("least severity that counts"),
      max_violations: z
        .int({ error: VIOLATIONS })
        .min(0, { error: VIOLATIONS })
        .default(0)
        .describe("violations that still pass"),
    }),
    z.object({
      type: z.literal("visual"),
      name: ruledText(NAME, filled(NAME), ...PREFIX_RULES, notGit).describe(
        "name of the approved picture",
      ),
      selector: selector().optional().describe("part of the page; all of it unless given"),
      threshold: z
        .number({ error: THRESHOLD })
        .min(0, { error: THRESHOLD })
        .max(1, { error: THRESHOLD })
        .default(0.01)
        .describe("share of pixels that may differ, 0 to 1"),
    }),
  ],
  { error: tagError("type", TYPE) },
);
export type BrowserAssertion = z.infer<typeof BrowserAssertion>;

/** Every text has an empty part. */
function part(): z.ZodString {
  return ruledText(PART, filled(PART), shorterThan(TEXT_MAX));
}

function text(): z.ZodString {
  return ruledText(TEXT, shorterThan(TEXT_MAX));
}

/** Without a text, or with an empty one to contain, every page would do. */
function oneText<T extends z.ZodType<z.infer<typeof Texts> & { readonly type: string }>>(
  schema: T,
): T {
  return schema
    .refine((it) => it.exact !== undefined || it.contains !== undefined, {
      error: '{owner} has an assertion on a text with neither "exact" nor "contains"',
      params: { code: "contradiction" },
    })
    .refine((it) => it.exact === undefined || it.contains === undefined, {
      error: '{owner} has an assertion on a text with both "exact" and "contains"',
      params: { code: "contradiction" },
    })
    .refine((it) => it.contains !== "", {
      error: '{owner} has an assertion with an empty "contains": every text contains it',
      params: { code: "contradiction" },
    });
}

function formValidation() {
  return z
    .object({
      type: z.literal("form_validation"),
      invalid: listOf(Field, FIELDS).default([]).describe("what the form must refuse"),
      valid: listOf(Field, FIELDS).default([]).describe("what the form must take"),
      error_selector: selector().optional().describe("what shows then that it was refused"),
      error_text: part().optional().describe("text that it holds"),
      submit_selector: selector().optional().describe("what sends the form"),
      success_selector: selector().optional().describe("what shows then that it was taken"),
      success_url: part().optional().describe("part of the address that it leads to"),
    })
    .refine(
      (it) =>
        it.error_selector !== undefined ||
        it.submit_selector !== undefined ||
        it.success_selector !== undefined ||
        it.success_url !== undefined,
      {
        error:
          '{owner} has a form_validation assertion with none of "error_selector", "submit_selector", "success_selector" and "success_url"',
        params: { code: "contradiction" },
      },
    );
}
