import type { Goal, Predicate } from "../model/goal.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { PredicateResult } from "../model/vector.ts";
import { evaluate } from "../observe/evaluate.ts";
import type { AtBase, EvaluationContext } from "../observe/evaluation-context.ts";
import type { FolderView } from "../ports/process-runner.ts";
import type { TreeDiff } from "../ports/tree-diff.ts";
import type { BaseCheckout } from "./base-checkout.ts";
import type { Bench, Host } from "./host.ts";
import type { ObserveTicket } from "./observe-ticket.ts";

/** One observation: what all its predicates share. */
export interface Evaluation {
  readonly host: Host;
  readonly goal: Goal;
  readonly ticket: ObserveTicket;
  readonly bench: Bench;
  /** The checkout by the path that programs see. */
  readonly folder: string;
  readonly diff: TreeDiff;
  readonly base: BaseCheckout;
  /** The observed commit is the one that the work started from. */
  readonly isBase: boolean;
  readonly once: EvaluationContext["once"];
}

/** Where the files of one predicate's copy are. */
export interface Place {
  /** By the path that its programs see. */
  readonly folder: string;
  /** The same as it can be read from here. */
  readonly files: string;
  readonly view?: FolderView;
}

/** The result of one predicate, as much of it as may leave this job. */
export async function evaluatePredicate(
  evaluation: Evaluation,
  predicate: Predicate,
  place: Place,
): Promise<PredicateResult> {
  const result = await evaluate(predicate, contextOf(evaluation, predicate, place));
  const judged = judgeSkips(evaluation.goal, result);
  return predicate.heldOut ? withheld(judged) : judged;
}

function contextOf(evaluation: Evaluation, predicate: Predicate, place: Place): EvaluationContext {
  const { host, goal, ticket, bench, diff, once } = evaluation;
  const { environment, secrets, signal, clock, http, browser } = host;
  const below = [goal.scope.workspace, predicate.cwd ?? ""].filter((it) => it !== "").join("/");
  const named = (predicate.secrets ?? []).flatMap((name) => environment[name] ?? []);
  return {
    processes: {
      isolation: host.processes.isolation,
      run: async (request) =>
        await host.processes.run({
          ...request,
          ...(place.view === undefined ? {} : { view: place.view }),
        }),
    },
    http,
    browser,
    clock,
    folder: below === "" ? place.folder : `${place.folder}/${below}`,
    below,
    files: host.openFiles({ root: place.files, below }),
    diff,
    evidence: predicate.heldOut ? NOWHERE : bench.evidence,
    baselines: {
      stored: (key, check) => ticket.baselines?.find((it) => it.key === key && it.check === check),
      isBase: evaluation.isBase,
      atBase: async (ref, work) => await atBase(evaluation, { predicate, ref }, work),
    },
    once,
    environment,
    secret: (name) => ((predicate.secrets ?? []).includes(name) ? environment[name] : undefined),
    secrets: [...secrets, ...named],
    signal,
  };
}

/** Of a held-out predicate no picture may lie about either. */
const NOWHERE = { keep: async () => await Promise.resolve(undefined) };

async function atBase<T>(
  evaluation: Evaluation,
  { predicate, ref }: { readonly predicate: Predicate; readonly ref: string },
  work: (context: EvaluationContext) => Promise<T>,
): Promise<AtBase<T>> {
  try {
    return await evaluation.base.use(ref, async (folder, commit) => {
      const place = { folder, files: folder };
      return { kind: "done", value: await work(contextOf(evaluation, predicate, place)), commit };
    });
  } catch (error) {
    if (!(error instanceof KaziError) || error.code === "candidate-invalid") throw error;
    return { kind: "none", reason: error.message };
  }
}

/** Where the goal insists on it, what was left out was not shown to hold. */
function judgeSkips({ enforcement }: Goal, result: PredicateResult): PredicateResult {
  const skipped = result.evidence.counts?.skipped ?? 0;
  const isStrict = enforcement?.enabled === true && enforcement.failOnSkip;
  if (!isStrict || result.status !== "pass" || skipped === 0) return result;
  const { baselines: _unproven, ...rest } = result;
  const message = `${skipped} of its tests skipped, expected none ([enforcement] fail_on_skip); ${result.evidence.message}`;
  return { ...rest, status: "fail", evidence: { ...result.evidence, message } };
}

/** Of a held-out predicate nothing but the verdict leaves this job, and what it compares with later. */
function withheld(result: PredicateResult): PredicateResult {
  const { id, status, permanent, baselines, evidence } = result;
  const { durationMs } = evidence;
  return {
    id,
    status,
    permanent,
    ...(baselines === undefined ? {} : { baselines }),
    evidence: { message: "held out", findings: [], durationMs },
  };
}
