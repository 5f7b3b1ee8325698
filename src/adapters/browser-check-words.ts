import type { Page } from "playwright-core";
import type { BrowserAssertion, BrowserCheck } from "../model/browser-check.ts";
import { BrowserBadCheck } from "./browser-bad-check.ts";
import { within } from "./browser-within.ts";

const PARSE_MS_MAX = 2000;
/** What engines of selectors say of one that they cannot read. */
const UNREADABLE = /selector|xpath|engine|parsing|unexpected (?:token|end|string)|expression/i;

/** A browser opens files of this machine as gladly as pages; a goal-file may ask for pages only. */
export function checkUrls({ url, steps }: BrowserCheck): void {
  const urls = [url, ...steps.flatMap((step) => (step.action === "goto" ? [step.url] : []))];
  for (const it of urls) {
    const parsed = URL.parse(it, url);
    if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
      throw new BrowserBadCheck(`${it}: expected an address with http:// or https://`);
    }
  }
}

/** A selector that nothing can match is found before it looks like a broken page. */
export async function checkSelectors(page: Page, check: BrowserCheck): Promise<void> {
  const selectors = new Set([
    ...check.steps.flatMap((step) => ("selector" in step ? [step.selector ?? ""] : [])),
    ...check.assertions.flatMap(selectorsOf),
  ]);
  selectors.delete("");
  for (const selector of selectors) {
    try {
      await within(PARSE_MS_MAX, page.locator(selector).count());
    } catch (error) {
      const line = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
      if (UNREADABLE.test(line))
        throw new BrowserBadCheck(`"${selector}": ${line}`, { cause: error });
    }
  }
}

function selectorsOf(assertion: BrowserAssertion): readonly string[] {
  if (assertion.type === "download") return [assertion.triggerSelector ?? ""];
  if (assertion.type === "form_validation") {
    const { errorSelector, submitSelector, successSelector, invalid, valid } = assertion;
    const fields = [...invalid, ...valid].map(({ selector }) => selector);
    return [errorSelector ?? "", submitSelector ?? "", successSelector ?? "", ...fields];
  }
  return "selector" in assertion ? [assertion.selector ?? ""] : [];
}
