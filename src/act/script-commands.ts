import { type Command, isRunner, resolvePath, startedCommands } from "./named-scripts.ts";
import { shellCommands } from "./shell-commands.ts";

/** Longer lines are not written by people; what they hold in variables is not followed. */
const EXPANDED_LINE_MAX = 2_000;
const EXPANSION_ROUNDS = 3;
const LINE_MAX = 20_000;
const ASSIGNMENT =
  /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+)?(\w{1,100})=(["']?)([\w./${}@-]{1,200})\2[ \t]{0,20};?[ \t]{0,20}$/gm;
const VARIABLE = /\$(?:\{([\w.-]+)\}|\(([\w.-]+)\)|(\w+))/g;
const PROGRAM_TEXT = /\.(?:py|[cm]?[jt]sx?|rb|pl|php|lua)$/;
const PROGRAM_LINE = /^#!.*\b(?:python|node|ruby|perl|php|lua|deno|bun)/;
const LITERAL =
  /"((?:[^"\\\n]|\\.){0,1000})"|'((?:[^'\\\n]|\\.){0,1000})'|`((?:[^`\\\n]|\\.){0,1000})`/g;
/** What may stand between two literals of one list. */
const IN_ONE_LIST = /^[\s,[\](]*[rbfu]{0,2}$/i;
/** A call that starts a program, whatever its name. */
const STARTS =
  /(?:\b(?:spawn|spawnSync|exec|execSync|execFile|execFileSync|fork|execa|run|call|check_call|check_output|Popen|popen|system))\s*\(\s*\[?\s*$/;
const BETWEEN_MAX = 100;
const SHELL_FILE = /\.(?:sh|bash|zsh|ksh)$/;

/** The commands that a script of the repository starts, as far as its text says so. */
export function scriptCommands(path: string, text: string): readonly Command[] {
  return PROGRAM_TEXT.test(path) || PROGRAM_LINE.test(text)
    ? literalCommands(text)
    : textCommands(text);
}

/** The commands in text for a shell, line by line, so that one strange quote hides one line at most. */
export function textCommands(text: string): readonly Command[] {
  const joined = text.replaceAll(/\\\r?\n/g, " ");
  const values = assignmentsIn(joined);
  return joined
    .split(/\r?\n/)
    .map(withoutComment)
    .filter((line) => line.trim() !== "")
    .map((line) => expandVariables(line, values))
    .flatMap(shellCommands)
    .flatMap(startedCommands);
}

/** Names that the text gives a plain value to. */
function assignmentsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ASSIGNMENT)].map(([, name = "", , value = ""]) => [name, value]),
  );
}

export function expandVariables(line: string, values: ReadonlyMap<string, string>): string {
  let expanded = line;
  for (let round = 0; round < EXPANSION_ROUNDS; round += 1) {
    if (expanded.length > EXPANDED_LINE_MAX) break;
    expanded = expanded.replaceAll(
      VARIABLE,
      (whole: string, a?: string, b?: string, c?: string) => values.get(a ?? b ?? c ?? "") ?? whole,
    );
  }
  return expanded.slice(0, LINE_MAX);
}

/**
 * Modules beside a script that it loads: a change of one is a change of the script. In the root of a
 * repository that is too often the work itself.
 */
export function loadedSiblings(path: string, text: string): readonly string[] {
  const folder = path.split("/").slice(0, -1).join("/");
  if (folder === "") return [];
  const names =
    path.endsWith(".py") || /^#!.*\bpython/.test(text) ? pythonModules(text) : nodeModules(text);
  return names.map((name) => resolvePath(folder, name));
}

function pythonModules(text: string): readonly string[] {
  const lines = text.matchAll(
    /^[ \t]*(?:from[ \t]+\.?([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gm,
  );
  return [...lines]
    .flatMap(([, from, list]) => (from ?? list ?? "").split(","))
    .map((name) => name.trim().split(/[\s.]/)[0] ?? "")
    .flatMap((name) => (name === "" ? [] : [`${name}.py`, `${name}/__init__.py`]));
}

function nodeModules(text: string): readonly string[] {
  const loads = text.matchAll(
    /(?:\bfrom|\bimport|\brequire(?:\.resolve)?)[ \t]{0,20}\(?[ \t]{0,20}["'`](\.\/[^"'`\n/]{1,200})["'`]/g,
  );
  return [...loads].flatMap(([, name = ""]) => [
    name,
    ...["js", "cjs", "mjs", "json", "ts"].map((extension) => `${name}.${extension}`),
  ]);
}

/** A mark in quotes begins no comment. */
function withoutComment(line: string): string {
  if (/^\s*#/.test(line)) return "";
  const at = line.search(/\s#/);
  if (at === -1) return line;
  const before = line.slice(0, at);
  const isOpen = ["'", '"'].some((mark) => before.split(mark).length % 2 === 0);
  return isOpen ? line : before;
}

/** Literals that stand in one list, such as the words of a command. */
interface Words {
  readonly isStarted: boolean;
  readonly words: string[];
}

function literalCommands(text: string): readonly Command[] {
  const source = text
    .replaceAll("sys.executable", '"python"')
    .replaceAll("process.execPath", '"node"');
  const lists: Words[] = [];
  let end = 0;
  for (const match of source.matchAll(LITERAL)) {
    const word = match[1] ?? match[2] ?? match[3] ?? "";
    const between = source.slice(Math.max(end, match.index - BETWEEN_MAX), match.index);
    const open = end === 0 || match.index - end >= BETWEEN_MAX ? undefined : lists.at(-1);
    if (open !== undefined && IN_ONE_LIST.test(between)) open.words.push(word);
    else lists.push({ isStarted: STARTS.test(between), words: [word] });
    end = match.index + match[0].length;
  }
  return lists.flatMap(commandsInList);
}

/** A literal alone may be a file that is only looked at. */
function commandsInList({ isStarted, words }: Words): readonly Command[] {
  const start = isStarted ? 0 : words.findIndex(isRunner);
  const list = start === -1 ? [] : [words.slice(start)];
  const lines = words.filter((word) => /\s/.test(word)).flatMap(shellCommands);
  const files = words.filter((word) => SHELL_FILE.test(word)).map((word) => [word]);
  return [...list, ...lines, ...files].flatMap(startedCommands);
}
