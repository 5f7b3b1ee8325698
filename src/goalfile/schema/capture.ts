import { z } from "zod";
import { filled, ruledText, shorterThan, visible, type Wording } from "./rule.ts";
import { argument, executable } from "./setup.ts";
import { listOf, timeoutMs } from "./shapes.ts";

const TEXT = "{at} must be a non-empty string";
const LIST = "{at} must be a list of strings";
const WAIT = "{at} must be a non-negative integer";
const WAIT_MAX_MS = 3_600_000;

/** One entry of `[[capture]]`. */
export const Capture = z.object({
  name: ruledText(required("name"), filled(TEXT), shorterThan(200), visible).describe(
    "name of the artifact",
  ),
  launch_cmd: ruledText(required("launch_cmd"), filled(TEXT), shorterThan(1_000), visible).describe(
    "program that makes it",
  ),
  launch_args: listOf(argument(LIST), LIST).default([]).describe("its arguments"),
  output: ruledText(required("output"), filled(TEXT), shorterThan(500), visible).describe(
    "file that it writes",
  ),
  reset_cmd: executable(TEXT).optional().describe("program that is run before"),
  reset_args: listOf(argument(LIST), LIST).default([]).describe("its arguments"),
  post_launch_wait_ms: z
    .int({ error: WAIT })
    .min(0, { error: WAIT })
    .max(WAIT_MAX_MS, { error: `{at} must be at most ${WAIT_MAX_MS}` })
    .default(0)
    .describe("how long to wait for it after the start"),
  timeout_ms: timeoutMs().default(60_000).describe("how long it may take"),
});
export type Capture = z.infer<typeof Capture>;

function required(key: string): Wording {
  return { wrong: TEXT, missing: `{owner} is missing required key "${key}"` };
}
