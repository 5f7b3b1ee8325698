import { toPlainText } from "../../model/plain-text.ts";
import type { ReportReader } from "./findings-reader.ts";

/** No tool writes a longer line about one finding; the rest of a longer line is left out. */
const LINE_CHARACTERS_MAX = 10_000;

/** Most lines need no cleaning, and to find that out is cheaper. */
const UNCLEAN = /[^\t -~]/;

/** Gets each line without its end, in plain text. */
export type OnLine = (line: string) => void;

/** Cuts text that comes in pieces into lines. */
export function openLines(onLine: OnLine): Pick<ReportReader, "write"> & { end(): void } {
  let held = "";
  function say(line: string): void {
    if (!UNCLEAN.test(line)) onLine(line);
    // A carriage return within a line begins a line of its own, as on a terminal.
    else for (const part of toPlainText(line.replace(/\r$/, "")).split("\n")) onLine(part);
  }
  return {
    write: (text) => {
      let start = 0;
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
        say(held + text.slice(start, Math.min(at, start + LINE_CHARACTERS_MAX - held.length)));
        held = "";
        start = at + 1;
      }
      held += text.slice(start, start + LINE_CHARACTERS_MAX - held.length);
    },
    end: () => {
      if (held !== "") say(held);
      held = "";
    },
  };
}
