import type { JobSession } from "./job-session.ts";
import type { WorkflowCommand } from "./parse-workflow-command.ts";

const LEVELS = new Map([
  ["error", "failure"],
  ["warning", "warning"],
  ["notice", "notice"],
] as const);
/** Of each kind, in one step; GitHub leaves the others in the log alone. */
const ANNOTATIONS_MAX = 10;

/** Shows `::error file=…::` on the job's check; `earlier` counts those of the step by kind. */
export function annotate(
  { run, job, masker }: JobSession,
  { name, properties, message }: WorkflowCommand,
  earlier: Map<string, number>,
): void {
  const check = run.repository.checkRuns.find(({ id }) => id === job.id);
  const level = [...LEVELS].find(([command]) => command === name)?.[1];
  const count = (earlier.get(name) ?? 0) + 1;
  if (check === undefined || level === undefined || count > ANNOTATIONS_MAX) return;
  earlier.set(name, count);
  const { title } = properties;
  const startLine = toNumber(properties["line"]) ?? 1;
  check.annotations.push({
    path: properties["file"] ?? ".github",
    startLine,
    endLine: toNumber(properties["endLine"]) ?? startLine,
    startColumn: toNumber(properties["col"]),
    endColumn: toNumber(properties["endColumn"]),
    level,
    message: masker.mask(message),
    title: title === undefined ? undefined : masker.mask(title),
    rawDetails: undefined,
  });
}

function toNumber(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
