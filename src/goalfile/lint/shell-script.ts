import type { Check, Invocation } from "../../model/check.ts";
import { invocationsOf } from "../../model/invocations-of.ts";

/** One command of a script, and how it is joined to the one before it. */
export interface ShellCommand {
  /** The program and its arguments, without assignments, redirections and wrappers such as `env`. */
  readonly words: readonly string[];
  readonly isNegated: boolean;
  readonly joinedBy: "start" | ";" | "&" | "&&" | "||" | "|";
}

/** A program call as far as it can be read: one command, or what a shell is told to do. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  /** With loops, conditions or groups the order of the text does not say what it exits with. */
  readonly isStraight: boolean;
  /** Ends with the first command that fails. */
  readonly isStrict: boolean;
  readonly hasPipefail: boolean;
  readonly text: string;
}

/** The calls of a check, read as scripts. */
export function scriptsOf(check: Check): readonly ShellScript[] {
  return invocationsOf(check).map(toScript);
}

/** The program of a command, without its folder. */
export function programOf({ words }: ShellCommand): string {
  return (words[0] ?? "").split("/").at(-1) ?? "";
}

const SHELL = /(?:^|\/)(?:sh|bash|dash|zsh|ksh)$/;
const CODE_OPTION = /^-[A-Za-z]*c$/;
const KEYWORD = /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|select)$/;
/** Longer scripts belong into files, which are not read here. */
const TEXT_MAX = 20_000;
/** Quoted text; substitutions, which are one word here; operators; redirections with their target. */
const TOKEN =
  /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<substituted>\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`|\$\{[^}]*\})|(?<redirected>\d*(?:>>|>|<)\s*(?:&[\d-]|[^\s;|&<>()]+))|(?<operator>&&|\|\||[;|&\n(){}])|(?<blank>[^\S\n]+)|(?<plain>\\.|[^\s;|&(){}'"\\$`<>]+|.)/gs;

function toScript({ command, args }: Invocation): ShellScript {
  const at = SHELL.test(command) ? args.findIndex((word) => CODE_OPTION.test(word)) : -1;
  const code = at === -1 ? undefined : args[at + 1];
  if (code === undefined) {
    const words = unwrapped([command, ...args]);
    return {
      commands: [{ words, isNegated: false, joinedBy: "start" }],
      isStraight: true,
      isStrict: false,
      hasPipefail: false,
      text: [command, ...args].join(" "),
    };
  }
  const options = args.slice(0, at + 1).join(" ");
  return toCodeScript(code.slice(0, TEXT_MAX), options);
}

function toCodeScript(code: string, options: string): ShellScript {
  const { commands, hasGroups } = readCommands(code);
  const settings = commands.filter((it) => programOf(it) === "set").map((it) => it.words.join(" "));
  const all = [options, ...settings].join("\n");
  return {
    commands: commands.filter((it) => programOf(it) !== "set"),
    isStraight: !hasGroups && !commands.some(({ words }) => KEYWORD.test(words[0] ?? "")),
    isStrict: /(?:^| )-[a-z]*e|errexit/m.test(all),
    hasPipefail: all.includes("pipefail"),
    text: code,
  };
}

interface Token {
  readonly kind: "word" | "operator";
  readonly text: string;
}

interface Pieces {
  readonly words: readonly string[];
  readonly joinedBy: ShellCommand["joinedBy"];
}

/** A group at the start reads from left to right like the rest; one that comes later does not. */
function readCommands(code: string): {
  readonly commands: readonly ShellCommand[];
  readonly hasGroups: boolean;
} {
  const found: Pieces[] = [];
  let hasGroups = false;
  let words: string[] = [];
  let joinedBy: ShellCommand["joinedBy"] = "start";
  for (const { kind, text } of tokensOf(code)) {
    if (kind === "word") {
      words.push(text);
      continue;
    }
    const isFirst = found.length === 0 && words.length === 0;
    hasGroups ||= !isFirst && /[({]/.test(text);
    if (words.length > 0) found.push({ words, joinedBy });
    if (!isFirst) joinedBy = joinOf(text, joinedBy, words.length);
    words = [];
  }
  const commands = found.map(toCommand).filter((it) => it.words.length > 0);
  return { commands, hasGroups };
}

function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  let word: string | undefined;
  for (const { groups = {} } of `${code}\n`.matchAll(TOKEN)) {
    const piece = pieceOf(groups);
    if (piece !== undefined) {
      word = `${word ?? ""}${piece}`;
      continue;
    }
    if (word !== undefined) tokens.push({ kind: "word", text: word });
    word = undefined;
    const operator = groups["operator"];
    if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
  }
  return tokens;
}

/** What belongs to a word; `undefined` ends it. */
function pieceOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { single, double, substituted, plain } = groups;
  return single ?? substituted ?? (double ?? plain)?.replaceAll(/\\(.)/gs, "$1");
}

/** A bracket or an empty line does not change how what follows is joined. */
function joinOf(
  operator: string,
  before: ShellCommand["joinedBy"],
  words: number,
): ShellCommand["joinedBy"] {
  if (operator === "&&" || operator === "||" || operator === "|" || operator === "&") {
    return operator;
  }
  if (operator === "(" || operator === "{" || words === 0) return before;
  return ";";
}

function toCommand({ words, joinedBy }: Pieces): ShellCommand {
  const isNegated = words[0] === "!";
  return { words: unwrapped(isNegated ? words.slice(1) : words), isNegated, joinedBy };
}

const WRAPPER = /^(?:env|exec|command|time|nice|nohup|sudo)$/;

/** `env -i A=1 npm test` runs npm. */
function unwrapped(words: readonly string[]): readonly string[] {
  const [first = ""] = words;
  if (/^\w+=/.test(first)) return unwrapped(words.slice(1));
  if (!WRAPPER.test(first.split("/").at(-1) ?? "")) return words;
  const next = words.findIndex((word, index) => index > 0 && !/^-|^\w+=/.test(word));
  return next === -1 ? words : unwrapped(words.slice(next));
}
