import { createSystemClock } from "../adapters/clock-system.ts";
import { createGitRefStore } from "../adapters/ref-store-git.ts";
import { commonGitDir } from "../adapters/repository-git.ts";
import { createRunLiveness } from "../adapters/run-liveness-system.ts";
import {
  readEntries,
  readRun,
  readRuns,
  type RunsSource,
  verifyRuns,
} from "../control/read-runs.ts";
import {
  ledgerLines,
  runJson,
  runLines,
  runsJson,
  runsLines,
  versionedJson,
} from "../control/runs-report.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Printer } from "./printer.ts";

/** What the reading verbs are told. */
export interface ReadOptions {
  readonly workspace: string;
  readonly json: boolean;
  readonly printer: Printer;
}

/** `kazi status`: all runs, or one. */
export async function status(goal: string | undefined, options: ReadOptions): Promise<number> {
  const source = await openSource(options.workspace);
  return goal === undefined
    ? await statusOfAll(source, options)
    : await statusOfOne(source, goal, options);
}

async function statusOfAll(source: RunsSource, { json, printer }: ReadOptions): Promise<number> {
  const { views, damaged } = await readRuns(source);
  for (const { ref, reason } of damaged)
    printer.err(toOneLine(`damaged ledger ${ref}: ${reason}`, 2_000));
  if (json) printer.out(runsJson(views));
  else for (const line of runsLines(views, printer.colour)) printer.out(line);
  return damaged.length === 0 ? 0 : 1;
}

async function statusOfOne(
  source: RunsSource,
  goal: string,
  { json, printer }: ReadOptions,
): Promise<number> {
  const view = await readRun(source, goal);
  if (view === undefined) throw unknownGoal(goal);
  if (json) printer.out(runJson(view));
  else for (const line of runLines(view, printer.colour)) printer.out(line);
  return 0;
}

/** `kazi ledger show`: every entry of the newest generation. */
export async function ledgerShow(goal: string, options: ReadOptions): Promise<number> {
  const { store } = await openSource(options.workspace);
  const entries = await readEntries(store, goal);
  if (entries === undefined) throw unknownGoal(goal);
  if (options.json) options.printer.out(versionedJson({ goal_id: goal, entries }));
  else for (const line of ledgerLines(entries)) options.printer.out(line);
  return 0;
}

/** `kazi ledger verify`: exit 0 only when every record that was asked about is whole. */
export async function ledgerVerify(
  goal: string | undefined,
  options: ReadOptions,
): Promise<number> {
  const { store } = await openSource(options.workspace);
  const verified = await verifyRuns(store, goal);
  if (goal !== undefined && verified.length === 0) throw unknownGoal(goal);
  const ok = verified.every((it) => it.ok);
  if (options.json) {
    options.printer.out(versionedJson({ ok, ledgers: verified }));
    return ok ? 0 : 1;
  }
  for (const it of verified) {
    options.printer.out(
      `${it.ok ? "whole " : "BROKEN"}  ${it.goal} generation ${it.generation}: ${it.text}`,
    );
  }
  if (verified.length === 0) options.printer.out("no runs in this repository");
  return ok ? 0 : 1;
}

async function openSource(workspace: string): Promise<RunsSource> {
  const store = createGitRefStore({ gitDir: await commonGitDir(workspace) });
  return { store, liveness: createRunLiveness(), clock: createSystemClock() };
}

function unknownGoal(goal: string): KaziError {
  return new KaziError({
    code: "goal-unreadable",
    message: `no run of goal "${goal}" in this repository; expected an id that kazi status lists`,
  });
}
