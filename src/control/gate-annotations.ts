import type { GoalIssue } from "../model/goal-issue.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Finding } from "../model/vector.ts";
import type { GateAnnotation } from "../ports/gate.ts";
import type { SeenGoal } from "./view-pull.ts";

/** GitHub takes so many with one request. */
const ANNOTATIONS_MAX = 50;
const MESSAGE_MAX = 1_000;
const PATH_MAX = 500;

/** Remarks at lines: problems of goal-files first, then what the checks found at exactly this head. */
export function gateAnnotations(
  goals: readonly SeenGoal[],
  head: string,
): readonly GateAnnotation[] {
  const problems = goals.flatMap(({ view }) => view.issues.map(toRemark));
  const findings = goals.flatMap((goal) => findingsOf(goal, head));
  return [...problems, ...findings].slice(0, ANNOTATIONS_MAX);
}

function toRemark(issue: GoalIssue): GateAnnotation {
  const help = issue.suggestion === undefined ? "" : ` ${issue.suggestion}`;
  return {
    path: issue.file,
    line: issue.line,
    level: issue.severity === "error" ? "failure" : "warning",
    message: toOneLine(`${issue.message}${help}`, MESSAGE_MAX),
  };
}

function findingsOf({ view, vector }: SeenGoal, head: string): readonly GateAnnotation[] {
  if (vector?.commit !== head || view.run === undefined) return [];
  const open = new Set(view.goal?.predicates.filter((it) => !it.heldOut).map((it) => it.id));
  return vector.results
    .filter((result) => open.has(result.id) && result.status !== "pass")
    .flatMap((result) => result.evidence.findings.flatMap((it) => toFinding(result.id, it)));
}

/** Tools name files in many ways; GitHub refuses all remarks when one stands outside. */
function toFinding(id: string, finding: Finding): readonly GateAnnotation[] {
  const { file, line, level, message } = finding;
  const path = file.replace(/^\.\//, "");
  const isInside =
    path !== "" && path.length <= PATH_MAX && !/^[/~]|^\w+:|(?:^|\/)\.\.(?:\/|$)|\\/.test(path);
  if (!isInside || line === undefined || line < 1) return [];
  return [
    { path, line, level: LEVELS[level], message: toOneLine(`${id}: ${message}`, MESSAGE_MAX) },
  ];
}

const LEVELS = { error: "failure", warning: "warning", note: "notice" } as const;
