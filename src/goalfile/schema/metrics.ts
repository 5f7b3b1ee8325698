import { z } from "zod";
import { passWhen } from "./comparison.ts";
import { contradiction } from "./contradiction.ts";
import { headers } from "./headers.ts";
import { PredicateHead, secretName } from "./predicate-head.ts";
import { filled, ruledText, shorterThan, visible, visibleLines } from "./rule.ts";
import { listOf } from "./shapes.ts";
import { allowHosts, insecureTls, webAddress } from "./web-address.ts";

const ADDRESS = "{at} must be a non-empty string";
const QUERY = '{owner} requires a non-empty string "query"';
const PASS_WHEN = {
  missing: '{owner} requires a "pass_when" comparison (e.g. "<= 0.5")',
  wrong:
    '{owner} has malformed pass_when {got} (expected "<op> <number>", op one of == != < <= > >=)',
};
const QUANTILE = '{owner} "quantile" must be a number in 0..1, got {got}';
const DIRECTION = '{owner} has unknown direction {got} (known: "higher_better", "lower_better")';
const AGGREGATES = ["every", "sum", "avg", "min", "max"] as const;
const AGGREGATE = `{at} must be one of ${AGGREGATES.map((name) => `"${name}"`).join(", ")} (got {got})`;
const BURN_RATE = '{owner} "burn_rate" must be a table, got {got}';
const BURN_THRESHOLD = '{owner} burn_rate requires a numeric "threshold"';
const WINDOWS_MAX = 10;
const QUERY_MAX = 10_000;
const SECRET = "{at} must name a secret";

const BurnWindow = z.object(
  {
    long: query('{owner} burn_rate requires a non-empty string "long" query').describe(
      "query over the long window",
    ),
    short: query('{owner} burn_rate requires a non-empty string "short" query').describe(
      "query over the short window",
    ),
    threshold: z.number({ error: BURN_THRESHOLD }).describe("fails when both reach it"),
  },
  { error: BURN_RATE },
);

/** The keys of metrics whatever is asked. */
export const MetricsBase = PredicateHead.extend({
  query_url: webAddress(ADDRESS).optional().describe("base address of the Prometheus server"),
  query: query(QUERY).optional().describe("query that answers with the number"),
  pass_when: passWhen(PASS_WHEN).optional(),
  aggregate: z
    .enum(AGGREGATES, { error: AGGREGATE })
    .optional()
    .meta({
      description: "what becomes of several series: every one has to hold, or one number of all",
      jsonSchema: { enum: AGGREGATES, default: "every" },
    }),
  quantile: quantile().optional().describe("quantile of a histogram"),
  burn_rate: z
    .union([BurnWindow, listOf(BurnWindow, BURN_RATE)])
    .optional()
    .describe("{ long, short, threshold }, or a list of them: fails when both queries reach it"),
  direction: z
    .enum(["higher_better", "lower_better"], { error: DIRECTION })
    .default("lower_better")
    .describe("which way the number gets better; for the score"),
  window: ruledText("{at} must be a string", shorterThan(200), visible)
    .optional()
    .describe("what the query looks back over; shown only"),
  headers: headers(),
  bearer_secret: ruledText(SECRET, secretName)
    .optional()
    .describe("name of the secret that is sent as bearer token"),
  insecure_tls: insecureTls(),
  allow_hosts: allowHosts(),
});

export const ScalarMetrics = MetricsBase.extend({
  query: query(QUERY),
  pass_when: passWhen(PASS_WHEN),
});
export const QuantileMetrics = ScalarMetrics.extend({ quantile: quantile() }).refine(
  ...aggregateElsewhere(),
);
export const BurnMetrics = MetricsBase.extend({ burn_rate: BurnWindow }).refine(
  ...aggregateElsewhere(),
);
export const BurnsMetrics = MetricsBase.extend({
  burn_rate: listOf(BurnWindow, BURN_RATE)
    .min(1, { error: BURN_RATE })
    .max(WINDOWS_MAX, { error: `{at} must have at most ${WINDOWS_MAX} items` }),
}).refine(...aggregateElsewhere());

function query(wrong: string): z.ZodString {
  return ruledText(wrong, filled(wrong), shorterThan(QUERY_MAX), visibleLines);
}

function quantile(): z.ZodNumber {
  return z.number({ error: QUANTILE }).min(0, { error: QUANTILE }).max(1, { error: QUANTILE });
}

function aggregateElsewhere() {
  return [
    (values: { readonly aggregate?: unknown }) => values.aggregate === undefined,
    contradiction(
      "aggregate",
      "{at} goes with a plain query only",
      "Write it into the query, such as sum by (le) (...).",
    ),
  ] as const;
}
