import { findForkPoint } from "../adapters/fork-point.ts";
import { readGoalFile } from "../adapters/goal-file-reader.ts";
import { commonGitDir } from "../adapters/repository-git.ts";
import {
  checkReport,
  type EndedRun,
  errorJson,
  issueLines,
  outcomeLines,
  resultJson,
} from "../control/apply-report.ts";
import { tellNobody, tellPerson, tellProgram } from "../control/tell-run.ts";
import type { GoalIssue } from "../model/goal-issue.ts";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { EventSink } from "../ports/event-sink.ts";
import { type Assigned, assign } from "../reconcile/assign.ts";
import { check } from "../reconcile/check.ts";
import { converge } from "../reconcile/converge.ts";
import { recoverCheckout } from "../reconcile/recover-checkout.ts";
import { findCheckedCommit, findStartingPoint } from "../reconcile/starting-point.ts";
import { featureFile } from "./feature-file.ts";
import { createLocalHost, hostEnvironment } from "./local-host.ts";
import type { Printer } from "./printer.ts";
import { withInterrupts } from "./with-interrupts.ts";
import { pathInside, resolveGoalPath, resolveWorkspace } from "./workspace.ts";

const INTERRUPTED = 130;
const MESSAGE_MAX = 2_000;

/** What `kazi apply` is told besides the goal-file. */
export interface ApplyOptions {
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  readonly printer: Printer;
  /** Something to say between the account and its end. */
  readonly beforeEnd?: (run: EndedRun) => Promise<void>;
}

/** `kazi apply`: exit 0 only for `converged`, or for a check that passes. */
export async function apply(goalFile: string, options: ApplyOptions): Promise<number> {
  let goalId: string | undefined;
  try {
    const goalPath = resolveGoalPath(goalFile);
    const order = readOrder(goalFile, options);
    const goalBytes = await readGoalFile(goalPath);
    const readFile = featureFile(goalPath);
    const assigned = await assign({ ...order, goalPath, goalBytes, readFile });
    if (assigned.kind === "refused") return refuse(assigned.issues, options);
    goalId = assigned.assignment.goal.id;
    for (const line of issueLines(assigned.warnings, false)) options.printer.err(line);
    const run = options.flags.has("check") ? checkOnce : work;
    return await withInterrupts(
      async (signal) =>
        await run({ goalPath, assigned, options, signal }).catch(asInterrupt(signal)),
    );
  } catch (error) {
    if (!(error instanceof KaziError)) throw error;
    return fail(error, goalId, options);
  }
}

/** Whatever fails once a person broke the run off, fails because of that. */
function asInterrupt(signal: AbortSignal): (error: unknown) => never {
  return (error) => {
    if (!signal.aborted) throw error;
    const message = "interrupted by a person; the same command goes on from here";
    throw new KaziError({ code: "interrupted", message, cause: error });
  };
}

type Order = Omit<Parameters<typeof assign>[0], "goalBytes" | "goalPath" | "readFile">;

function readOrder(goalFile: string, { values, flags }: ApplyOptions): Order {
  const { harness, model } = values;
  return {
    shownPath: goalFile,
    ...(harness === undefined ? {} : { harness }),
    ...(model === undefined ? {} : { model }),
    standing: flags.has("standing"),
    inPlace: flags.has("in-place"),
    environment: hostEnvironment(),
  };
}

interface Task {
  readonly goalPath: string;
  readonly assigned: Extract<Assigned, { kind: "assigned" }>;
  readonly options: ApplyOptions;
  readonly signal: AbortSignal;
}

async function checkOnce({ goalPath, assigned, options, signal }: Task): Promise<number> {
  const workspace = resolveWorkspace(options.values["workspace"]);
  const host = await createLocalHost({ workspace, events: tellNobody, signal });
  const at = await findCheckedCommit(host, goalPath);
  const { goal } = assigned.assignment;
  const assignment = { ...assigned.assignment, baseBranch: at.branch };
  const gitDir = await commonGitDir(workspace);
  const base = await findForkPoint(gitDir, at.head, goal.integration.base);
  const checked = base === undefined ? at : { ...at, base };
  const report = checkReport(goal, await check(host, assignment, checked));
  if (options.flags.has("json")) options.printer.out(report.json);
  else for (const line of report.lines) options.printer.out(line);
  return report.passed ? 0 : 1;
}

async function work({ goalPath, assigned, options, signal }: Task): Promise<number> {
  const workspace = resolveWorkspace(options.values["workspace"]);
  const host = await createLocalHost({ workspace, events: sinkFor(options), signal });
  if (options.flags.has("in-place")) {
    await recoverCheckout(host, assigned.assignment.goal.id);
  }
  const start = await findStartingPoint(host, goalPath);
  const { goal } = assigned.assignment;
  const baseBranch = goal.integration.base ?? start.branch;
  const goalFile = pathInside(start.root, goalPath);
  const assignment = {
    ...assigned.assignment,
    baseBranch,
    ...(goalFile === undefined ? {} : { goalFile }),
  };
  const head = await converge(host, assignment, start);
  const run: EndedRun = { goal, state: head.state, vector: head.vector };
  await options.beforeEnd?.(run);
  if (options.flags.has("json")) options.printer.out(resultJson(run));
  else
    for (const line of outcomeLines(run.state, options.printer.colour)) options.printer.out(line);
  if (run.state.status === "running") return INTERRUPTED;
  return run.state.status === "converged" ? 0 : 1;
}

function sinkFor({ flags, printer }: ApplyOptions): EventSink {
  if (flags.has("stream")) return tellProgram((line) => printer.out(line));
  return flags.has("json") ? tellNobody : tellPerson((line) => printer.out(line), printer.colour);
}

function refuse(issues: readonly GoalIssue[], { flags, printer }: ApplyOptions): number {
  if (flags.has("json")) {
    const message = issues[0]?.message ?? "the goal-file cannot be loaded";
    printer.out(errorJson({ goalId: undefined, status: "error", message, issues }));
    return 1;
  }
  for (const line of issueLines(issues, printer.colour)) printer.err(line);
  printer.err("kazi: the goal-file cannot be loaded; nothing was done");
  return 1;
}

function fail(error: KaziError, goalId: string | undefined, options: ApplyOptions): number {
  const { flags, printer } = options;
  const { code, message } = error;
  const status = code === "record-forged" ? "tampered" : "error";
  const isInterrupted = code === "interrupted";
  if (flags.has("json")) printer.out(errorJson({ goalId, status, message, issues: [] }));
  else {
    printer.err(`kazi: ${toOneLine(message, MESSAGE_MAX)}`);
    printer.out(isInterrupted ? "OUTCOME: interrupted" : `OUTCOME: ${status} (${code})`);
  }
  return isInterrupted ? INTERRUPTED : 1;
}
