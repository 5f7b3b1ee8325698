import type { Annotation, CheckRun } from "../model.ts";
import type { AnnotationBody, CheckRunPatch } from "./check-run-body.ts";

/** Writes what a request says into the run. A conclusion completes it; annotations are added to those there are. */
export function applyCheckRun(run: CheckRun, body: CheckRunPatch, nowMs: number): void {
  run.name = body.name ?? run.name;
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.externalId = body.external_id ?? run.externalId;
  run.startedAtMs = timeOf(body.started_at) ?? run.startedAtMs;
  run.actions = body.actions ?? run.actions;
  applyStatus(run, body, nowMs);
  if (body.output === undefined) return;
  run.title = body.output.title ?? run.title;
  run.summary = body.output.summary;
  run.text = body.output.text ?? run.text;
  run.annotations.push(...(body.output.annotations ?? []).map(toAnnotation));
}

function applyStatus(run: CheckRun, body: CheckRunPatch, nowMs: number): void {
  if (body.conclusion !== undefined) {
    run.status = "completed";
    run.conclusion = body.conclusion;
    run.completedAtMs = timeOf(body.completed_at) ?? nowMs;
    return;
  }
  if (body.status === undefined) return;
  run.status = body.status;
  run.conclusion = undefined;
  run.completedAtMs = undefined;
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function toAnnotation(body: AnnotationBody): Annotation {
  return {
    path: body.path,
    startLine: body.start_line,
    endLine: body.end_line,
    startColumn: body.start_column,
    endColumn: body.end_column,
    level: body.annotation_level,
    message: body.message,
    title: body.title,
    rawDetails: body.raw_details,
  };
}
