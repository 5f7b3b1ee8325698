import type { BrowserContext, Download, Page } from "playwright-core";

const KEPT_MAX = 50;
const TEXT_CHARACTERS_MAX = 500;

/** What was noticed on the way, from the first request on. */
export interface BrowserTrail {
  /** Errors on the console and uncaught exceptions. */
  readonly consoleErrors: Noticed;
  /** Answers of 400 and more. */
  readonly badResponses: Noticed;
  readonly downloads: readonly Download[];
  /** HTTP status of the newest document of the page itself. */
  status(): number | undefined;
  /** The newest address at which the page itself could not be had, behind all redirects. */
  failedUrl(): string | undefined;
  /** The page or all of the browser broke down, or closed itself, and cannot be asked any more. */
  hasCrashed(): boolean;
}

/** All are counted, the first ones kept. */
export interface Noticed {
  count: number;
  readonly texts: string[];
}

/** Listens before the page is opened, so that nothing is missed. */
export function watchPages(context: BrowserContext, page: Page): BrowserTrail {
  const consoleErrors: Noticed = { count: 0, texts: [] };
  const badResponses: Noticed = { count: 0, texts: [] };
  const downloads: Download[] = [];
  let status: number | undefined;
  let failedUrl: string | undefined;
  let hasCrashed = false;
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url, lineNumber } = message.location();
    note(consoleErrors, `${message.text()}${url === "" ? "" : ` (${url}:${lineNumber + 1})`}`);
  });
  context.on("weberror", (error) => note(consoleErrors, `uncaught ${error.error().message}`));
  context.on("response", (response) => {
    const request = response.request();
    if (response.status() >= 400) note(badResponses, `${response.status()} ${response.url()}`);
    // A request for a document of another page has no frame of this one.
    if (request.isNavigationRequest() && isOf(page, response)) status = response.status();
  });
  context.on("requestfailed", (request) => {
    if (request.isNavigationRequest() && isOf(page, request)) failedUrl = request.url();
  });
  context.on("download", (download) => {
    if (downloads.length < KEPT_MAX) downloads.push(download);
  });
  function crash(): void {
    hasCrashed = true;
  }
  page.on("crash", crash);
  page.on("close", crash);
  context.on("close", crash);
  return {
    consoleErrors,
    badResponses,
    downloads,
    status: () => status,
    failedUrl: () => failedUrl,
    hasCrashed: () => hasCrashed,
  };
}

function note(noticed: Noticed, text: string): void {
  noticed.count += 1;
  if (noticed.texts.length < KEPT_MAX) noticed.texts.push(text.slice(0, TEXT_CHARACTERS_MAX));
}

function isOf(page: Page, asked: { frame(): unknown }): boolean {
  try {
    return asked.frame() === page.mainFrame();
  } catch {
    return false;
  }
}
