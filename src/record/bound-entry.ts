import type { Decision } from "../model/decision.ts";
import type { Entry } from "../model/entry.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Attempt, Verdict } from "../model/run.ts";
import { PATH_CHARACTERS_MAX, SENTENCE_CHARACTERS_MAX } from "./limits.ts";

const MESSAGE_CHARACTERS_MAX = 200;
const SUMMARY_CHARACTERS_MAX = 300;
const NAME_CHARACTERS_MAX = 200;
/** How many changed, and how many refused, paths of one attempt an entry tells. */
const PATHS_MAX = 200;

/** The entry with everything that strangers wrote cut to size, so that it can always be read back. */
export function boundEntry(entry: Entry): Entry {
  switch (entry.kind) {
    case "opened":
      return { ...entry, approval: { ...entry.approval, by: nameOf(entry.approval.by) } };
    case "claimed":
      return entry;
    case "settled":
      return {
        ...entry,
        observed: entry.observed.map(boundVerdict),
        ...(entry.attempt === undefined ? {} : { attempt: boundAttempt(entry.attempt) }),
        decision: boundDecision(entry.decision),
      };
    case "released":
      return {
        ...entry,
        reason: sentence(entry.reason),
        decision: boundDecision(entry.decision),
      };
    case "landed": {
      const { reason } = entry.landing;
      const landing = reason === undefined ? {} : { reason: sentence(reason) };
      return {
        ...entry,
        landing: { ...entry.landing, ...landing },
        decision: boundDecision(entry.decision),
      };
    }
    case "stopped":
      return { ...entry, decision: boundDecision(entry.decision) };
  }
}

/** A verdict with a message that fits a table. */
export function boundVerdict(verdict: Verdict): Verdict {
  return { ...verdict, message: toOneLine(verdict.message, MESSAGE_CHARACTERS_MAX) };
}

function boundAttempt(attempt: Attempt): Attempt {
  return {
    ...attempt,
    summary: toOneLine(attempt.summary, SUMMARY_CHARACTERS_MAX),
    changed: attempt.changed.slice(0, PATHS_MAX).map(boundPath),
    refused: attempt.refused.slice(0, PATHS_MAX).map((it) => ({
      path: boundPath(it.path),
      reason: toOneLine(it.reason, MESSAGE_CHARACTERS_MAX),
    })),
  };
}

function boundPath(path: string): string {
  const line = toOneLine(path, PATH_CHARACTERS_MAX);
  return line === "" ? "?" : line;
}

function nameOf(person: string): string {
  return toOneLine(person, NAME_CHARACTERS_MAX);
}

function boundDecision(decision: Decision): Decision {
  switch (decision.kind) {
    case "observe":
      return { ...decision, reason: sentence(decision.reason) };
    case "stop": {
      const { cause } = decision;
      return {
        ...decision,
        cause: { ...cause, reason: sentence(cause.reason), next: sentence(cause.next) },
      };
    }
    case "dispatch":
    case "integrate":
    case "watch":
    case "converged":
      return decision;
  }
}

function sentence(text: string): string {
  return toOneLine(text, SENTENCE_CHARACTERS_MAX);
}
