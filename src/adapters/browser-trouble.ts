import { stripVTControlCharacters } from "node:util";
import type { Page } from "playwright-core";
import { within } from "./browser-within.ts";

const COUNT_MS_MAX = 1000;
const LINES_MAX = 4;
const LINE_CHARACTERS_MAX = 200;
const MESSAGE_CHARACTERS_MAX = 20_000;

/** What Playwright says of an element that could not be used, in its own words without the noise. */
const TELLING = /resolved to|not visible|not enabled|not stable|not editable|intercepts|outside of/;

/** Says what was there when an operation on an element did not go well. */
export async function describeTrouble(
  page: Page,
  selector: string | undefined,
  error: unknown,
): Promise<string> {
  const message = error instanceof Error ? error.message.slice(0, MESSAGE_CHARACTERS_MAX) : "";
  const matches = selector === undefined ? undefined : await countMatches(page, selector);
  if (matches === 0) return "no element matches";
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .map((line) => line.replace(/^[\s-]*(?:\d+ × )?/, ""));
  const telling = [...new Set(lines.filter((line) => TELLING.test(line)))].slice(-LINES_MAX);
  const words = telling.length > 0 ? telling : [(lines[0] ?? "").replace(/^\w+(?:\.\w+)*: /, "")];
  const found = words.map((line) => line.slice(0, LINE_CHARACTERS_MAX)).join("; ");
  return matches !== undefined && matches > 1 ? `${matches} elements match; ${found}` : found;
}

async function countMatches(page: Page, selector: string): Promise<number | undefined> {
  try {
    return await within(COUNT_MS_MAX, page.locator(selector).count());
  } catch {
    return undefined;
  }
}
