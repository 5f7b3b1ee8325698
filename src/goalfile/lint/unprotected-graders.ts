import picomatch from "picomatch";
import { filesJudgedBy } from "../../model/files-judged-by.ts";
import type { Goal, Predicate } from "../../model/goal.ts";
import { toOneLine } from "../../model/plain-text.ts";
import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { quoted } from "./quoted.ts";
import { programOf, scriptsOf, type ShellCommand } from "./shell-script.ts";

/**
 * Files that a predicate is judged by and that the agent may change. A goal alone does not tell which
 * files there are, so this sees what the goal-file itself names.
 */
export function unprotectedGraders({ goal, predicates, placeOf }: LintContext): readonly Problem[] {
  if (!goal.seal.enabled) return [unsealed()];
  return predicates.flatMap((predicate): readonly Problem[] => {
    const file = gradersOf(predicate).find((grader) => isOpen(grader, goal))?.path;
    if (file === undefined) return [];
    const name = toOneLine(file, 80);
    return [
      {
        severity: "warning",
        code: "unprotected-grader",
        message: `${quoted(predicate)} is judged by "${name}", which the agent may change`,
        suggestion: `Add "${name}" to [seal].sealed_inputs, or take it out of [scope].paths and mutable_inputs.`,
        path: placeOf(predicate, "args"),
        at: "value",
      },
    ];
  });
}

function unsealed(): Problem {
  return {
    severity: "warning",
    code: "unprotected-grader",
    message:
      "[seal] is switched off: the agent may rewrite the tests and scripts that judge its work",
    suggestion: "Remove the line, and name in mutable_inputs what may be changed after all.",
    path: ["seal", "enabled"],
    at: "value",
  };
}

/** A file or folder that decides a verdict. */
interface Grader {
  readonly path: string;
  /** What a goal-file names as a script or as what is compared with is sealed, wherever it stands. */
  readonly isNamed: boolean;
}

function gradersOf({ check }: Predicate): readonly Grader[] {
  const commands = scriptsOf(check).flatMap((script) => script.commands);
  const named = [...commands.flatMap(scriptOf), ...filesJudgedBy(check)];
  const others = commands.flatMap((command) => testsOf(command, check.provider === "test_runner"));
  return [
    ...named.map((path) => ({ path: plain(path), isNamed: true })),
    ...others.map((path) => ({ path: plain(path), isNamed: named.includes(path) })),
  ];
}

const INTERPRETER =
  /^(?:sh|bash|dash|zsh|ksh|node|deno|bun|tsx|ts-node|python[\d.]*|ruby|perl|php|lua|elixir)$/;
/** Programs that are told by a file what to test, and whose files no convention knows. */
const TOLD_BY_FILE = /^(?:expect|tclsh|bats|k6|hurl|newman|robot|maestro|venom)$/;
/** Runners that know their tests by name: those are sealed wherever they stand. */
const BY_NAME =
  /^(?:go|cargo|mix|pytest|python[\d.]*|npx|vitest|jest|rspec|bundle|phpunit|dotnet|mvn|gradle|deno)$/;
const PATH = /^(?![-/])[\w@.+-]+(?:\/[\w@.+-]+)*\/?$/;
const SCRIPT = /\.(?:sh|bash|py|rb|pl|php|exs|lua|[mc]?[jt]s)$/;
const TEST = /(?:^|[._/-])(?:tests?|spec)[._-][\w.]+$/;

/** The program itself, or what an interpreter is told to run. */
function scriptOf(command: ShellCommand): readonly string[] {
  const [first = "", ...rest] = command.words;
  if (first.includes("/") && !first.startsWith("/")) return [first];
  if (!INTERPRETER.test(programOf(command))) return [];
  const operand = rest.find((word) => !word.startsWith("-") && /[./]/.test(word)) ?? "/";
  // A folder is no script: what is in it is found by the interpreter, and sealed by nobody.
  return operand.endsWith("/") ? [] : [operand];
}

function testsOf(command: ShellCommand, isRunner: boolean): readonly string[] {
  const program = programOf(command);
  const words = command.words.slice(1).filter((word) => PATH.test(word));
  if (TOLD_BY_FILE.test(program)) return words.filter((word) => /\.\w+$/.test(word));
  return words.filter(
    (word) =>
      TEST.test(word) ||
      (isRunner && SCRIPT.test(word)) ||
      (isRunner && word.endsWith("/") && !BY_NAME.test(program)),
  );
}

function plain(path: string): string {
  return path.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}

/** What is a test by its name or its folder is sealed without being named. */
const CONVENTION =
  /(?:^|\/)(?:tests?|spec|__tests__|testdata|fixtures)(?:\/|$)|[._-](?:tests?|spec)\.|(?:^|\/)tests?_[^/]*\.py$/;

function isOpen({ path, isNamed }: Grader, { seal, scope, enforcement }: Goal): boolean {
  if (matches(path, seal.mutableInputs)) return true;
  const sealed = [...seal.sealedInputs, ...(enforcement?.readOnlyPaths ?? [])];
  if (isNamed || matches(path, sealed)) return false;
  if (scope.paths.includes(path)) return true;
  const isInScope = scope.paths.length === 0 || matches(path, scope.paths);
  return isInScope && !CONVENTION.test(path);
}

/** A folder stands for all that is in it. */
function matches(path: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const folders = globs.map((glob) => glob.replace(/\/+$/, ""));
  const isMatch = picomatch(
    folders.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true, noextglob: true },
  );
  return isMatch(path) || isMatch(`${path}/x`);
}
