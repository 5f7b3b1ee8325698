import { z } from "zod";
import { stringTable } from "./environment.ts";
import { PredicateHead } from "./predicate-head.ts";
import { type BrokenRule, filled, ruledText, shorterThan, visible } from "./rule.ts";
import { positiveInteger } from "./shapes.ts";

const ADDRESS = {
  wrong: "{at} must be a non-empty string",
  missing: '{owner} is missing required key "url" (a live predicate needs a url to probe)',
};
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const METHOD = `{at} must be one of ${METHODS.join(", ")} (got {got})`;
const STATUS = "{at} must be a status code from 100 to 599";
const INTERVAL = "{at} must be an integer from 0 to 3600000";
const BODY = "{at} must be a string";
const SAMPLES_MAX = 100;

export const HttpProbe = PredicateHead.extend({
  url: ruledText(ADDRESS, filled(ADDRESS.wrong), shorterThan(2_000), visible, webAddress),
  method: z
    .preprocess(
      (input) => (typeof input === "string" ? input.toUpperCase() : input),
      z.enum(METHODS, { error: METHOD }),
    )
    .default("GET"),
  headers: stringTable(headerName, visible).default({}),
  expect_status: z
    .int({ error: STATUS })
    .min(100, { error: STATUS })
    .max(599, { error: STATUS })
    .optional(),
  expect_body: ruledText(BODY, shorterThan(16_384)).optional(),
  body_match: z
    .enum(["contains", "exact"], { error: '{at} must be "contains" or "exact" (got {got})' })
    .default("contains"),
  samples: positiveInteger()
    .max(SAMPLES_MAX, { error: `{at} must be at most ${SAMPLES_MAX}` })
    .default(3),
  interval_ms: z
    .int({ error: INTERVAL })
    .min(0, { error: INTERVAL })
    .max(3_600_000, { error: INTERVAL })
    .default(1_000),
});
export type HttpProbe = z.infer<typeof HttpProbe>;

function webAddress(text: string): BrokenRule | undefined {
  const address = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  if (address === null) {
    return {
      template: "{at} must be an http or https address without white space",
      code: "invalid-url",
    };
  }
  if (address.username === "" && address.password === "") return undefined;
  return {
    template: "{at} must not carry a user name or password",
    code: "url-credentials",
    suggestion: "Goal-files are public to all who read the repository: remove and revoke it.",
  };
}

function headerName(name: string): BrokenRule | undefined {
  if (name.length <= 200 && /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) return undefined;
  return { template: "{at} must use valid header names (got {got})", code: "invalid-name" };
}
