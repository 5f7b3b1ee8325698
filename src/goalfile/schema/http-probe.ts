import { z } from "zod";
import { contradiction } from "./contradiction.ts";
import { headers } from "./headers.ts";
import { PredicateHead } from "./predicate-head.ts";
import { ruledText, shorterThan } from "./rule.ts";
import { intervalMs, samples } from "./samples.ts";
import { allowHosts, insecureTls, webAddress } from "./web-address.ts";

const ADDRESS = {
  wrong: "{at} must be a non-empty string",
  missing: '{owner} is missing required key "url" (a live predicate needs a url to probe)',
};
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const METHOD = `{at} must be one of ${METHODS.join(", ")} (got {got})`;
const STATUS = "{at} must be a status code from 100 to 599";
const REDIRECTS = "{at} must be an integer from 0 to 10";
const TEXT = "{at} must be a string";
const BODY_MAX = 16_384;

export const HttpProbe = PredicateHead.extend({
  url: webAddress(ADDRESS).describe("address that is asked"),
  method: z
    .string({ error: METHOD })
    .transform((name) => name.toUpperCase())
    .pipe(z.enum(METHODS, { error: METHOD }))
    .default("GET")
    .meta({
      description: "method of the request",
      jsonSchema: { enum: [...METHODS, ...METHODS.map((name) => name.toLowerCase())] },
    }),
  headers: headers(),
  body: ruledText(TEXT, shorterThan(BODY_MAX)).optional().describe("body of the request"),
  expect_status: z
    .int({ error: STATUS })
    .min(100, { error: STATUS })
    .max(599, { error: STATUS })
    .optional()
    .describe("status that must come back; any 2xx unless it is given"),
  expect_body: ruledText(TEXT, shorterThan(BODY_MAX))
    .optional()
    .describe("text that the body must hold"),
  body_match: z
    .enum(["contains", "exact"], { error: '{at} must be "contains" or "exact" (got {got})' })
    .default("contains")
    .describe("how the body is compared"),
  samples: samples(3),
  interval_ms: intervalMs(),
  redirects: z
    .int({ error: REDIRECTS })
    .min(0, { error: REDIRECTS })
    .max(10, { error: REDIRECTS })
    .default(0)
    .describe("redirects that are followed; 0 judges the redirect itself"),
  insecure_tls: insecureTls(),
  allow_hosts: allowHosts(),
})
  .refine(
    (values) => values.expect_body !== "" || values.body_match === "exact",
    contradiction(
      "expect_body",
      "{at} must not be empty: every body contains it",
      'Say what the body contains, or set body_match = "exact".',
    ),
  )
  .refine(
    (values) => values.body === undefined || !["GET", "HEAD"].includes(values.method),
    contradiction(
      "body",
      "{at} does not go with the method of the request",
      'Set method = "POST".',
    ),
  );
export type HttpProbe = z.infer<typeof HttpProbe>;
