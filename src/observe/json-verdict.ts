import type { Comparison } from "../model/goal.ts";
import { compare } from "./compare.ts";
import { lookUpPath, nameOf } from "./json-path.ts";
import type { ResultDraft } from "./result-draft.ts";

/** Lines that look like the beginning of a document, tried after the whole output. */
const BEGINNINGS_MAX = 20;
/** All attempts together: a large output made of beginnings must not be read twenty times. */
const TRIED_CHARACTERS_MAX = 32 * 1024 * 1024;

/** Compares the number, or the length of the list, that stands at a path of the output. */
export function judgeJson(
  output: string,
  { path, passWhen }: { readonly path: string; readonly passWhen: Comparison },
): ResultDraft {
  const parsed = parseOutput(output);
  if (parsed === undefined) {
    return { status: "error", message: "expected JSON on standard output, found something else" };
  }
  const found = lookUpPath(parsed.document, path);
  if (found.kind === "problem") {
    return { status: "error", message: found.message, permanent: found.permanent };
  }
  const observed = Array.isArray(found.value) ? found.value.length : found.value;
  if (typeof observed !== "number" || !Number.isFinite(observed)) {
    const message = `path ${path}: expected a number or a list, found ${nameOf(observed)}`;
    return { status: "error", message };
  }
  const holds = compare(observed, passWhen);
  const wanted = `${passWhen.operator} ${passWhen.number}`;
  return {
    status: holds ? "pass" : "fail",
    message: `${path} is ${observed}, expected ${wanted}${noteOn(parsed.skippedLines)}`,
    seen: `${observed}`,
    wanted,
  };
}

interface ParsedOutput {
  readonly document: unknown;
  readonly skippedLines: number;
}

/** Package managers print a banner before what the program says. */
function parseOutput(output: string): ParsedOutput | undefined {
  const whole = parseJson(output);
  if (whole !== undefined) return { document: whole.document, skippedLines: 0 };
  for (const start of beginningsOf(output)) {
    const parsed = parseJson(output.slice(start));
    if (parsed !== undefined) {
      const skippedLines = output.slice(0, start).split("\n").length - 1;
      return { document: parsed.document, skippedLines };
    }
  }
  return undefined;
}

/** Where a line begins as a document would. */
function beginningsOf(output: string): readonly number[] {
  const starts: number[] = [];
  let tried = 0;
  for (const { index } of output.matchAll(/\n(?=[ \t]*[{[])/g)) {
    tried += output.length - index;
    if (starts.length === BEGINNINGS_MAX || tried > TRIED_CHARACTERS_MAX) break;
    starts.push(index + 1);
  }
  return starts;
}

function parseJson(text: string): { readonly document: unknown } | undefined {
  try {
    return { document: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}

function noteOn(skippedLines: number): string {
  if (skippedLines === 0) return "";
  return `; ${skippedLines} lines before the JSON were left out: print nothing else`;
}
