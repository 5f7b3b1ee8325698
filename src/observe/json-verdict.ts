import type { Comparison } from "../model/check.ts";
import { compare } from "./compare.ts";
import { lookUpPath, nameOf } from "./json-path.ts";
import { parseJsonOutput } from "./parse-json-output.ts";
import type { ResultDraft } from "./result-draft.ts";

/** Compares the number, the length of the list, or the number of matches that a path gives. */
export function judgeJson(
  output: string,
  { path, passWhen }: { readonly path: string; readonly passWhen: Comparison },
): ResultDraft {
  const parsed = parseJsonOutput(output);
  if (parsed === undefined) {
    return {
      status: "error",
      error: "unreadable-output",
      message:
        "expected one JSON document at the end of standard output, found none, half of one, or more",
    };
  }
  const found = lookUpPath(parsed.document, path);
  if (found.kind === "problem") {
    const error = found.permanent ? "bad-check" : "unreadable-output";
    return { status: "error", error, message: found.message };
  }
  const observed = Array.isArray(found.value) ? found.value.length : found.value;
  if (typeof observed !== "number" || !Number.isFinite(observed)) {
    const message = `path ${path}: expected a number or a list, found ${nameOf(observed)}`;
    return { status: "error", error: "unreadable-output", message };
  }
  const holds = compare(observed, passWhen);
  const wanted = `${passWhen.operator} ${passWhen.number}`;
  const what =
    found.matches === undefined ? `${path} is ${observed}` : `${path} matches ${observed}`;
  return {
    status: holds ? "pass" : "fail",
    message: `${what}, expected ${wanted}${parsed.note}`,
    seen: `${observed}`,
    wanted,
  };
}
