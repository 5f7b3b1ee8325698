import { toOneLine } from "../model/plain-text.ts";
import type { RunState } from "../model/run.ts";
import type { Paint } from "./paint.ts";
import { spentText } from "./render-event.ts";

/** The end of an account: why, what to do now, and a last line for people and programs to look for. */
export function renderOutcome(state: RunState, paint: Paint): readonly string[] {
  const { cause } = state;
  const why =
    cause === undefined
      ? []
      : [`why: ${toOneLine(cause.reason, 2_000)}`, `now: ${toOneLine(cause.next, 2_000)}`];
  return [...attempts(state, paint), ...why, "", outcomeLine(state, paint)];
}

function attempts(state: RunState, paint: Paint): readonly string[] {
  if (state.status === "converged" || state.status === "running") return [];
  const lines = state.history.flatMap((item) =>
    item.attempt === undefined
      ? []
      : [
          paint.dim(
            `  attempt ${item.iteration}: ${item.attempt.fate}, ${item.attempt.ending}; changed ${toOneLine(item.attempt.changed.join(", "), 500) || "nothing"}`,
          ),
        ],
  );
  return lines.length === 0 ? [] : ["", "attempts:", ...lines];
}

function outcomeLine(state: RunState, paint: Paint): string {
  const { status, branch, head } = state;
  if (status === "running") {
    return paint.warn(
      `OUTCOME: interrupted (the same command goes on from here; ${spentText(state.spent)})`,
    );
  }
  if (status === "converged") {
    const where =
      head === state.base
        ? "nothing had to change"
        : `${toOneLine(branch, 200)} at ${head.slice(0, 12)}`;
    return paint.good(
      `OUTCOME: converged after ${state.spent.iterations} iterations (${where}; ${spentText(state.spent)})`,
    );
  }
  return paint.bad(
    `OUTCOME: ${status} (${state.cause?.class ?? "unknown"}; ${spentText(state.spent)})`,
  );
}
