/** Where a command line writes; the only code that touches the standard streams. */
export interface Printer {
  /** A line of the result. */
  out(line: string): void;
  /** A line about the result. */
  err(line: string): void;
  readonly colour: boolean;
}

/** The standard streams. A reader that went away ends nothing: the run goes on, unheard. */
export function createPrinter(): Printer {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const isTerminal = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    colour: isTerminal || process.env["FORCE_COLOR"] === "1",
  };
}
