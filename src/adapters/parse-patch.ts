import type { AddedLine, AddedLines } from "../ports/tree-diff.ts";
import { toBytes } from "./tree-path.ts";

/** More is not read: each line costs more than its bytes. */
const LINES_MAX = 500_000;
const FILE = "diff --git ";
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Where the reading of a patch stands. */
interface Place {
  path: string;
  line: number;
  /** Lines of the hunk that are still to come: what stands in them is content, whatever it looks like. */
  removed: number;
  added: number;
}

/** Reads the added lines of a patch of git without context, its bytes one to a character. */
export function parsePatch(patch: string): AddedLines {
  const lines: AddedLine[] = [];
  const binaries: string[] = [];
  const place: Place = { path: "", line: 0, removed: 0, added: 0 };
  for (const row of rowsOf(patch)) {
    if (place.removed > 0 || place.added > 0) {
      const text = readContent(row, place);
      if (text !== undefined) lines.push({ path: place.path, line: place.line - 1, text });
    } else if (row.startsWith("Binary files ")) {
      if (!row.endsWith(" and /dev/null differ")) binaries.push(place.path);
    } else readHeader(row, place);
    if (lines.length > LINES_MAX) return { lines, binaries, isComplete: false };
  }
  return { lines, binaries, isComplete: true };
}

function* rowsOf(patch: string): Generator<string> {
  for (let start = 0; start < patch.length;) {
    const newline = patch.indexOf("\n", start);
    const end = newline === -1 ? patch.length : newline;
    yield patch.slice(start, end);
    start = end + 1;
  }
}

function readContent(row: string, place: Place): string | undefined {
  if (row.startsWith("-")) place.removed -= 1;
  if (!row.startsWith("+")) return undefined;
  place.added -= 1;
  place.line += 1;
  return toText(row.slice(1)).replace(/\r$/, "");
}

function readHeader(row: string, place: Place): void {
  if (row.startsWith(FILE)) place.path = readPath(row.slice(FILE.length));
  const hunk = HUNK.exec(row);
  if (hunk === null) return;
  place.removed = Number(hunk[1] ?? 1);
  place.line = Number(hunk[2]);
  place.added = Number(hunk[3] ?? 1);
}

/** `a/name b/name`: without renames both are one name, so that blanks in it do no harm. */
function readPath(names: string): string {
  const name = names.slice((names.length - 1) / 2 + 1);
  return toText(name.startsWith('"') ? unquote(name) : name).slice("b/".length);
}

/** git quotes a name with control characters, quotes or backslashes as C does. */
function unquote(name: string): string {
  return name.slice(1, -1).replaceAll(/\\([0-7]{3}|.)/g, (_, escaped: string) => {
    if (escaped.length === 3) return String.fromCharCode(Number.parseInt(escaped, 8));
    return LETTERS[escaped] ?? escaped;
  });
}

const LETTERS: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
};

function toText(bytes: string): string {
  return toBytes(bytes).toString("utf8");
}
