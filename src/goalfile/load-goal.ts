import type { GoalIssue } from "../model/goal-issue.ts";
import type { Goal } from "../model/goal.ts";
import { decodeText } from "./decode-text.ts";
import { hostileValues } from "./hostile-values.ts";
import { createLocate, type Locate } from "./locate.ts";
import { parseTable } from "./parse-table.ts";
import { present } from "./present.ts";
import type { Problem, TextProblem } from "./problem.ts";
import { readGoal } from "./read-goal.ts";
import type { TomlTable } from "./toml-table.ts";
import { otherFile, topWarnings } from "./top-problems.ts";

const ISSUES_MAX = 100;

export interface GoalSource {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type LoadedGoal =
  | { readonly kind: "loaded"; readonly goal: Goal; readonly issues: readonly GoalIssue[] }
  | { readonly kind: "refused"; readonly issues: readonly GoalIssue[] };

/** Everything that is wrong with a goal-file at once, or the goal with its warnings. */
export function loadGoal(source: GoalSource): LoadedGoal {
  const text = decodeText(source.bytes);
  if (typeof text !== "string") return refuse(source, text);
  const parsed = parseTable(text);
  if (parsed.kind === "problem") return refuse(source, parsed.problem);
  const problems: Problem[] = [];
  const goal = readRoot(parsed.table, problems);
  const issues = toIssues(problems, source.path, createLocate(text));
  return goal === undefined || issues.some((it) => it.severity === "error")
    ? { kind: "refused", issues }
    : { kind: "loaded", goal, issues };
}

/** Nothing else is read of values that could hurt the reader, or of another kind of file. */
function readRoot(root: TomlTable, problems: Problem[]): Goal | undefined {
  problems.push(...hostileValues(root));
  if (problems.length > 0) return undefined;
  const other = otherFile(root);
  if (other !== undefined) {
    problems.push(other);
    return undefined;
  }
  problems.push(...topWarnings(root));
  return readGoal(root, problems);
}

function refuse(source: GoalSource, { place, ...problem }: TextProblem): LoadedGoal {
  return {
    kind: "refused",
    issues: [{ severity: "error", file: source.path, ...problem, ...place }],
  };
}

/** In the order of the file. When there are too many, warnings are left out first. */
function toIssues(
  problems: readonly Problem[],
  file: string,
  locate: Locate,
): readonly GoalIssue[] {
  const shown = [...ofSeverity(problems, "error"), ...ofSeverity(problems, "warning")]
    .slice(0, ISSUES_MAX)
    .map((problem): GoalIssue => {
      const { severity, code, message, suggestion } = problem;
      return {
        severity,
        code,
        file,
        ...locate(problem),
        message,
        ...present("suggestion", suggestion),
      };
    })
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
  const first = shown[0];
  return problems.length <= ISSUES_MAX || first === undefined ? shown : [...shown, tooMany(first)];
}

function ofSeverity(
  problems: readonly Problem[],
  severity: Problem["severity"],
): readonly Problem[] {
  return problems.filter((it) => it.severity === severity);
}

function tooMany(first: GoalIssue): GoalIssue {
  return {
    ...first,
    severity: "warning",
    code: "too-many-issues",
    message: `more than ${ISSUES_MAX} problems were found; ${ISSUES_MAX} of them are shown`,
    suggestion: "Mend these first.",
  };
}
