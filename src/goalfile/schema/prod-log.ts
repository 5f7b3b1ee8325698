import { z } from "zod";
import { linearRegex } from "./linear-regex.ts";
import { Program } from "./program.ts";
import { filled, ruledText, shorterThan } from "./rule.ts";

const REGEX = "{at} must be a non-empty string";
const COUNT = "{at} must be a non-negative integer";
const WINDOW = "{at} must be a number";
const CORRELATE = '{owner} "correlate" must be an inline table {route, window} (got {got})';
const ROUTE = '{owner} "correlate" "route" must be a non-empty string (got {got})';
const CORRELATE_WINDOW = '{owner} "correlate" "window" must be a number (got {got})';
const SERVER_ERROR = String.raw`(?:\bstatus[=: ]+|[\s"])(5\d{2})(?:\b|")`;

export const ProdLog = Program.extend({
  window_minutes: z
    .number({ error: WINDOW })
    .optional()
    .describe("minutes that the command looks back; shown only"),
  max_5xx: z
    .int({ error: COUNT })
    .min(0, { error: COUNT })
    .default(0)
    .describe("errors of the server that still pass"),
  server_error_regex: regex(SERVER_ERROR).describe("lines that are an error of the server"),
  panic_regex: regex("panic").describe("lines that never pass"),
  correlate: z
    .object(
      {
        route: ruledText(ROUTE, filled(ROUTE), shorterThan(1_000)).describe("text of the route"),
        window: z.number({ error: CORRELATE_WINDOW }).optional().describe("shown only"),
      },
      { error: CORRELATE },
    )
    .optional()
    .describe("route whose lines are told apart: { route, window }"),
});
export type ProdLog = z.infer<typeof ProdLog>;

function regex(usual: string) {
  return ruledText(REGEX, filled(REGEX), shorterThan(1_000), linearRegex).default(usual);
}
