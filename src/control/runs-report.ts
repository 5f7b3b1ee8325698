import { paintFor } from "../report/paint.ts";
import { type LedgerLine, renderLedger } from "../report/render-ledger.ts";
import {
  renderRun,
  renderRuns,
  type RunView,
  toRunsResult,
  toStatusResult,
} from "../report/render-status.ts";
import { SCHEMA_VERSION } from "../report/run-result.ts";

/** All runs, for a person. */
export function runsLines(views: readonly RunView[], colour: boolean): readonly string[] {
  return renderRuns(views, paintFor(colour));
}

/** All runs, for a program. */
export function runsJson(views: readonly RunView[]): string {
  return JSON.stringify(toRunsResult(views));
}

/** One run, for a person. */
export function runLines(view: RunView, colour: boolean): readonly string[] {
  return renderRun(view, paintFor(colour));
}

/** One run, for a program. */
export function runJson(view: RunView): string {
  return JSON.stringify(toStatusResult(view));
}

/** A ledger, for a person. */
export function ledgerLines(lines: readonly LedgerLine[]): readonly string[] {
  return renderLedger(lines);
}

/** Any object, for a program, with the version of its schema. */
export function versionedJson(object: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ schema_version: SCHEMA_VERSION, ...object });
}
