import type { Command } from "./named-scripts.ts";

/** What npm runs by itself around an installation. */
const INSTALLING = [
  "preinstall",
  "install",
  "postinstall",
  "prepublish",
  "preprepare",
  "prepare",
  "postprepare",
];
const VERBS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:test|t|tst)$/, ["test"]],
  [/^start$/, ["start"]],
  [/^stop$/, ["stop"]],
  [/^restart$/, ["restart", "stop", "start"]],
  [/^(?:install|i|in|ci|clean-install|add|update|up|upgrade|rebuild|rb|link)$/, INSTALLING],
  [/^(?:it|cit|install-test|install-ci-test|sit)$/, [...INSTALLING, "test"]],
  [/^(?:exec|x|dlx|create|init|audit|ls|list|ll|la|outdated|view|info|show|config|set|get)$/, []],
  [/^(?:fund|dedupe|explain|query|why|prefix|root|bin|pkg|help|version|cache|ping|doctor)$/, []],
];
const MANAGER = /^(?:npm|pnpm|yarn|bun|\$npm_execpath)$/;
const MANY = /^(?:npm-run-all2?|run-s|run-p|turbo|nx|lerna|concurrently|deno)$/;
/** Options of package managers whose next word is their value. */
const VALUED = /^(?:-C|--prefix|--cwd|--dir|-w|--workspace|-F|--filter|--loglevel|--registry)$/;
const SPREADS = /^(?:-w|-r|-ws|-F|--workspaces?|--recursive|--filter|--workspace=.*|--filter=.*)$/;

/** Which scripts of a manifest a command runs, by name; `*` for all, `a*` for all that begin so. */
export interface ScriptCall {
  readonly names: readonly string[];
  /** The folder that the command itself says to work in. */
  readonly folder: string;
  /** Whether manifests of other folders could be meant. */
  readonly isSpread: boolean;
}

export function scriptCall(argv: Command): ScriptCall | undefined {
  const names = namesOf(argv);
  if (names.length === 0) return undefined;
  const words = argv.slice(1);
  const at = words.findIndex((word) => /^(?:-C|--prefix|--cwd|--dir)$/.test(word));
  const joined = words.find((word) => /^--(?:prefix|cwd|dir)=/.test(word));
  const folder = at === -1 ? (joined?.replace(/^[^=]*=/, "") ?? "") : (words[at + 1] ?? "");
  const isSpread =
    /^(?:turbo|nx|lerna)$/.test(programOf(argv)) ||
    words.some((word) => SPREADS.test(word) || word === "workspace" || word === "workspaces");
  return { names: names.map((name) => (name.includes("$") ? "*" : name)), folder, isSpread };
}

/** The command lines that a call runs; of text that is no such manifest, whatever could be one. */
export function packageScripts(text: string, call: ScriptCall): readonly string[] {
  const scripts = scriptsIn(text);
  if (scripts === undefined) {
    return [...text.matchAll(/"((?:[^"\\\n]|\\.){0,1000})"/g)].map((match) => match[1] ?? "");
  }
  return scripts.filter(([name]) => isCalled(name, call.names)).map(([, line]) => line);
}

function programOf([command = ""]: Command): string {
  return command.split("/").at(-1) ?? "";
}

function namesOf(argv: Command): readonly string[] {
  const program = programOf(argv);
  const words = argv.slice(1);
  if (program === "node") return namesOfNode(words);
  if (MANY.test(program)) {
    return words
      .filter((word) => !word.startsWith("-") && word !== "run" && word !== "task")
      .map((word) => word.replace(/^(?:npm|pnpm|yarn|bun):/, ""));
  }
  if (!MANAGER.test(program)) return [];
  const operands = words.filter(
    (word, index) => !word.startsWith("-") && !VALUED.test(words[index - 1] ?? ""),
  );
  return namesOfManager(program, operands);
}

function namesOfNode(words: readonly string[]): readonly string[] {
  const joined = words.filter((word) => word.startsWith("--run=")).map((word) => word.slice(6));
  const at = words.indexOf("--run");
  return at === -1 ? joined : [...joined, words[at + 1] ?? ""];
}

function namesOfManager(program: string, operands: readonly string[]): readonly string[] {
  const [verb, ...rest] = operands;
  if (verb === undefined) return program === "yarn" ? INSTALLING : [];
  if (/^(?:run|run-script|rum|urn)$/.test(verb)) return rest.slice(0, 1);
  if (/^(?:workspaces?|foreach)$/.test(verb)) return rest;
  const known = VERBS.find(([pattern]) => pattern.test(verb))?.[1];
  return known ?? (program === "npm" ? ["*"] : [verb]);
}

function isCalled(script: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const special = name.search(/[*{]/);
    if (special !== -1) return script.startsWith(name.slice(0, special));
    return script === name || script === `pre${name}` || script === `post${name}`;
  });
}

function scriptsIn(text: string): readonly (readonly [string, string])[] | undefined {
  const manifest = parsed(text);
  if (!isTable(manifest)) return undefined;
  return [manifest["scripts"], manifest["tasks"]]
    .filter(isTable)
    .flatMap((scripts) => Object.entries(scripts))
    .flatMap(([name, line]) => linesOf(line).map((it) => [name, it] as const));
}

/** A task of deno may be a table with its command. */
function linesOf(line: unknown): readonly string[] {
  if (typeof line === "string") return [line];
  return isTable(line) && typeof line["command"] === "string" ? [line["command"]] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
