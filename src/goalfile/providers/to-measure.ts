import type { Measure } from "../../model/check.ts";
import { present } from "../present.ts";
import type { Measure as MeasureTable } from "../schema/measure.ts";
import { toInvocation } from "./to-invocation.ts";

export function toMeasure(values: MeasureTable): Measure {
  return {
    ...toInvocation(values),
    ...present("path", values.path),
    ...present("timeoutMs", values.timeout_ms),
  };
}
