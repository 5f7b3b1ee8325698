import type { CustomScript, TestRunner } from "../../model/check.ts";
import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { isSearch } from "./naked-greps.ts";
import { quoted } from "./quoted.ts";
import { programOf, scriptsOf, type ShellCommand, type ShellScript } from "./shell-script.ts";

/** Commands whose exit code says something else than the predicate takes it for. */
export function exitCodeTraps({ predicates, placeOf }: LintContext): readonly Problem[] {
  return predicates.flatMap((predicate): readonly Problem[] => {
    const { check } = predicate;
    if (check.provider !== "custom_script" && check.provider !== "test_runner") return [];
    const script = scriptsOf(check)[0];
    const traps = script === undefined ? [] : trapsOf(check, script);
    return traps.map((trap) => ({
      severity: "warning",
      code: "exit-code-trap",
      message: `${quoted(predicate)}: ${trap.why}`,
      suggestion: trap.instead,
      path: placeOf(predicate, "cmd"),
      at: "value",
    }));
  });
}

interface Trap {
  readonly why: string;
  readonly instead: string;
}

function trapsOf(check: CustomScript | TestRunner, script: ShellScript): readonly Trap[] {
  const isByExit =
    check.provider === "test_runner" ||
    check.verdict.kind === "exit_zero" ||
    check.verdict.kind === "exit_code";
  const found = isByExit
    ? [countedByExit(script), negated(script), swallowed(script)]
    : [countedTwice(check, script)];
  return found.filter((trap) => trap !== undefined);
}

function countedByExit({ commands }: ShellScript): Trap | undefined {
  if (!commands.some((it) => isCounting(it) && !isFed(it, commands))) return undefined;
  return {
    why: '"grep -c" ends with 0 when it counts anything and with 1 when it counts nothing; the number plays no part',
    instead: 'Print the lines without -c and compare their number: verdict = "match_count".',
  };
}

function countedTwice(check: CustomScript | TestRunner, script: ShellScript): Trap | undefined {
  const isByLines = check.provider === "custom_script" && check.verdict.kind === "match_count";
  if (!isByLines || !script.commands.some(isCounting)) return undefined;
  return {
    why: '"grep -c" prints one line a file, and lines are what is counted',
    instead: "Print the lines themselves, without -c.",
  };
}

function isCounting(command: ShellCommand): boolean {
  return (
    isSearch(command) &&
    command.words.some((word) => /^(?:-[A-Za-z]*c[A-Za-z]*|--count)$/.test(word))
  );
}

/** What goes on to another command is judged there. */
function isFed(command: ShellCommand, commands: readonly ShellCommand[]): boolean {
  return commands[commands.indexOf(command) + 1]?.joinedBy === "|";
}

function negated({ commands, isStraight }: ShellScript): Trap | undefined {
  const found = commands.find((it) => it.isNegated && !/^(?:test|\[|\[\[)$/.test(programOf(it)));
  if (found === undefined || !isStraight) return undefined;
  return {
    why: `"! ${programOf(found)}" also holds when ${programOf(found)} cannot run: a missing program or file looks like success`,
    instead: 'Drop the "!" and say it with codes, such as pass_codes = [1] and error_codes = [2].',
  };
}

/** Programs that end with 0 whatever they are fed. */
const FILTER = /^(?:tail|head|tee|cat|sort|uniq|wc|sed|awk|tr|cut|column|less|more|nl)$/;

function swallowed({ commands, isStraight, hasPipefail }: ShellScript): Trap | undefined {
  if (!isStraight || hasPipefail) return undefined;
  const last = commands.findIndex(
    (command, index) => command.joinedBy === "|" && isFilter(command) && decides(commands, index),
  );
  const fed = commands[last - 1];
  const filter = commands[last];
  if (fed === undefined || filter === undefined) return undefined;
  return {
    why: `the exit code is that of "${programOf(filter)}", the last of the pipe, and never that of "${programOf(fed)}"`,
    instead: 'Drop the pipe, or begin the script with "set -o pipefail" and run it with bash.',
  };
}

function isFilter(command: ShellCommand): boolean {
  const program = programOf(command);
  if (program === "jq")
    return !command.words.some((word) => /^(?:-[a-z]*e|--exit-status)$/.test(word));
  return FILTER.test(program);
}

/** The last command, or one that the rest only follows when it succeeds. */
function decides(commands: readonly ShellCommand[], index: number): boolean {
  const next = commands[index + 1];
  return next === undefined || next.joinedBy === "&&";
}
