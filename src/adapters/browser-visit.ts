import type { BrowserContext, Locator, Page } from "playwright-core";
import type { JourneyFile } from "../ports/browser-driver.ts";
import type { BrowserTrail } from "./browser-trail.ts";

/** A journey under way. */
export interface BrowserVisit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly trail: BrowserTrail;
  /** For each operation on the page. */
  readonly timeoutMs: number;
  readonly baselines: ReadonlyMap<string, Uint8Array>;
  /** Fields that are covered in every picture, so that no secret changes how the page looks. */
  readonly hiddenFields: readonly Locator[];
  /** Whether pictures and a trace may be kept. */
  readonly isShown: boolean;
  /** What is kept of it so far. */
  readonly files: JourneyFile[];
}
