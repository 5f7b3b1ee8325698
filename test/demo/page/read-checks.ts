import { requiredCheckState } from "../../fakes/github/checks/required-check.ts";
import type { Annotation, CheckRun, CommitStatus } from "../../fakes/github/model.ts";
import { ANYBODY, mergeRulesOf } from "../../fakes/github/pulls/merge-rules.ts";
import type { Pull } from "../../fakes/github/pulls/pull.ts";
import type { AnnotationView, CheckState, CheckView } from "./page-view.ts";

/** The newest check-run and status of each name at the head, and the required ones that nobody reported. */
export function readChecks(pull: Pull): readonly CheckView[] {
  const { repository, details } = pull;
  const { requiredChecks } = mergeRulesOf(repository, details.baseRef, ANYBODY);
  const isRequired = (name: string, appId: number | undefined): boolean =>
    requiredChecks.some(
      (it) => it.context === name && (it.appId === undefined || it.appId === appId),
    );
  const missing = requiredChecks.filter(
    (required) => requiredCheckState(repository, details.headSha, required) === "expected",
  );
  return [
    ...newestRuns(pull).map((run) => toCheck(run, isRequired(run.name, run.suite.app.id))),
    ...newestStatuses(pull).map((status) =>
      toStatusCheck(status, isRequired(status.context, status.appId)),
    ),
    ...missing.map((required) => toExpected(required.context)),
  ];
}

function newestRuns({ repository, details }: Pull): readonly CheckRun[] {
  const runs = repository.checkRuns.filter((run) => run.headSha === details.headSha);
  return [...new Map(runs.map((run) => [`${run.suite.app.id} ${run.name}`, run])).values()];
}

function newestStatuses({ repository, details }: Pull): readonly CommitStatus[] {
  const statuses = repository.statuses.filter((status) => status.sha === details.headSha);
  return [...new Map(statuses.map((status) => [status.context, status])).values()];
}

function toCheck(run: CheckRun, isRequired: boolean): CheckView {
  const { completedAtMs, startedAtMs } = run;
  return {
    id: `check-${run.id}`,
    name: run.name,
    reporter: run.suite.app.name,
    state: run.status === "completed" ? toState(run.conclusion) : run.status,
    isRequired,
    durationMs: completedAtMs === undefined ? undefined : Math.max(0, completedAtMs - startedAtMs),
    title: run.title,
    summary: run.summary,
    text: run.text,
    annotations: run.annotations.map(toAnnotation),
  };
}

const CONCLUSIONS: Readonly<Record<string, CheckState>> = {
  success: "success",
  failure: "failure",
  neutral: "neutral",
  cancelled: "cancelled",
  skipped: "skipped",
  timed_out: "timed_out",
  action_required: "action_required",
  startup_failure: "startup_failure",
  stale: "stale",
};

function toState(conclusion: string | undefined): CheckState {
  const state = CONCLUSIONS[conclusion ?? ""];
  if (state === undefined)
    throw new Error(`A check ended ${conclusion ?? "without a conclusion"}.`);
  return state;
}

function toAnnotation(annotation: Annotation): AnnotationView {
  const { path, startLine, endLine, level, title, message, rawDetails } = annotation;
  const lines = startLine === endLine ? `L${startLine}` : `L${startLine}-L${endLine}`;
  return { place: `${path}#${lines}`, level, title, message, rawDetails };
}

const STATUS_STATES = {
  success: "success",
  failure: "failure",
  error: "failure",
  pending: "in_progress",
} as const;

function toStatusCheck(status: CommitStatus, isRequired: boolean): CheckView {
  return {
    ...NO_OUTPUT,
    id: `status-${status.id}`,
    name: status.context,
    reporter: status.creator.login,
    state: STATUS_STATES[status.state],
    isRequired,
    title: status.description,
  };
}

function toExpected(name: string): CheckView {
  return {
    ...NO_OUTPUT,
    id: `expected-${name}`,
    name,
    reporter: undefined,
    state: "expected",
    isRequired: true,
    title: "Waiting for status to be reported",
  };
}

const NO_OUTPUT = {
  durationMs: undefined,
  summary: undefined,
  text: undefined,
  annotations: [],
} as const;
