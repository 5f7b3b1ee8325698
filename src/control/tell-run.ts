import type { RunEvent } from "../model/event.ts";
import type { EventSink } from "../ports/event-sink.ts";
import { paintFor } from "../report/paint.ts";
import { renderEvent } from "../report/render-event.ts";
import { SCHEMA_VERSION, toBudgetSpent } from "../report/run-result.ts";

/** Tells a run as it happens, line by line, to a person. */
export function tellPerson(write: (line: string) => void, colour: boolean): EventSink {
  const paint = paintFor(colour);
  let lastWait = "";
  return {
    emit(event) {
      if (event.kind === "waiting" && event.reason === lastWait) return;
      lastWait = event.kind === "waiting" ? event.reason : "";
      for (const line of renderEvent(event, paint)) write(line);
    },
  };
}

/** Tells each settled iteration, one JSON object a line, to a program. */
export function tellProgram(write: (line: string) => void): EventSink {
  return {
    emit(event) {
      if (event.kind === "settled") write(JSON.stringify(iterationOf(event)));
    },
  };
}

/** Tells nobody. */
export const tellNobody: EventSink = { emit() {} };

function iterationOf(
  event: Extract<RunEvent, { kind: "settled" }>,
): Readonly<Record<string, unknown>> {
  return {
    schema_version: SCHEMA_VERSION,
    event: "iteration",
    iteration: event.iteration,
    predicates: event.vector.results.map(({ id, status, score }) => ({
      id,
      verdict: status,
      ...(score === undefined ? {} : { score }),
    })),
    converged: event.decision.kind === "converged",
    ...(event.attempt === undefined ? {} : { attempt: event.attempt }),
    budget_spent: toBudgetSpent(event.spent),
    decision: event.decision.kind,
    release_ref: null,
  };
}
