import { isSettled } from "../model/is-settled.ts";
import type { HistoryItem, Verdict } from "../model/run.ts";

/** Observations in a row that must be alike. */
const WINDOW = 3;
/** The same, when the words of the failure keep changing. */
const WINDOW_WITH_NEWS = 6;

/**
 * Whether the work goes nowhere: the same code predicates are not passing, none has a better score,
 * and the evidence repeats itself; or twice as long with evidence that changes but never improves.
 */
export function isStuck(history: readonly HistoryItem[], isCode: (id: string) => boolean): boolean {
  const rounds = roundsOf(history).map((vector) =>
    vector.filter((verdict) => !isSettled(verdict) && isCode(verdict.id)),
  );
  return (
    isStill(rounds.slice(-WINDOW), WINDOW, true) ||
    isStill(rounds.slice(-WINDOW_WITH_NEWS), WINDOW_WITH_NEWS, false)
  );
}

/**
 * What stood on the branch after each attempt since anything but an attempt was observed. A discarded
 * candidate changed nothing; one that is void had no chance and does not count.
 */
function roundsOf(history: readonly HistoryItem[]): readonly (readonly Verdict[])[] {
  const counted = history.filter((item) => item.attempt?.fate !== "void");
  const start = counted.findLastIndex((item) => item.attempt === undefined);
  let standing: readonly Verdict[] | undefined;
  return counted.slice(Math.max(0, start)).map((item) => {
    if (item.attempt?.fate !== "discarded" || standing === undefined) standing = item.vector;
    return standing;
  });
}

function isStill(
  window: readonly (readonly Verdict[])[],
  length: number,
  sameEvidence: boolean,
): boolean {
  const [first] = window;
  const last = window.at(-1);
  if (first === undefined || last === undefined || window.length < length || last.length === 0) {
    return false;
  }
  return (
    window.every((vector) => isAlike(first, vector, sameEvidence)) && !hasProgress(first, last)
  );
}

function isAlike(
  left: readonly Verdict[],
  right: readonly Verdict[],
  sameEvidence: boolean,
): boolean {
  return (
    left.length === right.length &&
    left.every((verdict, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        other.id === verdict.id &&
        (!sameEvidence || other.signature === verdict.signature)
      );
    })
  );
}

function hasProgress(first: readonly Verdict[], last: readonly Verdict[]): boolean {
  return last.some((verdict, index) => (verdict.score ?? 0) > (first[index]?.score ?? 0));
}
