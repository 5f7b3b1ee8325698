import type { BrowserCheck, Viewport } from "./browser-check.ts";

/** Path of the approved picture for one size of the window; each of several sizes has its own. */
export function visualBaseline(
  baseline: string,
  viewport: Viewport | undefined,
  { viewports }: Pick<BrowserCheck, "viewports">,
): string {
  if (viewport === undefined || viewports.length < 2) return baseline;
  return baseline.replace(/(?:\.png)?$/, `-${viewport.name}.png`);
}
