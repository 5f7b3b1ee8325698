/** How words stand out where colour can be shown; without it every function gives its text back. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

/** Colours for a terminal. */
const COLOURS: Paint = {
  good: (text) => `\u001B[32m${text}\u001B[39m`,
  bad: (text) => `\u001B[31m${text}\u001B[39m`,
  warn: (text) => `\u001B[33m${text}\u001B[39m`,
  dim: (text) => `\u001B[2m${text}\u001B[22m`,
  bold: (text) => `\u001B[1m${text}\u001B[22m`,
};

/** For files and pipes. */
const PLAIN: Paint = {
  good: (text) => text,
  bad: (text) => text,
  warn: (text) => text,
  dim: (text) => text,
  bold: (text) => text,
};

/** One of the two. */
export function paintFor(colour: boolean): Paint {
  return colour ? COLOURS : PLAIN;
}
