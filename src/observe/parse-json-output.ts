/**
 * A line that begins a document. One that begins with a tag, such as `[info] starting` or `[1/4] Fetching`,
 * does not; whatever else may be JSON does, so that a report that breaks off is never left out.
 */
const BEGINNING =
  /^[ \t]*(?:\{|\[[ \t]*(?:[[{"\]]|(?:-?\d[\d.eE+-]*|true|false|null)[ \t]*(?:,|\][ \t]*$|$)|$))/m;

/** What a program printed as JSON. */
export interface JsonOutput {
  readonly document: unknown;
  /** Empty, or what to add to a message about the lines that stood before the document. */
  readonly note: string;
}

/**
 * Reads the one document that ends an output: package managers print a banner before it. Of several, or
 * of one that breaks off, nobody can say which was meant.
 */
export function parseJsonOutput(output: string): JsonOutput | undefined {
  const text = output.replace(/^\uFEFF/, "");
  const whole = parseJson(text);
  if (whole !== undefined) return { ...whole, note: "" };
  const start = BEGINNING.exec(text)?.index ?? 0;
  const parsed = start === 0 ? undefined : parseJson(text.slice(start));
  if (parsed === undefined) return undefined;
  const skippedLines = text.slice(0, start).split("\n").length - 1;
  return { ...parsed, note: noteOn(skippedLines) };
}

function parseJson(text: string): { readonly document: unknown } | undefined {
  try {
    return { document: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function noteOn(skippedLines: number): string {
  const lines =
    skippedLines === 1
      ? "1 line before the JSON was"
      : `${skippedLines} lines before the JSON were`;
  return `; ${lines} left out: print nothing else`;
}
