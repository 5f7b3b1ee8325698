import { shellCommands } from "./shell-commands.ts";

/** How deep one command may start another one in words. */
const DEPTH_MAX = 4;
/** Folders that one text may enter before the rest is not followed. */
const ENTERED_MAX = 20;
const SHELL = /^(?:sh|bash|dash|zsh|ksh|fish)$/;
const INTERPRETER =
  /^(?:node|deno|bun|tsx|ts-node|python[\d.]*|pypy3?|ruby|perl|php|lua|elixir|escript|Rscript|pwsh)$/;
/** Programs that only start another one. */
const WRAPPER =
  /^(?:env|time|timeout|nice|nohup|setsid|stdbuf|exec|command|source|\.|xargs|sudo|npm|npx|pnpm|yarn|bunx|pnpx|cross-env(?:-shell)?|dotenvx?|c8|nyc|coverage|xvfb-run|uv|uvx|poetry|pdm|pipenv|hatch|rye|bundle)$/;
/** What stands between a wrapper and the program: options, numbers, assignments, signals, verbs. */
const BETWEEN = /^(?:-.*|[\d.]+[smhd]?|\w+=.*|[A-Z]+\d*|run|exec|x|dlx)$/s;
/** The next word is program text, not a file. */
const CODE: readonly (readonly [RegExp, RegExp])[] = [
  [SHELL, /^-[a-z]*c[a-z]*$/],
  [/^py/, /^-[A-Za-z]*c$/],
  [/^php$/, /^-r$/],
  [/^pwsh$/, /^-(?:c|Command)$/i],
  [/^deno$/, /^eval$/],
  [INTERPRETER, /^(?:-[A-Za-z]*[eEp]|--eval|--print)$/],
];
/** The next word is a file that runs first. */
const PRELOAD = /^(?:-r|--require|--import|--loader|--experimental-loader)$/;
/** A folder that only the shell knows, such as that of the script itself. */
const UNKNOWN_FOLDER = /^(?:\$\([^)]*\)|\$\{[^}]*\}|\$\w+)(?=\/|$)/;

/** A program and its arguments. */
export type Command = readonly string[];

/** Whether a word names a program that runs scripts. */
export function isRunner(word: string): boolean {
  const name = programOf(word);
  return SHELL.test(name) || INTERPRETER.test(name);
}

/** Without the folder that it stands in. */
export function programOf(word: string): string {
  return word.split("/").at(-1) ?? "";
}

/** The command itself and those that it starts in words. */
export function startedCommands(argv: Command): readonly Command[] {
  return commandsOf(argv, 0);
}

/** Where the commands could be at work: in these folders, and in those that they enter from there. */
export function enteredFolders(
  commands: readonly Command[],
  folders: readonly string[],
): readonly string[] {
  const entered = commands
    .filter(([name]) => name === "cd" || name === "pushd")
    .slice(0, ENTERED_MAX)
    .map((words) => words.slice(1).find((word) => !word.startsWith("-")) ?? "");
  return [
    ...new Set(
      folders.flatMap((folder) => [folder, ...entered.map((it) => resolvePath(folder, it))]),
    ),
  ];
}

/** Paths of scripts that the commands run. A file that is only looked at may be the work itself. */
export function namedScripts(
  commands: readonly Command[],
  folders: readonly string[],
): readonly string[] {
  const scripts = new Set(commands.flatMap(scriptsOf));
  return [...scripts].flatMap((script) => folders.map((folder) => resolvePath(folder, script)));
}

/** A path from the root of the repository; steps above it are not taken. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path.replace(UNKNOWN_FOLDER, "")}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function commandsOf(argv: Command, depth: number): readonly Command[] {
  if (depth > DEPTH_MAX) return [];
  const { name, words, code } = partsOf(argv);
  const texts = [
    ...words.filter((word) => /[\s;|&]/.test(word)),
    ...(SHELL.test(name) && code !== undefined ? [code] : []),
  ];
  const started = WRAPPER.test(name) ? startedBy(words) : [];
  return [argv, ...started, ...texts.flatMap(shellCommands)].flatMap((command) =>
    command === argv ? [argv] : commandsOf(command, depth + 1),
  );
}

/** Up to the option whose value is program text; what follows that are the text's own arguments. */
function partsOf(argv: Command): {
  readonly name: string;
  readonly words: readonly string[];
  readonly code?: string;
} {
  const [command = "", ...rest] = argv;
  const name = programOf(command);
  const option = CODE.find(([program]) => program.test(name))?.[1];
  const at = option === undefined ? -1 : rest.findIndex((word) => option.test(word));
  if (at === -1 || isBehindScript(rest.slice(0, at))) return { name, words: rest };
  return { name, words: rest.slice(0, at), code: rest[at + 1] ?? "" };
}

/** Options behind the script are the script's. */
function isBehindScript(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      !word.startsWith("-") && /[./]/.test(word) && !PRELOAD.test(words[index - 1] ?? ""),
  );
}

/** Where the started command can begin: at the first word that can be one, and at an interpreter. */
function startedBy(words: readonly string[]): readonly Command[] {
  const places = [
    words.findIndex((word) => !BETWEEN.test(word)),
    words.findIndex((word) => isRunner(word)),
  ];
  return [...new Set(places)].filter((at) => at !== -1).map((at) => words.slice(at));
}

/** The words of one command that could name what runs. */
function scriptsOf(argv: Command): readonly string[] {
  const [command = ""] = argv;
  const { name, words, code } = partsOf(argv);
  if (!isRunner(name)) return [command];
  const module = words.indexOf("-m");
  if (module !== -1 && name.startsWith("py")) return [command, ...filesOf(words[module + 1] ?? "")];
  const preloaded = words.filter((_, index) => PRELOAD.test(words[index - 1] ?? ""));
  if (code !== undefined) return [command, ...preloaded];
  const operands = words.filter((word) => !word.startsWith("-") && !preloaded.includes(word));
  const script = operands.findIndex((word) => /[./]/.test(word));
  return [command, ...preloaded, ...operands.slice(0, script === -1 ? 1 : script + 1)];
}

function filesOf(module: string): readonly string[] {
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__main__.py`];
}
