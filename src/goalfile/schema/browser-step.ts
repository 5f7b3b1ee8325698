import { z } from "zod";
import { type BrokenRule, filled, ruledText, shorterThan, visible } from "./rule.ts";
import { selector } from "./selector.ts";
import { tagError } from "./tag-error.ts";
import { onTheWeb } from "./web-address.ts";

const ACTION = {
  unknown:
    "{owner} has a step with unknown action {got} (valid: click, fill, press, wait_for, goto)",
  missing: '{owner} has a step with no "action"',
  wrong: "{at} must be an array of tables",
};
const VALUE = '{owner} has a fill step that requires a string "value"';
const KEY = '{owner} has a press step that requires a non-empty string "key"';
const ADDRESS = '{owner} has a goto step that requires a non-empty string "url"';

/** One thing that a visitor does. */
export const BrowserStep = z.discriminatedUnion(
  "action",
  [
    z.object({ action: z.enum(["click", "wait_for"]), selector: selector() }),
    z.object({
      action: z.literal("fill"),
      selector: selector(),
      value: ruledText(VALUE, shorterThan(16_384)).describe("what is typed"),
    }),
    z.object({
      action: z.literal("press"),
      selector: selector().optional(),
      key: ruledText(KEY, filled(KEY), shorterThan(100), visible).describe("key, such as Enter"),
    }),
    z.object({
      action: z.literal("goto"),
      url: ruledText(ADDRESS, filled(ADDRESS), shorterThan(2_000), visible, somewhere).describe(
        "address, or path on the site",
      ),
    }),
  ],
  { error: tagError("action", ACTION) },
);
export type BrowserStep = z.infer<typeof BrowserStep>;

/** A whole address, or a path on the site that the journey began at. */
function somewhere(text: string): BrokenRule | undefined {
  return /^(?:\/(?!\/)|[?#])[^\s\\]*$/.test(text) ? undefined : onTheWeb(text);
}
