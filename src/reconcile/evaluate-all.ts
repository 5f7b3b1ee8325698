import type { Predicate } from "../model/goal.ts";
import { invocationsOf } from "../model/invocations-of.ts";
import { isLive } from "../model/is-live.ts";
import type { PredicateResult } from "../model/vector.ts";
import { type Evaluation, evaluatePredicate } from "./evaluation.ts";
import { openFreshCopies, type WithFreshCopy } from "./fresh-copies.ts";
import { createPool, type Pool } from "./pool.ts";
import { requireRunning } from "./require-running.ts";

/** Checks of which none says how many may run beside each other. */
const CONCURRENCY = 4;
/** Services that are asked at the same time. */
const SERVICES = ["first", "second", "third", "fourth"] as const;

/** What stands in the way of everything that looks at the tree. */
type SetupProblem = string | undefined;

interface Work {
  readonly evaluation: Evaluation;
  readonly problem: SetupProblem;
  readonly withFreshCopy: WithFreshCopy;
  /** What the fresh copies are made from, where something reads it. */
  readonly frozen: string | undefined;
  readonly services: Pool<string>;
}

/** Evaluates every predicate of the goal, some at a time, and tells the results in the goal's order. */
export async function evaluateAll(
  evaluation: Evaluation,
  problem: SetupProblem,
): Promise<readonly PredicateResult[]> {
  const { host, bench, folder, goal } = evaluation;
  const isNamespace = host.processes.isolation === "namespace";
  const withFreshCopy = await openFreshCopies(bench.workshop, folder, {
    count: goal.concurrency ?? CONCURRENCY,
    isNamespace,
  });
  // Other predicates' programs write in the folder itself, and the candidate's code is among them.
  const readFrozen = goal.predicates.some(startsNothing)
    ? () => bench.workshop.frozen(folder)
    : () => undefined;
  const services = createPool(SERVICES);
  const work = { evaluation, problem, withFreshCopy, frozen: readFrozen(), services };
  const teller = tellInOrder(evaluation);
  let isOver = false;
  const settled = await Promise.allSettled(
    goal.predicates.map(async (predicate, index) => {
      try {
        return teller(index, await evaluateInTurn(work, predicate, () => isOver));
      } catch (error) {
        isOver = true;
        throw error;
      }
    }),
  );
  const results = settled.map((it) => {
    if (it.status === "rejected") throw it.reason;
    return it.value;
  });
  // Where programs could reach it, a verdict may be about something that they put there.
  readFrozen();
  return results;
}

/** What starts a program gets a folder that no other has touched; the rest waits for nobody's folder. */
async function evaluateInTurn(
  { evaluation, problem, withFreshCopy, frozen, services }: Work,
  predicate: Predicate,
  isOver: () => boolean,
): Promise<PredicateResult> {
  const { folder } = evaluation;
  if (problem !== undefined && !isLive(predicate)) return brokenSetup(predicate, problem);
  if (frozen !== undefined && startsNothing(predicate)) {
    return await services.use(async () => {
      return await evaluateNow(
        async () => await evaluatePredicate(evaluation, predicate, { folder, files: frozen }),
      );
    });
  }
  return await withFreshCopy(async (copy) => {
    return await evaluateNow(
      async () => await evaluatePredicate(evaluation, predicate, { folder, ...copy }),
    );
  });

  async function evaluateNow(evaluate: () => Promise<PredicateResult>): Promise<PredicateResult> {
    requireRunning(evaluation.host);
    return isOver()
      ? brokenSetup(predicate, "another predicate ended the observation")
      : await evaluate();
  }
}

function startsNothing(predicate: Predicate): boolean {
  return isLive(predicate) && invocationsOf(predicate.check).length === 0;
}

/** Whoever watches reads the goal's order, whichever predicate is done first. */
function tellInOrder({
  host,
  ticket,
}: Evaluation): (index: number, result: PredicateResult) => PredicateResult {
  const done = new Map<number, PredicateResult>();
  let next = 0;
  return (index, result) => {
    done.set(index, result);
    for (let ready = done.get(next); ready !== undefined; ready = done.get(next)) {
      host.events.emit({ kind: "observed", iteration: ticket.iteration, result: ready });
      next += 1;
    }
    return result;
  };
}

function brokenSetup(predicate: Predicate, problem: string): PredicateResult {
  const evidence = { message: problem, findings: [], durationMs: 0 };
  return { id: predicate.id, status: "error", evidence, permanent: false };
}
