import type { RE2JS } from "re2js";
import { toPlainText } from "../model/plain-text.ts";
import type { Finding } from "../model/vector.ts";

/** What stands behind that in a line could not be seen, so a longer one is not judged. */
const LINE_CHARACTERS_MAX = 1024 * 1024;
const SHOWN_LINES_MAX = 20;
/** Most lines need no cleaning, and to find that out is cheaper. */
const UNCLEAN = /[^\t -~]/;

/** What to look for, and the route whose lines are shown first. */
export interface LogPatterns {
  readonly serverError: RE2JS;
  readonly panic: RE2JS;
  readonly route: string | undefined;
}

/** What a log holds. A line can be both. */
export interface LogCounts {
  /** That are not empty. */
  readonly lines: number;
  readonly serverErrors: number;
  readonly panics: number;
  /** Errors and panics that name the route. */
  readonly onRoute: number;
  /** At most 20, those of the route first. */
  readonly shown: readonly Finding[];
  /** A line was too long to be looked at. */
  readonly isCut: boolean;
}

/** Gets a log piece by piece, then says what it holds. */
export interface LogTally {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => LogCounts;
}

/** Counts in the lines of a log while it is written, in memory that does not grow with it. */
export function openLogTally({ serverError, panic, route }: LogPatterns): LogTally {
  const decoder = new TextDecoder();
  const ofRoute: Finding[] = [];
  const others: Finding[] = [];
  const counts = { lines: 0, serverErrors: 0, panics: 0, onRoute: 0, isCut: false };
  let held = "";

  function look(raw: string): void {
    const line = UNCLEAN.test(raw) ? toPlainText(raw.replace(/\r$/, "")) : raw;
    if (line.trim() === "") return;
    counts.lines += 1;
    const isPanic = panic.test(line);
    const isServerError = serverError.test(line);
    if (isPanic) counts.panics += 1;
    if (isServerError) counts.serverErrors += 1;
    if (isPanic || isServerError) show(line, isPanic ? "panic" : "server-error");
  }

  function show(message: string, rule: string): void {
    const isOnRoute = route !== undefined && message.includes(route);
    if (isOnRoute) counts.onRoute += 1;
    const shown = isOnRoute ? ofRoute : others;
    if (shown.length < SHOWN_LINES_MAX) shown.push({ file: "", level: "error", rule, message });
  }

  function read(text: string): void {
    const lines = (held + text).split("\n");
    held = lines.pop() ?? "";
    lines.forEach(look);
    if (held.length <= LINE_CHARACTERS_MAX) return;
    counts.isCut = true;
    held = "";
  }

  return {
    write: (chunk) => {
      if (!counts.isCut) read(decoder.decode(chunk, { stream: true }));
    },
    end: () => {
      read(decoder.decode());
      look(held);
      return { ...counts, shown: [...ofRoute, ...others].slice(0, SHOWN_LINES_MAX) };
    },
  };
}
