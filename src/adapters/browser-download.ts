import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Download } from "playwright-core";
import { RE2JS, RE2JSException } from "re2js";
import type { BrowserAssertion } from "../model/browser-check.ts";
import type { AssertionReport } from "../ports/browser-driver.ts";
import { BrowserBadCheck } from "./browser-bad-check.ts";
import { describeTrouble } from "./browser-trouble.ts";
import type { BrowserVisit } from "./browser-visit.ts";
import { within } from "./browser-within.ts";

const BYTES_MAX = 50 * 1024 * 1024;
const LOOK_INTERVAL_MS = 50;

type OfDownload = Extract<BrowserAssertion, { readonly type: "download" }>;

/** A file came: by one of the steps, or by the click that the assertion names. */
export async function judgeDownload(
  visit: BrowserVisit,
  assertion: OfDownload,
): Promise<AssertionReport> {
  const pattern = compile(assertion.filenamePattern);
  const wanted = `a download whose name matches ${assertion.filenamePattern}`;
  const timeoutMs = assertion.timeoutMs ?? visit.timeoutMs;
  const deadlineMs = Date.now() + timeoutMs;
  const trouble = await pullTrigger(visit, assertion.triggerSelector, timeoutMs);
  if (trouble !== undefined) return { ok: false, wanted, found: trouble };
  const download = await waitFor(visit, pattern, deadlineMs);
  if (download === undefined) return { ok: false, wanted, found: describeOthers(visit) };
  return { wanted, ...(await examine(download, deadlineMs)) };
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) {
      throw new BrowserBadCheck(`filename_pattern: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

async function pullTrigger(
  { page }: BrowserVisit,
  selector: string | undefined,
  timeout: number,
): Promise<string | undefined> {
  if (selector === undefined) return undefined;
  try {
    await page.locator(selector).first().click({ timeout });
    return undefined;
  } catch (error) {
    return `"${selector}" could not be clicked: ${await describeTrouble(page, selector, error)}`;
  }
}

async function waitFor(
  { trail }: BrowserVisit,
  pattern: RE2JS,
  deadlineMs: number,
): Promise<Download | undefined> {
  for (;;) {
    const download = trail.downloads.find((it) => pattern.matcher(it.suggestedFilename()).find());
    if (download !== undefined || Date.now() > deadlineMs) return download;
    await delay(LOOK_INTERVAL_MS);
  }
}

function describeOthers({ trail }: BrowserVisit): string {
  const names = trail.downloads.slice(0, 5).map((it) => it.suggestedFilename().slice(0, 100));
  return names.length === 0 ? "no download" : `only ${names.join(", ")}`;
}

async function examine(
  download: Download,
  deadlineMs: number,
): Promise<Pick<AssertionReport, "ok" | "found">> {
  const name = download.suggestedFilename().slice(0, 200);
  const file = await within(deadlineMs - Date.now(), fileOf(download));
  if (file === undefined) return { ok: false, found: `${name}, which did not come to its end` };
  if ("trouble" in file) return { ok: false, found: `${name}, which failed: ${file.trouble}` };
  const { size } = await stat(file.path);
  if (size > BYTES_MAX) {
    return { ok: false, found: `${name}, ${size} bytes: more than the ${BYTES_MAX} that are read` };
  }
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file.path)) hash.update(bytesOf(chunk));
  return { ok: true, found: `${name}, ${size} bytes, sha256 ${hash.digest("hex")}` };
}

function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new Uint8Array();
}

async function fileOf(
  download: Download,
): Promise<{ readonly path: string } | { readonly trouble: string }> {
  const failure = await download.failure();
  return failure === null ? { path: await download.path() } : { trouble: failure };
}
