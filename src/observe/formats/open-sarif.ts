import type { ReportReader } from "./findings-reader.ts";
import type { OnRawFinding } from "./fingerprints.ts";
import { openJsonDocuments } from "./json-documents.ts";
import { fieldAt, listAt, textAt } from "./json-field.ts";
import {
  isAhead,
  isComplaint,
  isExcused,
  ownFingerprint,
  type SarifRun,
  toSarifFinding,
} from "./sarif-run.ts";

/** Results that point at a later part of their run wait for it; no more than these. */
const WAITING_MAX = 1000;
const ARTIFACTS_MAX = 50_000;

/** Reads SARIF: what is not suppressed, not known before and complains of something is a finding. */
export function openSarif(onFinding: OnRawFinding, folder: string): ReportReader {
  let run: OpenRun | undefined;
  let runs = 0;
  let excused = 0;
  let failure: string | undefined;
  const lists = createListCheck();

  function next(index: unknown): OpenRun {
    run?.end();
    runs += 1;
    return openRun(index, (result, known) => {
      if (isExcused(result)) excused += 1;
      else onFinding(toSarifFinding(result, known, folder), ownFingerprint(result));
    });
  }
  function endRun(): void {
    run?.end();
    run = undefined;
  }
  const documents = openJsonDocuments({
    opens: /^\s*\{/,
    paths: [
      "$.runs.*.tool",
      "$.runs.*.results.*",
      "$.runs.*.artifacts.*",
      "$.runs.*.originalUriBaseIds",
      "$.runs.*.invocations.*",
    ],
    onContainer: lists.see,
    onEnd: endRun,
    onValue: (value, [, index, part, at]) => {
      if (run === undefined || run.index !== index) run = next(index);
      if (part === "invocations") failure ??= failureOf(value);
      else run.take({ value, part, at });
    },
  });
  return {
    ...documents,
    end: () => {
      const problem = documents.end();
      endRun();
      if (problem !== undefined || failure !== undefined) return problem ?? failure;
      if (runs === 0) return 'expected SARIF, found no run of a tool at "runs"';
      return lists.isComplete()
        ? undefined
        : 'expected a list at "results" of every run, found a run without one: it looked at nothing';
    },
    excused: () => excused,
  };
}

/** A tool that found nothing says so by an empty list; without a list it has not looked. */
function createListCheck(): {
  readonly see: (path: string, kind: "list" | "object") => void;
  readonly isComplete: () => boolean;
} {
  let runsWithout = 0;
  let hasList = true;
  return {
    see: (path, kind) => {
      if (path === "$.runs.*") {
        if (!hasList) runsWithout += 1;
        hasList = false;
      } else if (path === "$.runs.*.results") hasList ||= kind === "list";
    },
    isComplete: () => hasList && runsWithout === 0,
  };
}

/** A tool that broke off has not looked at everything. */
function failureOf(invocation: unknown): string | undefined {
  const notifications = [
    ...listAt(invocation, "toolExecutionNotifications"),
    ...listAt(invocation, "toolConfigurationNotifications"),
  ];
  const error = notifications.find((it) => textAt(it, "level") === "error");
  const hasFailed = fieldAt(invocation, "executionSuccessful") === false;
  if (error === undefined && !hasFailed) return undefined;
  const words =
    textAt(error ?? notifications[0], "message", "text") ??
    textAt(invocation, "exitCodeDescription");
  const what = hasFailed ? "did not succeed" : "met an error";
  return `the tool says that it ${what}${words === undefined ? "" : `: ${words}`}`;
}

interface OpenRun {
  readonly index: unknown;
  take(part: PartOfRun): void;
  end(): void;
}

interface PartOfRun {
  readonly value: unknown;
  readonly part: unknown;
  readonly at: unknown;
}

/** The parts of a run stand in any order, so a result may have to wait for what it points at. */
function openRun(index: unknown, onResult: (result: unknown, run: SarifRun) => void): OpenRun {
  const artifacts = new Map<number, unknown>();
  let known: SarifRun = { artifacts };
  let waiting: unknown[] = [];
  let mayWait = true;

  function flush(): void {
    const held = waiting;
    waiting = [];
    for (const result of held) onResult(result, known);
  }
  function takeResult(result: unknown): void {
    if (!isComplaint(result)) return;
    if (mayWait && (waiting.length > 0 || isAhead(result, known))) {
      waiting.push(result);
      mayWait = waiting.length < WAITING_MAX;
      if (!mayWait) flush();
    } else onResult(result, known);
  }
  return {
    index,
    take: ({ value, part, at }) => {
      if (part === "results") takeResult(value);
      else if (part === "tool") known = { ...known, tool: value };
      else if (part === "originalUriBaseIds") known = { ...known, bases: value };
      else if (typeof at === "number" && at < ARTIFACTS_MAX) artifacts.set(at, toArtifact(value));
    },
    end: flush,
  };
}

/** Its contents and hashes are not needed, and may be most of the report. */
function toArtifact(artifact: unknown): unknown {
  return { location: fieldAt(artifact, "location") };
}
