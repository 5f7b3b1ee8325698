import { randomUUID } from "node:crypto";
import { tellPerson } from "../src/control/tell-run.ts";
import type { EventSink } from "../src/ports/event-sink.ts";

/** Lines that the summary of a job shows; the log has them all. */
const SUMMARY_LINES_MAX = 400;

/** The account of a job: lines of strangers among ours, which must not be taken for commands to the runner. */
export interface JobLog extends EventSink {
  line(text: string): void;
  /** The newest lines, for the summary. */
  readonly lines: readonly string[];
  /** From here on what is written may be a command again. */
  close(): void;
}

/** Between opening and closing the runner obeys nothing but the word that it is told here. */
export function openJobLog(write: (line: string) => void, word: string = randomUUID()): JobLog {
  const lines: string[] = [];
  write(`::stop-commands::${word}`);
  function line(text: string): void {
    write(text);
    lines.push(text);
    if (lines.length > SUMMARY_LINES_MAX) lines.shift();
  }
  return {
    line,
    lines,
    ...tellPerson(line, false),
    close: () => {
      write(`::${word}::`);
    },
  };
}
