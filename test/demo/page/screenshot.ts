import { hasChromium, withBrowser, type BrowserWindow } from "./with-browser.ts";

export interface Screenshot extends BrowserWindow {
  readonly url: string;
  /** Where the PNG is written. */
  readonly file: string;
}

/** Takes a picture of what a person would see first. Answers with what became of it. */
export async function takeScreenshot(request: Screenshot): Promise<string> {
  if (!hasChromium(request)) return "skipped: needs chromium";
  await withBrowser(request, async (page) => {
    await page.goto(request.url);
    await page.screenshot({ path: request.file, animations: "disabled" });
  });
  return `written: ${request.file}`;
}
