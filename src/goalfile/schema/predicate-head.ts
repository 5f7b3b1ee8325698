import { z } from "zod";
import { toPlainText } from "../../model/plain-text.ts";
import { filled, ruledText, shorterThan, visible } from "./rule.ts";
import { flag, timeoutMs } from "./shapes.ts";

const TEXT = "{at} must be a string";
const ID = {
  wrong: '[[predicate]] {index} "id" must be a non-empty string',
  missing: '[[predicate]] {index} is missing required key "id"',
};
const PROVIDER = {
  wrong: TEXT,
  missing: '{owner} is missing required key "provider"',
};
const GROUP = "{at} must be a non-empty string";

/** What every predicate may say, whatever evaluates it. */
export const PredicateHead = z.object({
  id: ruledText(ID, filled(ID.wrong), shorterThan(200), visible),
  provider: ruledText(PROVIDER),
  description: ruledText(TEXT, shorterThan(10_000)).transform(toPlainText).optional(),
  guard: flag().default(false),
  acceptance: flag().default(false),
  held_out: flag().default(false),
  group: ruledText(GROUP, filled(GROUP)).optional(),
  timeout_ms: timeoutMs().optional(),
  feature: z.unknown().optional(),
  scenario: z.unknown().optional(),
  steps: z.unknown().optional(),
  role: z.unknown().optional(),
  priority: z.unknown().optional(),
  interface: z.unknown().optional(),
});
export type PredicateHead = z.infer<typeof PredicateHead>;
