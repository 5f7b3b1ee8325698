import type { Problem } from "../problem.ts";
import type { LintContext } from "./lint-context.ts";
import { quoted } from "./quoted.ts";
import { scriptsOf } from "./shell-script.ts";

/** Predicates that want a tree without any change, which says nothing about the work. */
export function wholeTreeChecks({ predicates, placeOf }: LintContext): readonly Problem[] {
  return predicates.flatMap((predicate): readonly Problem[] => {
    const found = scriptsOf(predicate.check)
      .map(({ text }) => wholeTreeCall(text))
      .find((call) => call !== undefined);
    if (found === undefined) return [];
    return [
      {
        severity: "warning",
        code: "whole-tree-clean",
        message: `${quoted(predicate)} asks "${found}" about the whole tree: kazi commits all work itself, and whatever [setup] leaves behind makes it fail`,
        suggestion:
          'Name paths behind "--", or set [integration] mode, which adds the predicate "landed".',
        path: placeOf(predicate, "cmd"),
        at: "value",
      },
    ];
  });
}

const CALL = /\bgit\s+(status|diff)\b([^|;&()\n]{0,500})/g;
/** Names of commits: what else stands there without a "-" is a path. */
const COMMIT = /^(?:HEAD\S*|@\S*|\S*\.\.\S*|origin\/\S+)$/;

function wholeTreeCall(text: string): string | undefined {
  for (const [, verb = "", rest = ""] of text.matchAll(CALL)) {
    const words = rest.split(/[\s"']+/).filter((word) => word !== "" && !/^\d*[<>]/.test(word));
    const asks =
      verb === "status" ? /^(?:--porcelain\S*|--short|-s)$/ : /^(?:--exit-code|--quiet)$/;
    const option = words.find((word) => asks.test(word));
    const hasPath = words.some((word) => !word.startsWith("-") && !COMMIT.test(word));
    if (option !== undefined && !hasPath) return `git ${verb} ${option}`;
  }
  return undefined;
}
