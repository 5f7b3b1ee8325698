import type { Page } from "playwright-core";
import type { BrowserCheck } from "../model/browser-check.ts";
import type { JourneyReport, OpeningFailure, StepReport } from "../ports/browser-driver.ts";
import { BrowserBadCheck } from "./browser-bad-check.ts";
import type { BrowserTrail } from "./browser-trail.ts";
import type { BrowserTunnel } from "./browser-tunnel.ts";

type NotOpened = Extract<JourneyReport, { readonly kind: "not-opened" }>;

/** How the page was opened: a page is there, for good or bad, or it is not. */
export type Opening = { readonly kind: "opened"; readonly step: StepReport } | NotOpened;

/** Opens the page and waits until all of it is loaded. */
export async function openPage(
  page: Page,
  { url, operationTimeoutMs: timeout }: BrowserCheck,
  trail: BrowserTrail,
  tunnel: BrowserTunnel,
): Promise<Opening> {
  try {
    await page.goto(url, { timeout, waitUntil: "commit" });
  } catch (error) {
    const { hostname } = new URL(trail.failedUrl() ?? url);
    return whyNotOpened(error, { url, host: toHost(hostname), timeoutMs: timeout }, tunnel);
  }
  const status = trail.status();
  const answered = status === undefined ? "answered" : `answered ${status}`;
  try {
    await page.waitForLoadState("load", { timeout });
    return { kind: "opened", step: { ok: true, found: answered } };
  } catch {
    const found = `${answered} and did not finish loading in ${timeout} ms`;
    return { kind: "opened", step: { ok: false, found } };
  }
}

/** An IPv6 address as the tunnel knows it. */
function toHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function whyNotOpened(
  error: unknown,
  {
    url,
    host,
    timeoutMs,
  }: { readonly url: string; readonly host: string; readonly timeoutMs: number },
  { troubles }: BrowserTunnel,
): Opening {
  const { name, message } = error instanceof Error ? error : new Error("unknown reason");
  const code = /net::(ERR_\w+)/.exec(message)?.[1] ?? message;
  if (SERVICE_MISTAKES.has(code)) {
    return { kind: "opened", step: { ok: false, found: `no page was shown (${code})` } };
  }
  if (code === "ERR_UNSAFE_PORT" || message.includes("invalid URL")) {
    throw new BrowserBadCheck(`${url}: no browser opens this address (${code})`);
  }
  if (name === "TimeoutError") {
    return notOpened("timed-out", `${host}: no answer in ${timeoutMs} ms`);
  }
  return (
    byTunnel({ url, host, code }, troubles) ??
    byCertificate(host, code) ??
    notOpened("unreachable", `${host}: the connection failed (${code})`)
  );
}

function byTunnel(
  { url, host, code }: { readonly url: string; readonly host: string; readonly code: string },
  troubles: BrowserTunnel["troubles"],
): Opening | undefined {
  const trouble = troubles.find((it) => it.host === host);
  if (!code.startsWith("ERR_SOCK") || trouble === undefined) return undefined;
  // Nobody wrote the other host into the goal-file: the service leads its visitors there.
  const isElsewhere = host !== toHost(new URL(url).hostname);
  if (isElsewhere && trouble.kind === "refused-address") {
    return {
      kind: "opened",
      step: { ok: false, found: `a redirect that is not followed: ${trouble.reason}` },
    };
  }
  return notOpened(trouble.kind, trouble.reason);
}

function byCertificate(host: string, code: string): NotOpened | undefined {
  if (!code.startsWith("ERR_CERT") && !code.startsWith("ERR_SSL")) return undefined;
  return notOpened("untrusted", `${host}: its TLS certificate is not trusted (${code})`);
}

/** The service answered, and what it answered is no page. */
const SERVICE_MISTAKES: ReadonlySet<string> = new Set([
  "ERR_ABORTED",
  "ERR_TOO_MANY_REDIRECTS",
  "ERR_HTTP_RESPONSE_CODE_FAILURE",
  "ERR_INVALID_REDIRECT",
  "ERR_UNSAFE_REDIRECT",
  "ERR_CONTENT_DECODING_FAILED",
]);

function notOpened(failure: OpeningFailure, reason: string): NotOpened {
  return { kind: "not-opened", failure, reason };
}
