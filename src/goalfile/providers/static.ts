import type { FindingsFormat, MatcherPattern, Static as StaticCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import type { ProblemPattern } from "../schema/problem-matcher.ts";
import { Static } from "../schema/static.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";
import { toInvocation } from "./to-invocation.ts";

export const readStatic: ProviderReader = readerOf(Static, toStatic);

function toStatic(values: Static): StaticCheck {
  return {
    provider: "static",
    ...toInvocation(values),
    format: toFormat(values),
    ...present("report", values.report),
    ...present("baseline", values.baseline),
    allowedRegression: values.allowed_regression,
    mergeStderr: values.merge_stderr,
    errorCodes: values.error_codes,
  };
}

function toFormat({ format, matcher = [] }: Static): FindingsFormat {
  if (format !== "problem_matcher") return { kind: format };
  return { kind: "problem_matcher", patterns: matcher.map(toPattern) };
}

function toPattern(pattern: ProblemPattern): MatcherPattern {
  return {
    regexp: pattern.regexp,
    ...present("file", pattern.file),
    ...present("line", pattern.line),
    ...present("column", pattern.column),
    ...present("severity", pattern.severity),
    ...present("code", pattern.code),
    ...present("message", pattern.message),
    loop: pattern.loop,
  };
}
