import type { Finding } from "../model/vector.ts";

const FINDINGS_MAX = 50;
const LINE_CHARACTERS_MAX = 500;
/** How far behind a TAP point its location stands. */
const TAP_DETAIL_LINES_MAX = 16;
/** How far above the verdict of a Go test its words may stand. */
const GO_OUTPUT_LINES_MAX = 100;
/** How much of an assertion's own words is worth telling with the test's name. */
const SAID_LINES_MAX = 6;
const SAID_CHARACTERS_MAX = 200;

/** Where to look and what stands around it. */
interface Place {
  readonly line: string;
  readonly next: string;
  /** The details that may follow. */
  readonly following: () => readonly string[];
  /** What may have been said before, the nearest first. */
  readonly preceding: () => readonly string[];
}

/** A failing test as its runner names it. */
interface Failure {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

type Reader = (place: Place) => Failure | undefined;

/** Names the failing tests where the runner does so on a line of its own. */
export function readTestFailures(output: string, folder: string): readonly Finding[] {
  const lines = output.split("\n");
  const findings = new Map<string, Finding>();
  for (const [index, text] of lines.entries()) {
    if (findings.size >= FINDINGS_MAX) break;
    if (text.length > LINE_CHARACTERS_MAX || !FAILURE_HINT.test(text)) continue;
    const place: Place = {
      line: text.trimEnd(),
      next: (lines[index + 1] ?? "").slice(0, LINE_CHARACTERS_MAX).trimEnd(),
      following: () => lines.slice(index + 1, index + 1 + TAP_DETAIL_LINES_MAX),
      preceding: () => lines.slice(Math.max(0, index - GO_OUTPUT_LINES_MAX), index).toReversed(),
    };
    const failure = readFirst(place);
    if (failure !== undefined) {
      const finding = toFinding(failure, folder);
      findings.set(`${finding.file}\n${finding.message}`, finding);
    }
  }
  return withoutRepeats([...findings.values()]);
}

/** A runner may list a test first and say later what went wrong in it. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const told = findings.filter(({ file }) => file !== "").map(({ message }) => `${message}:`);
  return findings.filter(
    ({ file, message }) => file !== "" || !told.some((it) => it.startsWith(`${message}:`)),
  );
}

const FAILURE_HINT = /fail|not ok|^---- |test at |error |rspec |^\s+\d+\) test |● /i;

function readFirst(place: Place): Failure | undefined {
  for (const read of READERS) {
    const failure = read(place);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

const READERS: readonly Reader[] = [
  readNodeSpec,
  readTap,
  readVitest,
  readJest,
  readPytest,
  readGo,
  readCargo,
  readRspec,
  readMix,
];

function readNodeSpec({ line, next, following }: Place): Failure | undefined {
  const [, file, row, column] = /^test at (.+):(\d{1,9}):(\d{1,9})$/.exec(line) ?? [];
  const [, name] = /^\s*✖ (.+?)(?: \([\d.]+ms\))?$/.exec(next) ?? [];
  if (file === undefined || name === undefined) return undefined;
  const words = following().slice(1);
  const end = words.findIndex((text) => /^\s+at /.test(text));
  const why = saidBy(words.slice(0, end === -1 ? SAID_LINES_MAX : end));
  return { name: withReason(name, why), file, line: Number(row), column: Number(column) };
}

/** What an assertion says in its first lines, on one line and without its class. */
function saidBy(lines: readonly string[]): string {
  return lines
    .slice(0, SAID_LINES_MAX)
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join(" ")
    .replace(/^(?:\w*Error)(?: \[\w+\])?: /, "")
    .slice(0, SAID_CHARACTERS_MAX);
}

function withReason(name: string, why: string): string {
  return why === "" ? name : `${name}: ${why}`;
}

function readTap({ line, following }: Place): Failure | undefined {
  const [, name] = /^\s*not ok(?: \d{1,9})?(?: - | )(.+)$/.exec(line) ?? [];
  if (name === undefined || /# (?:SKIP|TODO)\b/i.test(name)) return undefined;
  const rest = following();
  const end = rest.findIndex((text) => /^\s*(?:not ok|ok)\b/.test(text));
  const details = rest
    .slice(0, end === -1 ? rest.length : end)
    .map((text) => text.slice(0, LINE_CHARACTERS_MAX))
    .join("\n");
  if (/^\s*type: 'suite'$/m.test(details)) return undefined;
  const [, file, row, column] = /^\s*location: '(.+):(\d{1,9}):(\d{1,9})'$/m.exec(details) ?? [];
  const told = withReason(name, errorIn(details));
  return file === undefined
    ? { name: told }
    : { name: told, file, line: Number(row), column: Number(column) };
}

/** The `error` of a TAP point's details: on its line, or as a block below it. */
function errorIn(details: string): string {
  const [, quoted] = /^\s*error: '(.*)'$/m.exec(details) ?? [];
  if (quoted !== undefined) return saidBy([quoted]);
  const [, block] = /^\s*error: \|-\n((?:(?!\s*\w+: ).*\n?){1,6})/m.exec(details) ?? [];
  return saidBy((block ?? "").split("\n"));
}

function readVitest({ line }: Place): Failure | undefined {
  const [, file, name] = /^\s*FAIL\s+(?:\|[^|]+\| )?(\S+) > (.+)$/.exec(line) ?? [];
  return file === undefined || name === undefined ? undefined : { name, file };
}

function readJest({ line }: Place): Failure | undefined {
  const [, name] = /^\s+● (.+ › .+)$/.exec(line) ?? [];
  return name === undefined ? undefined : { name };
}

function readPytest({ line }: Place): Failure | undefined {
  const [, file, name, message] =
    /^(?:FAILED|ERROR) ([^\s:]+\.py)(?:::(.+?))?(?: - (.*))?$/.exec(line) ?? [];
  if (file === undefined) return undefined;
  return { file, name: [name ?? "could not be collected", message].filter(Boolean).join(": ") };
}

const GO_WORDS = /^\s+(\S+\.go):(\d{1,9}): (.*)$/;

function readGo({ line, next, preceding }: Place): Failure | undefined {
  const [, name] = /^\s*--- FAIL: (\S+)/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const words = GO_WORDS.test(next) ? next : lastWordsOf(name, preceding());
  const [, file, row, said] = GO_WORDS.exec(words) ?? [];
  return file === undefined
    ? { name }
    : { name: `${name}: ${said ?? ""}`, file, line: Number(row) };
}

/** With `-v` what a test says stands above its verdict, below a line that names it. */
function lastWordsOf(name: string, preceding: readonly string[]): string {
  let words = "";
  for (const text of preceding) {
    const line = text.slice(0, LINE_CHARACTERS_MAX).trimEnd();
    const [, speaker] = /^=== (?:RUN|NAME|CONT)\s+(\S+)$/.exec(line) ?? [];
    if (speaker === name && words !== "") return words;
    if (speaker !== undefined) words = "";
    else if (words === "" && GO_WORDS.test(line)) words = line;
  }
  return "";
}

function readCargo({ line, following }: Place): Failure | undefined {
  const [, short] = /^test (.+) \.\.\. FAILED$/.exec(line) ?? [];
  if (short !== undefined) return { name: short };
  const [, name] = /^---- (\S+) stdout ----$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const words = following().map((text) => text.slice(0, LINE_CHARACTERS_MAX));
  const at = words.findIndex((text) => CARGO_PANIC.test(text));
  const [, file, row, column] = CARGO_PANIC.exec(words[at] ?? "") ?? [];
  if (file === undefined) return { name };
  const end = words.findIndex((text, index) => index > at && /^(?:note: |----|$)/.test(text));
  const why = saidBy(words.slice(at + 1, end === -1 ? undefined : end));
  return { name: withReason(name, why), file, line: Number(row), column: Number(column) };
}

const CARGO_PANIC = /^thread '.*' (?:\(\d+\) )?panicked at (\S+):(\d{1,9}):(\d{1,9}):$/;

function readRspec({ line }: Place): Failure | undefined {
  const [, file, row, name] = /^rspec (\S+):(\d{1,9}) # (.+)$/.exec(line) ?? [];
  return file === undefined || name === undefined ? undefined : { name, file, line: Number(row) };
}

function readMix({ line, next }: Place): Failure | undefined {
  const [, name] = /^\s+\d{1,9}\) test (.+)$/.exec(line) ?? [];
  const [, file, row] = /^\s+(\S+\.exs?):(\d{1,9})$/.exec(next) ?? [];
  return name === undefined || file === undefined ? undefined : { name, file, line: Number(row) };
}

function toFinding(failure: Failure, folder: string): Finding {
  const { name, file = "", line, column } = failure;
  return {
    file: file.replace(/^file:\/\//, "").replace(`${folder}/`, ""),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    level: "error",
    message: name,
  };
}
