import type { FindingsFormat } from "../../model/check.ts";
import type { OnFinding, ReportReader } from "./findings-reader.ts";
import { withFingerprints } from "./fingerprints.ts";
import { LINE_FORMATS, openLineFormat } from "./line-formats.ts";
import { openCheckstyle } from "./open-checkstyle.ts";
import { openEslint } from "./open-eslint.ts";
import { openGolangci } from "./open-golangci.ts";
import { openProblemMatcher } from "./open-problem-matcher.ts";
import { openSarif } from "./open-sarif.ts";

/** Reads what an analyzer reports; paths inside `folder` are given from there. */
export function openFindings(
  format: FindingsFormat,
  onFinding: OnFinding,
  place: { readonly folder: string },
): ReportReader {
  const { folder } = place;
  const onRaw = withFingerprints(onFinding, place);
  switch (format.kind) {
    case "sarif":
      return openSarif(onRaw, folder);
    case "eslint":
      return openEslint(onRaw, folder);
    case "golangci":
      return openGolangci(onRaw, folder);
    case "checkstyle":
      return openCheckstyle(onRaw, folder);
    case "problem_matcher":
      return openProblemMatcher(format.patterns, onRaw, folder);
    case "tsc":
    case "mypy":
    case "dialyzer":
      return openLineFormat(LINE_FORMATS[format.kind], onRaw, folder);
  }
}
