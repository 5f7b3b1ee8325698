import { RE2JS, RE2JSException } from "re2js";
import type { Comparison } from "../model/check.ts";
import { compare } from "./compare.ts";
import type { ResultDraft } from "./result-draft.ts";

/** Looking at the clock for every line would cost more than the lines. */
const LINES_PER_LOOK = 1000;
const SHOWN_LINES_MAX = 20;
const SHOWN_CHARACTERS_MAX = 200;

/** Counts the non-empty lines that match. The engine is linear, so no pattern can hang it. */
export function judgeMatchCount(
  output: string,
  verdict: { readonly regex: string; readonly passWhen: Comparison },
  isLate: () => boolean,
): ResultDraft {
  const pattern = compile(verdict.regex);
  if (typeof pattern === "string") {
    const message = `match_regex: ${pattern}; expected RE2 syntax, without look-around and back-references`;
    return { status: "error", error: "bad-check", message };
  }
  const { count, shown, isComplete } = countMatches(output, pattern, isLate);
  if (!isComplete) {
    return {
      status: "error",
      error: "timed-out",
      message: "timed out while its output was matched: print less of it",
    };
  }
  const { passWhen } = verdict;
  const wanted = `${passWhen.operator} ${passWhen.number}`;
  return {
    status: compare(count, passWhen) ? "pass" : "fail",
    message: `${count} lines match ${verdict.regex}, expected ${wanted}`,
    seen: `${count}`,
    wanted,
    findings: shown.map((message) => ({ file: "", level: "note", message })),
  };
}

function compile(regex: string): RE2JS | string {
  try {
    return RE2JS.compile(regex);
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}

interface Matches {
  readonly count: number;
  readonly shown: readonly string[];
  readonly isComplete: boolean;
}

function countMatches(output: string, pattern: RE2JS, isLate: () => boolean): Matches {
  const shown: string[] = [];
  let count = 0;
  let looked = 0;
  for (const line of linesOf(output)) {
    looked += 1;
    if (looked % LINES_PER_LOOK === 0 && isLate()) return { count, shown, isComplete: false };
    if (pattern.test(line)) {
      count += 1;
      if (shown.length < SHOWN_LINES_MAX) shown.push(line.slice(0, SHOWN_CHARACTERS_MAX));
    }
  }
  return { count, shown, isComplete: true };
}

function* linesOf(output: string): Generator<string> {
  for (let start = 0; start < output.length;) {
    const newline = output.indexOf("\n", start);
    const end = newline === -1 ? output.length : newline;
    const line = output.slice(start, output[end - 1] === "\r" ? Math.max(start, end - 1) : end);
    if (line !== "") yield line;
    start = end + 1;
  }
}
