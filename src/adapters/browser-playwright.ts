import type { BrowserType } from "playwright-core";
import type { BrowserDriver, Journey, JourneyReport } from "../ports/browser-driver.ts";
import { BrowserBadCheck } from "./browser-bad-check.ts";
import { checkUrls } from "./browser-check-words.ts";
import { loadPlaywright } from "./browser-load.ts";
import { findBrowser } from "./browser-lookup.ts";

const TIMER_MS_MAX = 2_147_483_647;

/** Makes journeys with the Chromium that `environment` leads to. */
export function createBrowserDriver(options: {
  readonly environment: Readonly<Record<string, string>>;
}): BrowserDriver {
  return { visit: async (journey) => await visit(journey, options.environment) };
}

async function visit(
  journey: Journey,
  environment: Readonly<Record<string, string>>,
): Promise<JourneyReport> {
  try {
    checkUrls(journey.check);
    const browser = findBrowser(environment);
    if (browser.kind === "missing") return { kind: "no-browser", reason: browser.reason };
    const playwright = await loadPlaywright(environment["PATH"] ?? "");
    if (playwright.kind === "missing") return { kind: "no-browser", reason: playwright.reason };
    const { chromium } = playwright;
    return await start(journey, { chromium, executable: browser.file, environment });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown reason";
    if (error instanceof BrowserBadCheck) return { kind: "bad-check", reason };
    return { kind: "cut-off", cause: "crashed", reason };
  }
}

async function start(
  journey: Journey,
  browser: {
    readonly chromium: BrowserType;
    readonly executable: string;
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<JourneyReport> {
  // What only a browser needs is read when there is one to be started.
  const { withBrowserSession } = await import("./browser-session.ts");
  const { makeJourney } = await import("./browser-journey.ts");
  const { check, viewport, timeoutMs } = journey;
  const timeout = AbortSignal.timeout(Math.min(timeoutMs, TIMER_MS_MAX));
  const end = await withBrowserSession(
    {
      ...browser,
      viewport,
      allowHosts: check.allowHosts,
      operationTimeoutMs: check.operationTimeoutMs,
      signal: AbortSignal.any([journey.signal, timeout]),
    },
    async (session) => await makeJourney(session, journey),
  );
  switch (end.kind) {
    case "done":
      return end.result;
    case "not-started":
      return { kind: "no-browser", reason: end.reason };
    case "aborted":
      return journey.signal.aborted
        ? { kind: "cut-off", cause: "interrupted", reason: "interrupted" }
        : { kind: "cut-off", cause: "timed-out", reason: `not at its end after ${timeoutMs} ms` };
  }
}
