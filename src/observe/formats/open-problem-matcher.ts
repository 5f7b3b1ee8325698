import { RE2JS, RE2JSException } from "re2js";
import type { MatcherPattern } from "../../model/check.ts";
import type { Finding } from "../../model/vector.ts";
import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openLines } from "./line-reader.ts";
import { placeAttribute } from "./place-attribute.ts";
import { toReportPath } from "./report-path.ts";

/** What the lines so far said of one finding. */
type Parts = Readonly<Partial<Record<Part, string>>>;
type Part = (typeof PARTS)[number];
const PARTS = ["file", "line", "column", "severity", "code", "message"] as const;

/** A pattern that is ready to be used. */
interface Compiled {
  readonly pattern: MatcherPattern;
  readonly regexp: RE2JS;
}

/**
 * Reads lines as GitHub's runner does by a problem matcher: one pattern a line, one after the other;
 * a last one that loops gives a finding for each line that it matches.
 */
export function openProblemMatcher(
  patterns: readonly MatcherPattern[],
  onFinding: OnRawFinding,
  folder: string,
): ReportReader {
  const compiled = compileAll(patterns);
  if (typeof compiled === "string") return { write: () => undefined, end: () => compiled };
  const matcher = createMatcher(compiled, (parts) => {
    onFinding(toFinding(parts, folder));
  });
  const lines = openLines(matcher);
  return {
    write: lines.write,
    end: () => {
      lines.end();
      return undefined;
    },
  };
}

function compileAll(patterns: readonly MatcherPattern[]): readonly Compiled[] | string {
  try {
    return patterns.map((pattern) => ({ pattern, regexp: RE2JS.compile(pattern.regexp) }));
  } catch (error) {
    if (error instanceof RE2JSException) return `the problem matcher: ${error.message}`;
    throw error;
  }
}

function createMatcher(
  patterns: readonly Compiled[],
  onMatch: (parts: Parts) => void,
): (line: string) => void {
  let at = 0;
  let known: Parts = {};

  function start(line: string): void {
    at = 0;
    known = {};
    step(line, true);
  }
  function step(line: string, isFirst: boolean): void {
    const current = patterns[at];
    if (current === undefined) return;
    const found = partsOf(current, line);
    if (found === undefined) {
      // The line that ends one match may begin the next.
      if (!isFirst) start(line);
      return;
    }
    const parts = { ...known, ...found };
    if (at < patterns.length - 1) {
      known = parts;
      at += 1;
      return;
    }
    onMatch(parts);
    if (!current.pattern.loop || patterns.length === 1) {
      at = 0;
      known = {};
    }
  }
  return (line) => {
    step(line, at === 0);
  };
}

function partsOf({ pattern, regexp }: Compiled, line: string): Parts | undefined {
  const matcher = regexp.matcher(line);
  if (!matcher.find()) return undefined;
  const found = PARTS.flatMap((part) => {
    const group = pattern[part];
    const text =
      group === undefined || group > matcher.groupCount() ? undefined : matcher.group(group);
    return typeof text === "string" && text !== "" ? [[part, text]] : [];
  });
  return Object.fromEntries(found);
}

function toFinding(parts: Parts, folder: string): Finding {
  return {
    file: toReportPath(parts.file?.trim() ?? "", folder),
    ...placeAttribute("line", parts.line),
    ...placeAttribute("column", parts.column),
    ...(parts.code === undefined ? {} : { rule: parts.code }),
    level: toLevel(parts.severity),
    message: parts.message ?? "",
  };
}

/** A matcher without a word for it means an error, as on the runner. */
function toLevel(severity = "error"): Finding["level"] {
  if (/^warn/i.test(severity)) return "warning";
  return /^(?:notice|note|info)/i.test(severity) ? "note" : "error";
}
