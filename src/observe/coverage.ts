import { baselineKey } from "../model/baseline-key.ts";
import type { Coverage, Measure } from "../model/check.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { holdToBaseline, type HeldNumber } from "./hold-to-baseline.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";
import { identityOf, runMeasure } from "./run-measure.ts";

/** The lines of the change reach the target, and the whole does not get worse. */
export const coverage: Provider<Coverage> = {
  triggers: ["tree"],
  permanent: ["not-started", "bad-check"],
  observe: observeCoverage,
};

async function observeCoverage(
  subject: SubjectOf<Coverage>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const { check } = subject;
  const patch = await observeDimension(patchOf(subject), context);
  if (patch.status === "error" || check.project === undefined) return patch;
  const project = await observeDimension(projectOf(subject, check.project), context);
  return project.status === "error" ? project : combine(patch, project);
}

/** One of the two numbers and what it is held to. */
interface Dimension extends Pick<HeldNumber, "name" | "key" | "source" | "allowedRegression"> {
  readonly measure: Measure;
  readonly timeoutMs: number;
}

function patchOf({ id, check, timeoutMs }: SubjectOf<Coverage>): Dimension {
  return {
    name: "patch coverage",
    measure: check.patch,
    timeoutMs,
    key: baselineKey(id, "patch"),
    source: { kind: "number", value: check.target },
    allowedRegression: 0,
  };
}

function projectOf({ id, check, timeoutMs }: SubjectOf<Coverage>, measure: Measure): Dimension {
  return {
    name: "project coverage",
    measure,
    timeoutMs,
    key: baselineKey(id, "project"),
    source: check.projectBaseline,
    allowedRegression: check.projectAllowedRegression,
  };
}

async function observeDimension(
  { measure, timeoutMs, ...rest }: Dimension,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const measured = await runMeasure(measure, timeoutMs, context);
  if (measured.kind === "not-measured") {
    const { draft } = measured;
    return { ...draft, message: `${rest.name}: ${draft.message}` };
  }
  const number: HeldNumber = {
    ...rest,
    signal: measured.value,
    measuredBy: identityOf(measure),
    direction: "higher_better",
    measureAgain: async (there) => await runMeasure(measure, timeoutMs, there),
  };
  const draft = await holdToBaseline(number, context);
  const { output, secrets } = measured.program;
  return { output, secrets, ...draft, message: `${draft.message}${measured.note}` };
}

function combine(patch: ResultDraft, project: ResultDraft): ResultDraft {
  const holds = patch.status === "pass" && project.status === "pass";
  const drafts = [patch, project];
  return {
    status: holds ? "pass" : "fail",
    message: drafts.map(({ message }) => message).join("; "),
    score: ((patch.score ?? 0) + (project.score ?? 0)) / 2,
    seen: `patch ${patch.seen}, project ${project.seen}`,
    wanted: `patch ${patch.wanted}, project ${project.wanted}`,
    output: drafts.map(({ output = "" }) => output).join("\n--- project ---\n"),
    secrets: drafts.flatMap(({ secrets = [] }) => secrets),
    // A whole that got better while the change is not good enough is not a state to hold on to.
    ...(holds && project.baselines !== undefined ? { baselines: project.baselines } : {}),
  };
}
