import { endOfSkipped } from "./end-of-skipped.ts";
import { parseTable } from "./parse-table.ts";
import { placeName } from "./place-name.ts";
import type { Place, TomlPath } from "./problem.ts";

/** Where keys and values start, by the name of their path. */
export interface Places {
  readonly keys: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, Place>;
}

interface Scan {
  readonly text: string;
  index: number;
  readonly wanted: ReadonlySet<string>;
  readonly keys: Map<string, number>;
  readonly values: Map<string, number>;
  /** How many tables each `[[list]]` has so far. */
  readonly lists: Map<string, number>;
}

/**
 * The places of the wanted names in a text that the parser of the values took: this only has to find
 * its way. A tree of the whole text would need fifty times its memory.
 */
export function findPlaces(text: string, wanted: ReadonlySet<string>): Places {
  const scan: Scan = {
    text,
    index: 0,
    wanted,
    keys: new Map(),
    values: new Map(),
    lists: new Map(),
  };
  let table: TomlPath = [];
  for (skipGap(scan); scan.index < text.length; skipGap(scan)) {
    const start = scan.index;
    if (text.charAt(start) === "[") table = readHeader(scan);
    else readKeyValue(scan, table);
    // Whatever else the parser may take one day: going on is better than going round.
    if (scan.index === start) scan.index += 1;
  }
  return { keys: toPlaces(text, scan.keys), values: toPlaces(text, scan.values) };
}

/** `[a.b]` or `[[a.b]]`; a name that was a list before means its newest table. */
function readHeader(scan: Scan): TomlPath {
  const start = scan.index;
  const isList = scan.text.startsWith("[[", start);
  scan.index += isList ? 2 : 1;
  const parts = readKey(scan).map(({ step }) => step);
  scan.index += isList ? 2 : 1;
  let path: TomlPath = [];
  parts.forEach((step, place) => {
    path = [...path, step];
    note(scan.keys, path, start, scan);
    const name = placeName(path);
    const count = scan.lists.get(name);
    if (isList && place === parts.length - 1) {
      scan.lists.set(name, (count ?? 0) + 1);
      path = [...path, count ?? 0];
      note(scan.keys, path, start, scan);
    } else if (count !== undefined) {
      path = [...path, count - 1];
    }
  });
  return path;
}

function readKeyValue(scan: Scan, table: TomlPath): void {
  const path = [...table];
  for (const { step, start } of readKey(scan)) {
    path.push(step);
    note(scan.keys, path, start, scan);
  }
  scan.index += 1;
  skipGap(scan);
  readValue(scan, path);
}

interface KeyPart {
  readonly step: string;
  readonly start: number;
}

/** A dotted key up to what ends it: `=` or `]`. */
function readKey(scan: Scan): readonly KeyPart[] {
  const parts: KeyPart[] = [];
  do {
    if (parts.length > 0) scan.index += 1;
    skipGap(scan);
    const start = scan.index;
    scan.index = endOfKeyPart(scan.text, start);
    parts.push({ step: toKey(scan.text.slice(start, scan.index)), start });
    skipGap(scan);
  } while (scan.text.charAt(scan.index) === ".");
  return parts;
}

function endOfKeyPart(text: string, start: number): number {
  if (isQuote(text.charAt(start))) return endOfSkipped(text, start);
  const end = /[^\w-]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** Depth is bounded before anybody asks for places. */
function readValue(scan: Scan, path: TomlPath): void {
  note(scan.values, path, scan.index, scan);
  const character = scan.text.charAt(scan.index);
  if (character === "[") {
    let count = 0;
    readItems(scan, "]", () => {
      readValue(scan, [...path, count]);
      count += 1;
    });
  } else if (character === "{") {
    readItems(scan, "}", () => readKeyValue(scan, path));
  } else if (isQuote(character)) {
    scan.index = endOfSkipped(scan.text, scan.index);
  } else {
    const end = /[,\]}#\r\n]/g;
    end.lastIndex = scan.index;
    scan.index = end.exec(scan.text)?.index ?? scan.text.length;
  }
}

/** What stands between brackets, each with the comma that may be behind it. */
function readItems(scan: Scan, closing: string, readItem: () => void): void {
  scan.index += 1;
  skipGap(scan);
  while (scan.index < scan.text.length && scan.text.charAt(scan.index) !== closing) {
    const start = scan.index;
    readItem();
    skipGap(scan);
    if (scan.text.charAt(scan.index) === ",") scan.index += 1;
    skipGap(scan);
    if (scan.index === start) return;
  }
  scan.index += 1;
}

/** White space, line ends and comments. */
function skipGap(scan: Scan): void {
  const other = /[^ \t\r\n]/g;
  do {
    other.lastIndex = scan.index;
    scan.index = other.exec(scan.text)?.index ?? scan.text.length;
    if (scan.text.charAt(scan.index) !== "#") return;
    scan.index = endOfSkipped(scan.text, scan.index);
  } while (scan.index < scan.text.length);
}

/** A key as it is meant: its quotes and escapes are the parser's to read. */
function toKey(written: string): string {
  if (!isQuote(written.charAt(0))) return written;
  const parsed = parseTable(`key = ${written}`);
  const value = parsed.kind === "table" ? parsed.table["key"] : undefined;
  return typeof value === "string" ? value : written;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** The first of several is where a reader looks. */
function note(places: Map<string, number>, path: TomlPath, start: number, scan: Scan): void {
  const name = placeName(path);
  if (scan.wanted.has(name) && !places.has(name)) places.set(name, start);
}

/** Each start as a line and a column, counted from 1, on one way through the text. */
function toPlaces(text: string, starts: ReadonlyMap<string, number>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let line = 1;
  let lineStart = 0;
  let feed = text.indexOf("\n");
  for (const [name, start] of [...starts].toSorted(([, one], [, other]) => one - other)) {
    while (feed !== -1 && feed < start) {
      line += 1;
      lineStart = feed + 1;
      feed = text.indexOf("\n", lineStart);
    }
    places.set(name, { line, column: start - lineStart + 1 });
  }
  return places;
}
