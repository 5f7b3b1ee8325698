import type { BrowserCheck, Viewport } from "../model/browser-check.ts";
import { visualBaseline } from "../model/visual-baseline.ts";
import type { JourneyReport } from "../ports/browser-driver.ts";
import { putSecrets } from "./browser-secrets.ts";
import { judgeJourney } from "./browser-verdict.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import type { Provider, SubjectOf } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

/** All journeys of one observation together. */
const OBSERVATION_MS_MAX = 600_000;
const START_MS = 60_000;
/** Filling and sending a form, an audit and a comparison are several operations each. */
const OPERATIONS_OF_ASSERTION = 4;
const BASELINE_BYTES_MAX = 20 * 1024 * 1024;

/** A journey through a running page, made again until it held as often as the goal wants. */
export const browser: Provider<BrowserCheck> = {
  triggers: ["deployment", "interval"],
  permanent: ["bad-check", "not-available"],
  observe: async (subject, context) => await observeBrowser(subject, context),
};

/** All journeys of one observation. */
interface Tour {
  readonly predicate: string;
  readonly check: BrowserCheck;
  readonly secrets: readonly string[];
  readonly context: EvaluationContext;
  /** Absent where the browser's own size will do. */
  readonly viewports: readonly (Viewport | undefined)[];
  /** Names of what was kept so far. */
  readonly files: string[];
  leftMs: number;
}

/** One journey among them. */
interface Leg {
  readonly sample: number;
  readonly viewport: Viewport | undefined;
}

async function observeBrowser(
  subject: SubjectOf<BrowserCheck>,
  context: EvaluationContext,
): Promise<ResultDraft> {
  const typed = putSecrets(subject.check, subject, context);
  if ("status" in typed) return typed;
  const { check, secrets } = typed;
  const viewports = check.viewports.length === 0 ? [undefined] : check.viewports;
  const leftMs = Math.min(OBSERVATION_MS_MAX, check.samples * viewports.length * journeyMs(check));
  const tour = { predicate: subject.id, check, secrets, context, viewports, files: [], leftMs };
  const draft = await observeSamples(tour);
  return { ...draft, secrets, files: tour.files };
}

async function observeSamples(tour: Tour): Promise<ResultDraft> {
  const { check, context } = tour;
  let last: ResultDraft = NO_SAMPLE;
  for (let sample = 0; sample < check.samples; sample += 1) {
    if (sample > 0) await context.clock.sleep(check.intervalMs, context.signal);
    last = await observeSample(tour, sample);
    if (last.status !== "pass") return last;
  }
  const times = check.samples > 1 ? `, ${check.samples} times in a row` : "";
  return { ...last, message: `${last.message}${times}`, score: 1 };
}

const NO_SAMPLE: ResultDraft = {
  status: "error",
  error: "bad-check",
  message: "samples: expected at least 1, found 0",
};

/** Ends at the first size that does not hold, except where a person has pictures of all sizes to approve. */
async function observeSample(tour: Tour, sample: number): Promise<ResultDraft> {
  let last: ResultDraft = NO_SAMPLE;
  let undecided: ResultDraft | undefined;
  for (const [index, viewport] of tour.viewports.entries()) {
    const leg = { sample, viewport };
    const startedAtMs = tour.context.clock.now();
    const draft = await observeLeg(tour, leg);
    tour.leftMs -= tour.context.clock.now() - startedAtMs;
    last = draft.status === "pass" ? draft : withPlace(draft, leg, { tour, index });
    if (draft.status === "unknown") undecided ??= last;
    else if (draft.status !== "pass") return last;
  }
  return undecided ?? last;
}

function journeyMs({ steps, assertions, operationTimeoutMs }: BrowserCheck): number {
  const operations = 2 + steps.length + assertions.length * OPERATIONS_OF_ASSERTION;
  return Math.min(OBSERVATION_MS_MAX, START_MS + operations * operationTimeoutMs);
}

async function observeLeg(tour: Tour, leg: Leg): Promise<ResultDraft> {
  const { context, secrets } = tour;
  const timeoutMs = Math.min(tour.leftMs, journeyMs(tour.check));
  if (timeoutMs <= 0) return OUT_OF_TIME;
  const check = forViewport(tour.check, leg.viewport);
  const baselines = await readBaselines(check, context);
  if ("status" in baselines) return baselines;
  const { viewport } = leg;
  const { signal } = context;
  const report = await context.browser.visit({
    check,
    viewport,
    baselines,
    secrets,
    timeoutMs,
    signal,
  });
  await keepFiles(tour, leg, report);
  const draft = judgeJourney(check, report);
  return report.kind === "made" && secrets.length > 0 ? withoutPicture(draft, check) : draft;
}

/** Whoever misses the picture should know why there is none. */
function withoutPicture(draft: ResultDraft, { screenshot }: BrowserCheck): ResultDraft {
  if (draft.status === "pass" && !screenshot) return draft;
  return { ...draft, message: `${draft.message}; no picture is kept, because it types a secret` };
}

const OUT_OF_TIME: ResultDraft = {
  status: "error",
  error: "timed-out",
  message: `not all journeys were made in ${OBSERVATION_MS_MAX / 60_000} minutes: ask for fewer samples, viewports or steps`,
};

function forViewport(check: BrowserCheck, viewport: Viewport | undefined): BrowserCheck {
  const assertions = check.assertions.map((it) =>
    it.type === "visual" ? { ...it, baseline: visualBaseline(it.baseline, viewport, check) } : it,
  );
  return { ...check, assertions };
}

async function readBaselines(
  { assertions }: BrowserCheck,
  { files }: EvaluationContext,
): Promise<ReadonlyMap<string, Uint8Array> | ResultDraft> {
  const baselines = new Map<string, Uint8Array>();
  for (const assertion of assertions) {
    if (assertion.type !== "visual") continue;
    const found = await files.bytes(assertion.baseline, BASELINE_BYTES_MAX);
    if (found.kind === "read") baselines.set(assertion.baseline, found.bytes);
    if (found.kind === "refused") {
      const message = `${assertion.baseline}: ${found.reason}; expected a PNG of at most ${BASELINE_BYTES_MAX} bytes`;
      return { status: "error", error: "bad-check", message };
    }
  }
  return baselines;
}

async function keepFiles(tour: Tour, leg: Leg, report: JourneyReport): Promise<void> {
  if (report.kind !== "made") return;
  const { predicate, context, files } = tour;
  for (const { name, bytes } of report.files) {
    const kept = await context.evidence.keep({ predicate, name: toFileName(name, leg), bytes });
    if (kept !== undefined) files.push(kept);
  }
}

function toFileName(name: string, { sample, viewport }: Leg): string {
  const size = viewport === undefined ? "" : `${viewport.name}-`;
  return `${sample + 1}-${size}${name}`.replace(/[^A-Za-z0-9._-]/g, "-");
}

function withPlace(
  draft: ResultDraft,
  { sample, viewport }: Leg,
  { tour, index }: { readonly tour: Tour; readonly index: number },
): ResultDraft {
  const { samples } = tour.check;
  const places = [
    ...(viewport === undefined ? [] : [`at ${viewport.width}x${viewport.height}`]),
    ...(samples > 1 ? [`sample ${sample + 1} of ${samples}`] : []),
  ];
  const note = places.length === 0 ? "" : ` (${places.join(", ")})`;
  const held = sample * tour.viewports.length + index + (draft.score ?? 0);
  const score = held / (samples * tour.viewports.length);
  return { ...draft, message: `${draft.message}${note}`, score };
}
