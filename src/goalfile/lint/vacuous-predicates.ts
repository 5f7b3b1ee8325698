import type { Check, Comparison } from "../../model/check.ts";
import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { quoted } from "./quoted.ts";
import { programOf, scriptsOf, type ShellCommand, type ShellScript } from "./shell-script.ts";

/** Predicates that hold whatever the tree looks like: they prove nothing. */
export function vacuousPredicates({ predicates, placeOf }: LintContext): readonly Problem[] {
  return predicates.flatMap((predicate): readonly Problem[] => {
    const found = vacuity(predicate.check);
    if (found === undefined) return [];
    return [
      {
        severity: "warning",
        code: "vacuous-predicate",
        message: `${quoted(predicate)} always holds: ${found.why}`,
        suggestion: found.instead,
        path: placeOf(predicate, found.key),
        at: "value",
      },
    ];
  });
}

interface Vacuity {
  readonly why: string;
  readonly instead: string;
  readonly key: string;
}

function vacuity(check: Check): Vacuity | undefined {
  return inertRunner(check) ?? certainVerdict(check) ?? lowestThreshold(check);
}

function lowestThreshold(check: Check): Vacuity | undefined {
  const instead = "Raise it above 0.";
  if (check.provider === "mutation" && check.threshold <= 0) {
    return { why: "no score is below 0", instead, key: "threshold" };
  }
  return check.provider === "coverage" && check.target <= 0
    ? { why: "no coverage is below 0", instead, key: "target" }
    : undefined;
}

function certainVerdict(check: Check): Vacuity | undefined {
  if (check.provider === "test_runner") return certainExit(check);
  if (check.provider !== "custom_script") return undefined;
  const { verdict } = check;
  switch (verdict.kind) {
    case "exit_zero":
      return certainExit(check);
    case "exit_code":
      return verdict.passCodes.includes(0) ? certainExit(check) : undefined;
    case "match_count":
      return certainComparison(verdict.passWhen, "a number of lines");
    case "json":
      return certainComparison(verdict.passWhen, "a count or a length");
  }
}

/** For numbers that are never negative. */
function certainComparison({ operator, number }: Comparison, what: string): Vacuity | undefined {
  const holds =
    (operator === ">=" && number <= 0) ||
    (operator === ">" && number < 0) ||
    (operator === "!=" && number < 0);
  if (!holds) return undefined;
  return {
    why: `${what} is never below 0`,
    instead: 'Turn the comparison round, such as "== 0", or ask for more than 0.',
    key: "pass_when",
  };
}

function certainExit(check: Check): Vacuity | undefined {
  const script = scriptsOf(check)[0];
  if (script === undefined || !script.isStraight || !alwaysPasses(script)) return undefined;
  return {
    why: "its command ends with 0 whatever happens",
    instead: "Run what can fail, and let its exit code be the last word.",
    key: "cmd",
  };
}

const CERTAIN = /^(?:true|:|echo|printf)$/;

/** As a shell joins them, from left to right. */
function alwaysPasses({ commands, isStrict }: ShellScript): boolean {
  if (commands.some(isEarlyEnd)) return false;
  let passes = false;
  for (const [index, command] of commands.entries()) {
    const certain = isCertain(command);
    if (index === 0) passes = certain;
    else if (command.joinedBy === "||") passes = passes || certain;
    else if (needsBoth(command, isStrict)) passes = passes && certain;
    else passes = certain;
  }
  return passes;
}

/** Such as `test -f a || exit 1; echo ok`. */
function isEarlyEnd(command: ShellCommand): boolean {
  return programOf(command) === "exit" && command.words[1] !== "0";
}

function needsBoth({ joinedBy }: ShellCommand, isStrict: boolean): boolean {
  return joinedBy === "&&" || (joinedBy === ";" && isStrict);
}

function isCertain(command: ShellCommand): boolean {
  if (command.isNegated) return programOf(command) === "false";
  return (
    CERTAIN.test(programOf(command)) || (programOf(command) === "exit" && command.words[1] === "0")
  );
}

const INERT =
  /^(?:true|:|echo|printf|exit|ls|cat|pwd|sleep|cd|export|mkdir|touch|cp|mv|rm|date|which)$/;

/** A test runner that starts nothing which could test. */
function inertRunner(check: Check): Vacuity | undefined {
  if (check.provider !== "test_runner") return undefined;
  const script = scriptsOf(check)[0];
  const isInert =
    script?.isStraight === true &&
    script.commands.length > 0 &&
    script.commands.every((command) => INERT.test(programOf(command)));
  if (!isInert) return undefined;
  return {
    why: "its command runs no test",
    instead: "Name the program that runs the tests.",
    key: "cmd",
  };
}
