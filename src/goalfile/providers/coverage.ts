import type { Coverage as CoverageCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { Coverage } from "../schema/coverage.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toMeasure } from "./to-measure.ts";

export const readCoverage: ProviderReader = readerOf(Coverage, toCoverage);

function toCoverage(values: Coverage): CoverageCheck {
  return {
    provider: "coverage",
    patch: toMeasure(values.patch),
    target: values.target,
    ...present("project", values.project && toMeasure(values.project)),
    projectBaseline: values.project_baseline,
    projectAllowedRegression: values.project_allowed_regression,
  };
}
