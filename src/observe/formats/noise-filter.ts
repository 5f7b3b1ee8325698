/** An opening line is known by its beginning. */
const LINE_START_CHARACTERS = 200;

/** Leaves lines out until a document begins. */
export interface NoiseFilter {
  /** What is left from the first line on that opens a document; "" while none does. */
  skip(text: string): string;
  /** Nothing follows: the same of what was held back. */
  end(): string;
}

/** Package managers and tools print lines before and behind what they report. */
export function createNoiseFilter(opens: RegExp): NoiseFilter {
  let held = "";
  let isInLine = false;

  function skip(text: string): string {
    let rest = held + text;
    held = "";
    while (rest !== "") {
      const newline = rest.indexOf("\n");
      if (!isInLine && newline === -1 && rest.length < LINE_START_CHARACTERS) {
        held = rest;
        return "";
      }
      if (!isInLine && opens.test(rest.slice(0, LINE_START_CHARACTERS))) return rest;
      isInLine = newline === -1;
      rest = isInLine ? "" : rest.slice(newline + 1);
    }
    return "";
  }
  function end(): string {
    const last = held;
    held = "";
    return opens.test(last) ? last : "";
  }
  return { skip, end };
}
