import type { Counts } from "../model/vector.ts";

/** A line with its place in the output. */
export interface PlacedLine {
  readonly text: string;
  readonly at: number;
}

/** What one format made of an output, and where its last word stands. */
export interface CountsReading {
  readonly counts: Counts;
  readonly at: number;
}

/** Sees an output line by line, and says at its end what it made of it; `undefined` where it is another's. */
export interface LineCounter {
  see(line: PlacedLine): void;
  reading(): CountsReading | undefined;
}
