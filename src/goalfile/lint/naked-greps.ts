import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { quoted } from "./quoted.ts";
import { programOf, scriptsOf, type ShellCommand } from "./shell-script.ts";

/** Predicates that hold as soon as a text stands somewhere: a comment is enough for them. */
export function nakedGreps({ predicates, placeOf }: LintContext): readonly Problem[] {
  return predicates.flatMap((predicate): readonly Problem[] => {
    const { check } = predicate;
    if (check.provider !== "custom_script" || check.verdict.kind !== "exit_zero") return [];
    const script = scriptsOf(check)[0];
    if (script?.isStraight !== true || !isPresenceOnly(script.commands)) return [];
    return [
      {
        severity: "warning",
        code: "naked-grep",
        message: `${quoted(predicate)} only looks for a text, which a comment or a string holds as well`,
        suggestion: "Let a test or a build prove that it works, and keep the search as a hint.",
        path: placeOf(predicate, "cmd"),
        at: "value",
      },
    ];
  });
}

function isPresenceOnly(commands: readonly ShellCommand[]): boolean {
  const isOnly = commands.every((command) => isSearch(command) || isBeside(command));
  return isOnly && commands.some((it) => isSearch(it) && !it.isNegated && !looksForAbsence(it));
}

/** Whether a command looks for a text in files. */
export function isSearch(command: ShellCommand): boolean {
  const program = programOf(command);
  return (
    /^(?:[efz]?grep|rg|ag|ack)$/.test(program) || (program === "git" && command.words[1] === "grep")
  );
}

/** The lines without it, or the files without it. */
function looksForAbsence({ words }: ShellCommand): boolean {
  return words.some((word) =>
    /^(?:-[A-Za-z]*[vL][A-Za-z]*|--invert-match|--files-without-match)$/.test(word),
  );
}

/** What prepares a search and judges nothing that a search would not. */
function isBeside(command: ShellCommand): boolean {
  return /^(?:cd|cat|test|\[|true|exit|find|ls|export)$/.test(programOf(command));
}
