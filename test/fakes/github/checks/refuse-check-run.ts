import { unprocessable } from "../respond.ts";
import type { AnnotationBody, CheckRunPatch } from "./check-run-body.ts";

const ANNOTATIONS_MAX = 50;
const ACTIONS_MAX = 3;
const TEXT_MAX = 65_535;
const LABEL_MAX = 20;
const DESCRIPTION_MAX = 40;
const IDENTIFIER_MAX = 20;
const ANNOTATION_TITLE_MAX = 255;
const ANNOTATION_BYTES_MAX = 64 * 1024;

/** GitHub's limits, which its description does not have. */
export function refuseCheckRun(body: CheckRunPatch): void {
  if (body.status === "completed" && body.conclusion === undefined) {
    throw unprocessable('Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  refuseActions(body.actions ?? []);
  if (body.output !== undefined) refuseOutput(body.output);
}

function refuseOutput(output: NonNullable<CheckRunPatch["output"]>): void {
  const annotations = output.annotations ?? [];
  refuseMany(annotations, ANNOTATIONS_MAX);
  refuseText("summary", output.summary);
  refuseText("text", output.text ?? "");
  annotations.forEach(refuseAnnotation);
}

function refuseActions(actions: NonNullable<CheckRunPatch["actions"]>): void {
  refuseMany(actions, ACTIONS_MAX);
  for (const action of actions) {
    refuseLong(action.label, LABEL_MAX);
    refuseLong(action.description, DESCRIPTION_MAX);
    refuseLong(action.identifier, IDENTIFIER_MAX);
  }
}

function refuseAnnotation(annotation: AnnotationBody): void {
  refuseLong(annotation.title ?? "", ANNOTATION_TITLE_MAX);
  refuseBytes("message", annotation.message, ANNOTATION_BYTES_MAX);
  refuseBytes("raw_details", annotation.raw_details ?? "", ANNOTATION_BYTES_MAX);
}

function refuseMany(items: readonly unknown[], max: number): void {
  if (items.length <= max) return;
  throw unprocessable(
    `Invalid request.\n\nNo more than ${max} items are allowed; ${items.length} were supplied.`,
  );
}

function refuseLong(text: string, max: number): void {
  const { length } = Array.from(text);
  if (length <= max) return;
  throw unprocessable(
    `Invalid request.\n\nOnly ${max} characters are allowed; ${length} were supplied.`,
  );
}

/** The characters are counted first and the bytes after them, with another answer. */
function refuseText(field: string, text: string): void {
  refuseLong(text, TEXT_MAX);
  refuseBytes(field, text, TEXT_MAX);
}

function refuseBytes(field: string, text: string, max: number): void {
  if (Buffer.byteLength(text) <= max) return;
  const message = `${field} exceeds a maximum bytesize of ${max}`;
  throw unprocessable("Validation Failed", [
    { resource: "CheckRun", code: "custom", field, message },
  ]);
}
