import type { BrowserCheck, BrowserStep } from "../model/browser-check.ts";
import type { Finding } from "../model/vector.ts";
import type {
  AssertionReport,
  JourneyReport,
  MadeJourney,
  OpeningFailure,
} from "../ports/browser-driver.ts";
import type { ErrorKind } from "./error-kind.ts";
import type { ResultDraft } from "./result-draft.ts";

/** What one journey says of the predicate; `score` is the share of its statements that hold. */
export function judgeJourney(check: BrowserCheck, report: JourneyReport): ResultDraft {
  switch (report.kind) {
    case "made":
      return judgeMade(check, report);
    case "no-browser":
      return { status: "unknown", error: "not-available", message: report.reason };
    case "not-opened":
      return judgeNotOpened(check, report.failure, report.reason);
    case "bad-check":
      return { status: "error", error: "bad-check", message: report.reason };
    case "cut-off":
      return {
        status: "error",
        error: CUT_OFF[report.cause],
        message: `the journey was cut off: ${report.reason}`,
      };
  }
}

const CUT_OFF = {
  "timed-out": "timed-out",
  interrupted: "interrupted",
  crashed: "tool-failed",
} as const;

function judgeNotOpened(
  { url }: BrowserCheck,
  failure: OpeningFailure,
  reason: string,
): ResultDraft {
  const hint = failure === "refused-address" ? adviceOn(url) : "";
  const message = `${url} could not be opened: ${reason}${hint}`;
  if (failure !== "untrusted") return { status: "error", error: OPENING[failure], message };
  // The service is there, and no visitor would get past the warning.
  return { status: "fail", message, seen: reason, wanted: "a trusted certificate" };
}

function adviceOn(url: string): string {
  return `; add "${URL.parse(url)?.hostname ?? ""}" to it if it is meant`;
}

const OPENING: Readonly<Record<Exclude<OpeningFailure, "untrusted">, ErrorKind>> = {
  "refused-address": "bad-check",
  unreachable: "unreachable",
  "timed-out": "unreachable",
};

/** One thing that was to go well. */
interface Statement {
  readonly rule: string;
  readonly wanted: string;
  readonly found: string;
  readonly ok: boolean;
  readonly undecided: boolean;
  readonly complaints: AssertionReport["complaints"];
}

function judgeMade(check: BrowserCheck, report: MadeJourney): ResultDraft {
  const statements = [...stepsOf(check, report), ...assertionsOf(check, report)];
  const total = 1 + check.steps.length + Math.max(1, check.assertions.length);
  const score = statements.filter(({ ok }) => ok).length / total;
  const failed = statements.filter(({ ok, undecided }) => !ok && !undecided);
  if (failed.length > 0) return { ...toFailure(failed, report), score };
  const undecided = statements.filter((it) => it.undecided);
  if (undecided.length > 0) return { ...toUndecided(undecided), score };
  if (report.assertions.length < check.assertions.length) return { ...UNJUDGED, score };
  return { status: "pass", message: passed(check, report), score: 1 };
}

const UNJUDGED: ResultDraft = {
  status: "error",
  error: "tool-failed",
  message: "not all assertions were judged",
};

function stepsOf(check: BrowserCheck, { steps }: MadeJourney): readonly Statement[] {
  return steps.map(({ ok, found }, index) => {
    const step = check.steps[index - 1];
    const wanted =
      step === undefined
        ? `${check.url} to open`
        : `step ${index} of ${check.steps.length} (${describeStep(step)}) to go well`;
    return { rule: step?.action ?? "open", wanted, found, ok, ...SIMPLE };
  });
}

const SIMPLE = { undecided: false, complaints: undefined } as const;

/** What is typed may be a secret, and is no help. */
function describeStep(step: BrowserStep): string {
  switch (step.action) {
    case "click":
    case "fill":
    case "wait_for":
      return `${step.action} "${step.selector}"`;
    case "press":
      return step.selector === undefined
        ? `press ${step.key}`
        : `press ${step.key} in "${step.selector}"`;
    case "goto":
      return `goto ${step.url}`;
  }
}

function assertionsOf(check: BrowserCheck, report: MadeJourney): readonly Statement[] {
  if (check.assertions.length === 0) return withoutAssertion(report);
  return report.assertions.map(({ undecided = false, complaints, ...rest }, index) => ({
    rule: check.assertions[index]?.type ?? "",
    undecided,
    complaints,
    ...rest,
  }));
}

/** Every page would do, and an error page is one. */
function withoutAssertion({ steps, status }: MadeJourney): readonly Statement[] {
  if (!steps.every(({ ok }) => ok)) return [];
  const ok = status !== undefined && status >= 200 && status < 300;
  const wanted = "the page to answer with any 2xx (no assertions)";
  return [{ rule: "status", wanted, found: `${status ?? "no status"}`, ok, ...SIMPLE }];
}

function toFailure(failed: readonly Statement[], report: MadeJourney): ResultDraft {
  const first = failed[0];
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : "";
  return {
    status: "fail",
    message: `expected ${first?.wanted}, found ${first?.found}${more}${noteOf(report)}`,
    seen: `${first?.found}`,
    wanted: `${first?.wanted}`,
    findings: failed.flatMap(toFindings),
    ...(report.outline === undefined ? {} : { output: `${report.url}\n${report.outline}` }),
  };
}

function toFindings({ rule, wanted, found, complaints = [] }: Statement): readonly Finding[] {
  if (complaints.length === 0) {
    return [{ file: "", level: "error", rule, message: `expected ${wanted}, found ${found}` }];
  }
  return complaints.map((it) => ({
    file: "",
    level: "error",
    rule: it.rule ?? rule,
    message: it.rule === undefined ? it.message : `${it.rule}: ${it.message}`,
  }));
}

/** A page of an error may hold all that is asserted; whoever mends it should know. */
function noteOf({ status, refused, url }: MadeJourney): string {
  const answered = status !== undefined && status >= 400 ? `; ${url} answered ${status}` : "";
  return `${answered}${refused.map((reason) => `; not asked: ${reason}`).join("")}`;
}

function toUndecided(undecided: readonly Statement[]): ResultDraft {
  const [first] = undecided;
  return {
    status: "unknown",
    error: "not-available",
    message: `expected ${first?.wanted}, found ${first?.found}`,
    findings: undecided.map(({ rule, found }) => ({
      file: "",
      level: "note",
      rule,
      message: found,
    })),
  };
}

function passed(check: BrowserCheck, report: MadeJourney): string {
  const count = check.assertions.length;
  const steps = check.steps.length === 0 ? "" : `after ${check.steps.length} steps `;
  const what =
    count === 0 ? "it answered with 2xx (no assertions)" : `all ${count} assertions hold`;
  return `${check.url}: ${steps}${what}${noteOf(report)}`;
}
