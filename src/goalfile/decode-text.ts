import type { Place, TextProblem } from "./problem.ts";

const BYTES_MAX = 256 * 1024;
const LINE_FEED = 0x0a;

/** The text of a goal-file without its byte order mark. */
export function decodeText(bytes: Uint8Array): string | TextProblem {
  if (bytes.length > BYTES_MAX) {
    return {
      code: "too-large",
      message: `expected a goal-file of at most ${BYTES_MAX} bytes, found ${bytes.length}`,
      suggestion: "Split it into several goals, or move scripts into files of their own.",
      place: { line: 1, column: 1 },
    };
  }
  const text = decode(bytes);
  if (text !== undefined) return text;
  return {
    code: "invalid-utf8",
    message: "malformed TOML: expected UTF-8, found bytes that are not",
    suggestion: "Save the file as UTF-8.",
    place: placeOfBadByte(bytes),
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No byte of a longer UTF-8 sequence equals a line feed, so every line decodes on its own. */
function placeOfBadByte(bytes: Uint8Array): Place {
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const content = bytes.subarray(start, end);
    if (decode(content) === undefined) return { line, column: columnOfBadByte(content) };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}

function columnOfBadByte(content: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  return text.indexOf("\uFFFD") + 1;
}
