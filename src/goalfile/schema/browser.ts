import { z } from "zod";
import { BrowserAssertion } from "./browser-assertion.ts";
import { BrowserStep } from "./browser-step.ts";
import { contradiction } from "./contradiction.ts";
import { PredicateHead } from "./predicate-head.ts";
import { retired } from "./retired-keys.ts";
import { intervalMs, samples } from "./samples.ts";
import { listOf, timeoutMs } from "./shapes.ts";
import { allowHosts, webAddress } from "./web-address.ts";

const ADDRESS = {
  wrong: "{at} must be a non-empty string",
  missing: '{owner} is missing required key "url" (a live predicate needs a url to probe)',
};
const LIST = "{at} must be an array of tables";
const VIEWPORT =
  '{at} must be "mobile", "tablet", "desktop", a table { width, height }, or an array of these';
const SCREENSHOT = "{at} must be a boolean, or a path as in the original";
const LIST_MAX = 100;
const VIEWPORTS_MAX = 10;
const RUNNER = "kazi brings its own runner";

const Viewport = z.union(
  [
    z.enum(["mobile", "tablet", "desktop"]),
    z.object({ width: pixels().describe("pixels"), height: pixels().describe("pixels") }),
  ],
  { error: VIEWPORT },
);
export type Viewport = z.infer<typeof Viewport>;

export const Browser = PredicateHead.extend({
  url: webAddress(ADDRESS).describe("page that the journey begins at"),
  steps: listOf(BrowserStep, LIST)
    .max(LIST_MAX, { error: `{at} must have at most ${LIST_MAX} items` })
    .default([])
    .describe("what a visitor does: click, fill, press, wait_for, goto"),
  assertions: listOf(BrowserAssertion, LIST)
    .max(LIST_MAX, { error: `{at} must have at most ${LIST_MAX} items` })
    .default([])
    .describe("what must hold of the page at the end"),
  viewport: z
    .union([Viewport, listOf(Viewport, VIEWPORT).max(VIEWPORTS_MAX)], { error: VIEWPORT })
    .optional()
    .describe("size of the window; the whole journey is made for each of a list"),
  samples: samples(3),
  interval_ms: intervalMs(),
  screenshot: z
    .union([z.boolean(), z.string()], { error: SCREENSHOT })
    .default(false)
    .describe("keep a picture of the end of each journey, also when it passes"),
  allow_hosts: allowHosts(),
  timeout_ms: timeoutMs().optional().describe("time for each operation on the page"),
  cmd: retired(RUNNER),
  args: retired(RUNNER),
  env: retired(RUNNER),
}).refine(
  (values) => !isEmpty(values.steps) || !isEmpty(values.assertions),
  contradiction(
    "assertions",
    "{owner} has neither steps nor assertions: every page would do",
    'Such as assertions = [{ type = "visible", selector = "h1" }].',
  ),
);
export type Browser = z.infer<typeof Browser>;

function pixels(): z.ZodNumber {
  return z.int({ error: VIEWPORT }).min(1, { error: VIEWPORT }).max(10_000, { error: VIEWPORT });
}

/** A list that was refused may hold anything. */
function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list?.length === 0;
}
