import type { ElementHandle, Page } from "playwright-core";
import { z } from "zod";
import type { BrowserAssertion, TextMatch } from "../model/browser-check.ts";
import type { AssertionReport } from "../ports/browser-driver.ts";
import { judgeAccessibility } from "./browser-accessibility.ts";
import { judgeDownload } from "./browser-download.ts";
import { judgeForm } from "./browser-form.ts";
import { type Look, settle } from "./browser-settle.ts";
import type { Noticed } from "./browser-trail.ts";
import type { BrowserVisit } from "./browser-visit.ts";
import { judgeVisual } from "./browser-visual.ts";
import { within } from "./browser-within.ts";

const QUIET_MS_MAX = 3000;
const TEXT_CHARACTERS_MAX = 300;

type OfConsole = Extract<BrowserAssertion, { readonly type: "console_clean" }>;

/** Judges all statements about the page, in order; the console last, because it tells of all of the journey. */
export async function judgeAssertions(
  visit: BrowserVisit,
  assertions: readonly BrowserAssertion[],
): Promise<readonly AssertionReport[]> {
  const reports = new Map<BrowserAssertion, AssertionReport>();
  // They share one time to settle: the page does not get it anew with each of them.
  const deadlineMs = Date.now() + visit.timeoutMs;
  for (const assertion of assertions) {
    if (!isOfConsole(assertion)) reports.set(assertion, await judge(visit, assertion, deadlineMs));
  }
  const aboutConsole = assertions.filter(isOfConsole);
  if (aboutConsole.length > 0) await waitUntilQuiet(visit);
  for (const assertion of aboutConsole) reports.set(assertion, judgeConsole(visit, assertion));
  return assertions.flatMap((assertion) => reports.get(assertion) ?? []);
}

function isOfConsole(assertion: BrowserAssertion): assertion is OfConsole {
  return assertion.type === "console_clean";
}

async function judge(
  visit: BrowserVisit,
  assertion: Exclude<BrowserAssertion, OfConsole>,
  deadlineMs: number,
): Promise<AssertionReport> {
  switch (assertion.type) {
    case "download":
      return await judgeDownload(visit, assertion);
    case "form_validation":
      return await judgeForm(visit, assertion);
    case "a11y":
      return await judgeAccessibility(visit, assertion);
    case "visual":
      return await judgeVisual(visit, assertion, deadlineMs);
    case "visible":
    case "hidden":
    case "text":
    case "url":
    case "attr":
    case "count":
    case "enabled":
    case "field_value": {
      const wanted = wantedOf(assertion);
      return {
        wanted,
        ...(await settle(deadlineMs, async () => await look(visit.page, assertion))),
      };
    }
  }
}

type Plain = Exclude<
  BrowserAssertion,
  { readonly type: "console_clean" | "download" | "form_validation" | "a11y" | "visual" }
>;

function wantedOf(assertion: Plain): string {
  switch (assertion.type) {
    case "visible":
    case "hidden":
      return `"${assertion.selector}" to be ${assertion.type}`;
    case "text":
      return `the text of "${assertion.selector}" to ${matchOf(assertion)}`;
    case "url":
      return `the address to ${matchOf(assertion)}`;
    case "attr":
      return assertion.expected === null
        ? `"${assertion.selector}" to have no attribute ${assertion.name}`
        : `"${assertion.selector}" to have ${assertion.name}="${assertion.expected}"`;
    case "count":
      return `${assertion.expected} elements to match "${assertion.selector}"`;
    case "enabled":
      return `"${assertion.selector}" to be ${assertion.expected ? "enabled" : "disabled"}`;
    case "field_value":
      return `the value of "${assertion.selector}" to be "${assertion.expected}"`;
  }
}

function matchOf({ match, expected }: TextMatch): string {
  return `${match === "exact" ? "be exactly" : "contain"} "${expected}"`;
}

async function look(page: Page, assertion: Plain): Promise<Look> {
  if (assertion.type === "url") return matchText(page.url(), assertion);
  if (assertion.type === "count") {
    const count = await page.locator(assertion.selector).count();
    return { ok: count === assertion.expected, found: `${count}` };
  }
  if (isOfVisibility(assertion)) return await lookWhetherVisible(page, assertion);
  return await lookAtElement(page, assertion);
}

type OfVisibility = Extract<Plain, { readonly type: "visible" | "hidden" }>;

function isOfVisibility(assertion: Plain): assertion is OfVisibility {
  return assertion.type === "visible" || assertion.type === "hidden";
}

async function lookWhetherVisible(page: Page, { type, selector }: OfVisibility): Promise<Look> {
  if (type === "hidden") {
    // One that a visitor sees is enough, whichever it is.
    const count = await page.locator(selector).filter({ visible: true }).count();
    return { ok: count === 0, found: count === 0 ? "hidden" : `${count} visible` };
  }
  const element = await page.$(selector);
  if (element === null) return NO_MATCH;
  const ok = await element.isVisible();
  return { ok, found: ok ? "visible" : "hidden" };
}

const NO_MATCH: Look = { ok: false, found: "no element matches" };

async function lookAtElement(
  page: Page,
  assertion: Exclude<Plain, { readonly type: "url" | "count" | "visible" | "hidden" }>,
): Promise<Look> {
  const element = await page.$(assertion.selector);
  if (element === null) return NO_MATCH;
  switch (assertion.type) {
    case "text":
      return await lookAtText(element, assertion);
    case "attr": {
      const value = await element.getAttribute(assertion.name);
      const found = value === null ? "no such attribute" : quote(value, value.length);
      return { ok: value === assertion.expected, found };
    }
    case "enabled": {
      const isEnabled = await element.isEnabled();
      return { ok: isEnabled === assertion.expected, found: isEnabled ? "enabled" : "disabled" };
    }
    case "field_value": {
      const value = await element.inputValue();
      return { ok: value === assertion.expected, found: quote(value, value.length) };
    }
  }
}

const SeenText = z.object({ ok: z.boolean(), text: z.string(), length: z.int() });

/** Compared in the page: a text without end does not have to come over. */
async function lookAtText(element: ElementHandle, { match, expected }: TextMatch): Promise<Look> {
  const seen: unknown = await element.evaluate(
    (node: { readonly textContent: string | null }, asked) => {
      const text = (node.textContent ?? "").trim();
      const ok = asked.match === "exact" ? text === asked.expected : text.includes(asked.expected);
      return { ok, text: text.slice(0, asked.charactersMax), length: text.length };
    },
    { match, expected, charactersMax: TEXT_CHARACTERS_MAX },
  );
  const { ok, text, length } = SeenText.parse(seen);
  return { ok, found: quote(text, length) };
}

function matchText(text: string, { match, expected }: TextMatch): Look {
  return {
    ok: match === "exact" ? text === expected : text.includes(expected),
    found: quote(text, text.length),
  };
}

function quote(text: string, length: number): string {
  const more = length - TEXT_CHARACTERS_MAX;
  const shown = `"${text.slice(0, TEXT_CHARACTERS_MAX)}"`;
  return more > 0 ? `${shown} and ${more} characters more` : shown;
}

/** What a page asks for as soon as it is loaded belongs to the journey. */
async function waitUntilQuiet({ page }: BrowserVisit): Promise<void> {
  const quiet = page.waitForLoadState("networkidle", { timeout: QUIET_MS_MAX });
  await within(
    QUIET_MS_MAX,
    quiet.catch(() => undefined),
  );
}

function judgeConsole({ trail }: BrowserVisit, { network }: OfConsole): AssertionReport {
  const ofConsole = `${trail.consoleErrors.count} errors on the console`;
  const ofNetwork = `${trail.badResponses.count} answers of 400 or more`;
  const noticed: readonly Noticed[] = network
    ? [trail.consoleErrors, trail.badResponses]
    : [trail.consoleErrors];
  return {
    ok: noticed.every(({ count }) => count === 0),
    wanted: network
      ? "no error on the console, no answer of 400 or more"
      : "no error on the console",
    found: network ? `${ofConsole}, ${ofNetwork}` : ofConsole,
    complaints: noticed.flatMap(({ texts }) => texts.map((message) => ({ message }))),
  };
}
