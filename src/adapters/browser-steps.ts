import type { Page } from "playwright-core";
import type { BrowserStep } from "../model/browser-check.ts";
import type { StepReport } from "../ports/browser-driver.ts";
import { describeTrouble } from "./browser-trouble.ts";

/** Does what a visitor does, each step once the one before went well. */
export async function takeSteps(
  page: Page,
  steps: readonly BrowserStep[],
  timeoutMs: number,
): Promise<readonly StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    const report = await takeStep(page, step, timeoutMs);
    reports.push(report);
    if (!report.ok) break;
  }
  return reports;
}

async function takeStep(page: Page, step: BrowserStep, timeoutMs: number): Promise<StepReport> {
  try {
    await act(page, step, timeoutMs);
    return { ok: true, found: "done" };
  } catch (error) {
    const selector = "selector" in step ? step.selector : undefined;
    return { ok: false, found: await describeTrouble(page, selector, error) };
  }
}

async function act(page: Page, step: BrowserStep, timeout: number): Promise<void> {
  switch (step.action) {
    case "click":
      await page.locator(step.selector).first().click({ timeout });
      return;
    case "fill":
      await page.locator(step.selector).first().fill(step.value, { timeout });
      return;
    case "press":
      if (step.selector === undefined) await page.keyboard.press(step.key);
      else await page.locator(step.selector).first().press(step.key, { timeout });
      return;
    case "wait_for":
      await page.locator(step.selector).first().waitFor({ state: "visible", timeout });
      return;
    case "goto":
      await page.goto(new URL(step.url, page.url()).href, { timeout, waitUntil: "load" });
  }
}
