import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { BrowserAssertion } from "../model/browser-check.ts";
import type { AssertionReport } from "../ports/browser-driver.ts";
import { readPicture, takePicture } from "./browser-picture.ts";
import { settle } from "./browser-settle.ts";
import type { BrowserVisit } from "./browser-visit.ts";

type OfLooks = Extract<BrowserAssertion, { readonly type: "visual" }>;

/** What became of the comparison of two pictures. */
interface Comparison {
  readonly ok: boolean;
  readonly found: string;
  readonly difference?: Uint8Array;
}

/** It looks as a person has approved; what nobody has approved is never a pass. */
export async function judgeVisual(
  visit: BrowserVisit,
  assertion: OfLooks,
  deadlineMs: number,
): Promise<AssertionReport> {
  const { name, selector, threshold, baseline } = assertion;
  const subject = selector === undefined ? "the window" : `"${selector}"`;
  const wanted = `${subject} to look like ${baseline}, up to ${percent(threshold)} of the pixels`;
  const approved = visit.baselines.get(baseline);
  let newest: { picture: Uint8Array; comparison: Comparison } | undefined;
  const seen = await settle(deadlineMs, async () => {
    const of = selector === undefined ? ({ kind: "window" } as const) : elementOf(selector);
    const picture = await takePicture(visit, of);
    const comparison = comparePictures(picture, visit, assertion);
    newest = { picture, comparison };
    return approved === undefined ? { ...comparison, ok: true } : comparison;
  });
  if (newest === undefined) return { ok: false, wanted, found: `no picture: ${seen.found}` };
  const { picture, comparison } = newest;
  if (comparison.ok) return { ok: true, wanted, found: comparison.found };
  if (visit.isShown) visit.files.push({ name: `${name}.png`, bytes: picture });
  if (visit.isShown && comparison.difference !== undefined) {
    visit.files.push({ name: `${name}-difference.png`, bytes: comparison.difference });
  }
  const undecided = approved === undefined ? ({ undecided: true } as const) : {};
  return { ok: false, wanted, found: comparison.found, ...undecided };
}

function elementOf(selector: string): { readonly kind: "element"; readonly selector: string } {
  return { kind: "element", selector };
}

function comparePictures(
  picture: Uint8Array,
  { baselines, isShown }: BrowserVisit,
  { baseline, threshold }: OfLooks,
): Comparison {
  const approved = baselines.get(baseline);
  if (approved === undefined) {
    const todo = isShown
      ? `a person has to look at the one that is kept here and commit it as ${baseline}`
      : "and none is kept of a journey that types a secret: judge the look in a predicate without secrets";
    return { ok: false, found: `no approved picture${isShown ? ":" : ","} ${todo}` };
  }
  const wanted = readPicture(approved);
  if (typeof wanted === "string") return { ok: false, found: `${baseline}: ${wanted}` };
  const seen = readPicture(picture);
  if (typeof seen === "string") return { ok: false, found: `the picture of the page: ${seen}` };
  const { width, height } = wanted;
  if (seen.width !== width || seen.height !== height) {
    const found = `a picture of ${seen.width}x${seen.height} pixels, the approved one has ${width}x${height}`;
    return { ok: false, found };
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(wanted.data, seen.data, difference.data, width, height);
  const share = count / (width * height);
  const found = `${count} of ${width * height} pixels differ (${percent(share)})`;
  if (share <= threshold) return { ok: true, found };
  return { ok: false, found, difference: PNG.sync.write(difference) };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}
