import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";

export interface BrowserWindow {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** Otherwise where Debian puts its chromium. */
  readonly executable?: string;
}

const CHROMIUM = "/usr/bin/chromium";

export function hasChromium({ executable }: Pick<BrowserWindow, "executable"> = {}): boolean {
  return existsSync(executable ?? CHROMIUM);
}

/** Opens an address in a real browser of its own, which is gone afterwards. */
export async function withBrowser<Result>(
  window: BrowserWindow,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath: window.executable ?? CHROMIUM });
  try {
    const page = await browser.newPage({
      viewport: { width: window.width, height: window.height },
      colorScheme: window.dark ? "dark" : "light",
    });
    return await use(page);
  } finally {
    await browser.close();
  }
}
