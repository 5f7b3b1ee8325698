import type { LocatorScreenshotOptions } from "playwright-core";
import { PNG } from "pngjs";
import type { BrowserVisit } from "./browser-visit.ts";
import { within } from "./browser-within.ts";

const PICTURE_MS_MAX = 5000;
/** A page that grows without end must not become a picture that does. */
const FULL_HEIGHT_MAX = 10_000;
const PIXELS_MAX = 40_000_000;

/** A picture of one element, of the window, or of all the page. */
export type PictureOf =
  | { readonly kind: "element"; readonly selector: string }
  | { readonly kind: "window" }
  | { readonly kind: "page" };

/** Takes a picture with the fields of secrets covered; throws where none can be taken. */
export async function takePicture(visit: BrowserVisit, of: PictureOf): Promise<Uint8Array> {
  const { page, hiddenFields } = visit;
  const options = {
    animations: "disabled",
    caret: "hide",
    scale: "css",
    mask: [...hiddenFields],
    timeout: Math.min(PICTURE_MS_MAX, visit.timeoutMs),
  } satisfies LocatorScreenshotOptions;
  if (of.kind === "element") return await page.locator(of.selector).first().screenshot(options);
  const fullPage = of.kind === "page" && (await isShort(visit));
  return await page.screenshot({ ...options, fullPage });
}

/** The browser's word for it, not the page's. */
async function isShort({ context, page }: BrowserVisit): Promise<boolean> {
  const session = await context.newCDPSession(page);
  const metrics = await within(PICTURE_MS_MAX, session.send("Page.getLayoutMetrics"));
  return (metrics?.cssContentSize.height ?? Number.POSITIVE_INFINITY) <= FULL_HEIGHT_MAX;
}

/** The pixels of a PNG, or in words why it has none that can be used. */
export function readPicture(bytes: Uint8Array): PNG | string {
  const picture = Buffer.from(bytes);
  if (picture.length < 24 || picture.toString("latin1", 1, 4) !== "PNG") return "it is not a PNG";
  // Both stand in front of all pixels, so that a small file cannot ask for a lot of memory.
  const pixels = picture.readUInt32BE(16) * picture.readUInt32BE(20);
  if (pixels > PIXELS_MAX) return `it has ${pixels} pixels, expected at most ${PIXELS_MAX}`;
  try {
    return PNG.sync.read(picture);
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : "unknown reason"}`;
  }
}
