import type { z } from "zod";
import type { Metrics as MetricsCheck, MetricsQuestion } from "../../model/check.ts";
import { present } from "../present.ts";
import { type ReadContext, readValues } from "../read-values.ts";
import {
  BurnMetrics,
  BurnsMetrics,
  type MetricsBase,
  QuantileMetrics,
  ScalarMetrics,
} from "../schema/metrics.ts";
import type { TomlTable } from "../toml-table.ts";
import { allowedHosts } from "./allowed-hosts.ts";
import type { ReadCheck } from "./provider-reader.ts";

export function readMetrics(input: TomlTable, context: ReadContext): ReadCheck | undefined {
  const asked = readQuestion(input, context);
  if (asked === undefined) return undefined;
  const { values, question } = asked;
  const secrets = new Set([...(values.secrets ?? []), ...bearerOf(values)]);
  return {
    head: secrets.size === 0 ? values : { ...values, secrets: [...secrets] },
    check: toMetrics(values, question),
  };
}

type Values = Omit<z.infer<typeof MetricsBase>, "burn_rate">;

interface Asked {
  readonly values: Values;
  readonly question: MetricsQuestion;
}

/** Each question has a schema of its own, because each needs other keys. */
function readQuestion(input: TomlTable, context: ReadContext): Asked | undefined {
  if (Array.isArray(input["burn_rate"])) {
    const values = readValues(BurnsMetrics, input, context);
    return values && { values, question: { kind: "burn_rate", windows: values.burn_rate } };
  }
  if (input["burn_rate"] !== undefined) {
    const values = readValues(BurnMetrics, input, context);
    return values && { values, question: { kind: "burn_rate", windows: [values.burn_rate] } };
  }
  if (input["quantile"] !== undefined) {
    const values = readValues(QuantileMetrics, input, context);
    return values && { values, question: toQuantile(values) };
  }
  const values = readValues(ScalarMetrics, input, context);
  return values && { values, question: toScalar(values) };
}

function toQuantile(values: z.infer<typeof QuantileMetrics>): MetricsQuestion {
  const { query, quantile, pass_when: passWhen, direction } = values;
  return { kind: "quantile", query, quantile, passWhen, direction };
}

function toScalar(values: z.infer<typeof ScalarMetrics>): MetricsQuestion {
  const { query, aggregate = "every", pass_when: passWhen, direction } = values;
  return { kind: "scalar", query, aggregate, passWhen, direction };
}

function toMetrics(values: Values, question: MetricsQuestion): MetricsCheck {
  return {
    provider: "metrics",
    ...present("queryUrl", values.query_url),
    question,
    ...present("window", values.window),
    headers: values.headers,
    ...present("bearerSecret", values.bearer_secret),
    tls: values.insecure_tls,
    allowHosts: allowedHosts([values.query_url], values.allow_hosts),
  };
}

/** Whoever names a secret as token has named it. */
function bearerOf(values: Values): readonly string[] {
  return values.bearer_secret === undefined ? [] : [values.bearer_secret];
}
