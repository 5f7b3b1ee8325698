import type { ProdLog as ProdLogCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { ProdLog } from "../schema/prod-log.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export const readProdLog: ProviderReader = readerOf(ProdLog, toProdLog);

function toProdLog(values: ProdLog): ProdLogCheck {
  return {
    provider: "prod_log",
    ...toInvocation(values),
    ...present("windowMinutes", values.window_minutes),
    max5xx: values.max_5xx,
    serverErrorRegex: values.server_error_regex,
    panicRegex: values.panic_regex,
    ...present("correlate", values.correlate && toCorrelate(values.correlate)),
  };
}

function toCorrelate({
  route,
  window,
}: NonNullable<ProdLog["correlate"]>): NonNullable<ProdLogCheck["correlate"]> {
  return { route, ...present("window", window) };
}
