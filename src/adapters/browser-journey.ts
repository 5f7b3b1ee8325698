import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import type { BrowserCheck } from "../model/browser-check.ts";
import type { Journey, JourneyReport, MadeJourney, StepReport } from "../ports/browser-driver.ts";
import { judgeAssertions } from "./browser-assertions.ts";
import { checkSelectors } from "./browser-check-words.ts";
import { openPage } from "./browser-opening.ts";
import { takePicture } from "./browser-picture.ts";
import type { BrowserSession } from "./browser-session.ts";
import { takeSteps } from "./browser-steps.ts";
import { type BrowserTrail, watchPages } from "./browser-trail.ts";
import type { BrowserTunnel } from "./browser-tunnel.ts";
import type { BrowserVisit } from "./browser-visit.ts";
import { within } from "./browser-within.ts";

const OUTLINE_MS_MAX = 2000;
const OUTLINE_CHARACTERS_MAX = 4000;
const TRACE_MS_MAX = 10_000;
const TRACE_BYTES_MAX = 10 * 1024 * 1024;
const REFUSALS_SHOWN_MAX = 5;

/** Opens the page, takes the steps, judges the end, and keeps what shows how it went. */
export async function makeJourney(
  session: BrowserSession,
  journey: Journey,
): Promise<JourneyReport> {
  const { context, page, tunnel } = session;
  const { check } = journey;
  const trail = watchPages(context, page);
  const visit = toVisit(session, journey, trail);
  if (visit.isShown) await context.tracing.start({ snapshots: true });
  const opening = await openPage(page, check, trail, tunnel);
  if (opening.kind === "not-opened") return opening;
  const { steps, assertions } = await goOn(visit, check, opening.step);
  if (trail.hasCrashed()) {
    return { kind: "cut-off", cause: "crashed", reason: "the page crashed or was closed" };
  }
  const isGood = [...steps, ...assertions].every(({ ok }) => ok);
  const made = { kind: "made", steps, assertions, ...endOf(page, trail, tunnel) } as const;
  if (isGood && check.screenshot) await keepPicture(visit, "end.png");
  if (isGood) return { ...made, files: visit.files };
  const outline = await outlineOf(page);
  // A page that does not even tell what is on it would keep everything else waiting.
  if (outline === undefined) return { ...made, files: visit.files };
  await keepPicture(visit, "failure.png");
  if (visit.isShown) await keepTrace(visit, session.folder);
  return { ...made, outline, files: visit.files };
}

function endOf(
  page: Page,
  trail: BrowserTrail,
  { troubles }: BrowserTunnel,
): Pick<MadeJourney, "url" | "status" | "refused"> {
  const status = trail.status();
  return {
    url: page.url(),
    ...(status === undefined ? {} : { status }),
    refused: troubles
      .filter(({ kind }) => kind === "refused-address")
      .slice(0, REFUSALS_SHOWN_MAX)
      .map(({ reason }) => reason),
  };
}

function toVisit(session: BrowserSession, journey: Journey, trail: BrowserTrail): BrowserVisit {
  const { context, page } = session;
  return {
    context,
    page,
    trail,
    timeoutMs: journey.check.operationTimeoutMs,
    baselines: journey.baselines,
    hiddenFields: secretFields(page, journey),
    // A page may show anywhere what was typed into it, and a trace holds all of it.
    isShown: journey.secrets.length === 0,
    files: [],
  };
}

function secretFields(page: Page, { check, secrets }: Journey): readonly Locator[] {
  const typed = [
    ...check.steps.flatMap((step) => (step.action === "fill" ? [step] : [])),
    ...check.assertions.flatMap((it) =>
      it.type === "form_validation" ? [...it.invalid, ...it.valid] : [],
    ),
  ];
  return typed
    .filter(({ value }) => secrets.some((secret) => value.includes(secret)))
    .map(({ selector }) => page.locator(selector));
}

async function goOn(
  visit: BrowserVisit,
  check: BrowserCheck,
  opening: StepReport,
): Promise<Pick<MadeJourney, "steps" | "assertions">> {
  if (!opening.ok) return { steps: [opening], assertions: [] };
  await checkSelectors(visit.page, check);
  const taken = await takeSteps(visit.page, check.steps, visit.timeoutMs);
  const steps = [opening, ...taken];
  if (!taken.every(({ ok }) => ok)) return { steps, assertions: [] };
  return { steps, assertions: await judgeAssertions(visit, check.assertions) };
}

async function keepPicture(visit: BrowserVisit, name: string): Promise<void> {
  if (!visit.isShown) return;
  try {
    visit.files.push({ name, bytes: await takePicture(visit, { kind: "page" }) });
  } catch {
    // A page that cannot even be shown is told by its steps and assertions.
  }
}

async function keepTrace({ context, files }: BrowserVisit, folder: string): Promise<void> {
  const file = path.join(folder, "trace.zip");
  try {
    await within(TRACE_MS_MAX, context.tracing.stop({ path: file }));
    if ((await stat(file)).size > TRACE_BYTES_MAX) return;
    files.push({ name: "trace.zip", bytes: await readFile(file) });
  } catch {
    // The picture and the words are there without it.
  }
}

async function outlineOf(page: Page): Promise<string | undefined> {
  try {
    const snapshot = page.locator("body").ariaSnapshot({ timeout: OUTLINE_MS_MAX });
    return (await within(OUTLINE_MS_MAX, snapshot))?.slice(0, OUTLINE_CHARACTERS_MAX);
  } catch {
    return undefined;
  }
}
