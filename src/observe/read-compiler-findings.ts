import { toPlainText } from "../model/plain-text.ts";
import type { Finding } from "../model/vector.ts";

const FINDINGS_MAX = 50;
const LINE_CHARACTERS_MAX = 500;
/** A program that fails says so at the end, a compiler of many files at the beginning. */
const LINES_MAX = 20_000;

/** What a compiler or an interpreter complains of, where it names file and line. */
export function readCompilerFindings(output: string, folder: string): readonly Finding[] {
  const lines = toPlainText(output).split("\n", LINES_MAX);
  const findings: Finding[] = [];
  for (const [index, line] of lines.entries()) {
    if (findings.length >= FINDINGS_MAX) break;
    const place = {
      line,
      before: lines[index - 1] ?? "",
      after: lines.slice(index + 1, index + 3),
    };
    const finding = line.length > LINE_CHARACTERS_MAX ? undefined : readLine(place);
    if (finding !== undefined)
      findings.push({ ...finding, file: toRelative(finding.file, folder) });
  }
  return findings;
}

interface Place {
  readonly line: string;
  readonly before: string;
  readonly after: readonly string[];
}

function readLine(place: Place): Finding | undefined {
  return readColons(place) ?? readParentheses(place) ?? readArrow(place) ?? readTraceback(place);
}

/** `src/a.c:3:7: error: words`, with or without column and level. */
function readColons({ line }: Place): Finding | undefined {
  const [, file, row, column, words] =
    /^\s{0,8}(?:\.\/)?([^\s:()"']{1,300}\.[A-Za-z]\w{0,9}):(\d{1,9})(?::(\d{1,9}))?: (.+)$/.exec(
      line,
    ) ?? [];
  if (file === undefined || words === undefined) return undefined;
  return { file, line: Number(row), ...columnOf(column), ...saying(words) };
}

/** `src/a.ts(3,7): error TS2304: words`. */
function readParentheses({ line }: Place): Finding | undefined {
  const [, file, row, column, words] =
    /^([^\s:()"']{1,300})\((\d{1,9}),(\d{1,9})\): ((?:error|warning)\b.+)$/.exec(line) ?? [];
  if (file === undefined || words === undefined) return undefined;
  return { file, line: Number(row), ...columnOf(column), ...saying(words) };
}

/** Rust and Elixir: the words, and the place below them. */
function readArrow({ line, before }: Place): Finding | undefined {
  const [, file, row, column] =
    /^\s{1,8}(?:-->|└─) ([^\s:()"']{1,300}):(\d{1,9})(?::(\d{1,9}))?/.exec(line) ?? [];
  const words = before.slice(0, LINE_CHARACTERS_MAX).trim();
  if (file === undefined) return undefined;
  return { file, line: Number(row), ...columnOf(column), ...saying(words) };
}

/** Python names the place first, then the code, then the words. */
function readTraceback({ line, after }: Place): Finding | undefined {
  const [, file, row] = /^ {2}File "([^"]{1,300})", line (\d{1,9})/.exec(line) ?? [];
  if (file === undefined || file.startsWith("<")) return undefined;
  const words = after.findLast((text) => /^\w{1,80}(?:\.\w{1,80}){0,4}(?:: |$)/.test(text));
  return { file, line: Number(row), ...saying(words ?? after[0]?.trim() ?? "") };
}

function columnOf(column: string | undefined): { readonly column?: number } {
  return column === undefined ? {} : { column: Number(column) };
}

function saying(words: string): Pick<Finding, "level" | "message"> {
  const isWarning = /^warning\b/.test(words);
  return { level: isWarning ? "warning" : "error", message: words };
}

function toRelative(file: string, folder: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}
