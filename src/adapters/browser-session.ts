import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, BrowserType, Page } from "playwright-core";
import type { Viewport } from "../model/browser-check.ts";
import { killBrowser } from "./browser-leftovers.ts";
import { type BrowserTunnel, openBrowserTunnel } from "./browser-tunnel.ts";
import { within } from "./browser-within.ts";

const LAUNCH_MS_MAX = 60_000;
const CLOSE_MS_MAX = 5000;
const TRAFFIC_BYTES_MAX = 256 * 1024 * 1024;

/** A browser of its own for one journey. */
export interface BrowserSession {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tunnel: BrowserTunnel;
  /** Gone afterwards, with all that stands in it. */
  readonly folder: string;
}

/** What is started, for whom, and until when. */
export interface SessionOptions {
  readonly chromium: BrowserType;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly viewport: Viewport | undefined;
  readonly allowHosts: readonly string[];
  readonly operationTimeoutMs: number;
  /** Kills the browser, whatever it does. */
  readonly signal: AbortSignal;
}

/** What became of it: the work's own answer, no browser, or an end before the work's. */
export type SessionEnd<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "not-started"; readonly reason: string }
  | { readonly kind: "aborted" };

/** Nothing of the browser is left when this resolves: no process, no folder, no port. */
export async function withBrowserSession<Result>(
  options: SessionOptions,
  work: (session: BrowserSession) => Promise<Result>,
): Promise<SessionEnd<Result>> {
  const folder = await mkdtemp(path.join(tmpdir(), "kazi-browser-"));
  const tunnel = await openBrowserTunnel({
    allowHosts: options.allowHosts,
    bytesMax: TRAFFIC_BYTES_MAX,
  });
  const launching = launch(options, folder, tunnel.port);
  try {
    return await untilAborted(options.signal, async () => {
      const launched = await launching;
      if (typeof launched === "string") return { kind: "not-started", reason: launched };
      const page = launched.pages()[0] ?? (await launched.newPage());
      return { kind: "done", result: await work({ context: launched, page, tunnel, folder }) };
    });
  } finally {
    // Nothing of it is needed any more, and a frozen page would keep a polite end waiting.
    await killBrowser(folder);
    await within(CLOSE_MS_MAX, closeQuietly(launching));
    // A start that was under way could still have brought a process up.
    await killBrowser(folder);
    await tunnel.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** Whoever waits for the browser is not kept waiting by it. */
async function untilAborted<Result>(
  signal: AbortSignal,
  work: () => Promise<SessionEnd<Result>>,
): Promise<SessionEnd<Result>> {
  if (signal.aborted) return { kind: "aborted" };
  const aborted = Promise.withResolvers<SessionEnd<Result>>();
  function abort(): void {
    aborted.resolve({ kind: "aborted" });
  }
  signal.addEventListener("abort", abort, { once: true });
  const working = work();
  try {
    return await Promise.race([working, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
    // With the browser killed it ends in an error that says only that.
    working.catch(() => undefined);
  }
}

async function launch(
  options: SessionOptions,
  folder: string,
  port: number,
): Promise<BrowserContext | string> {
  const { viewport, operationTimeoutMs } = options;
  try {
    const context = await options.chromium.launchPersistentContext(path.join(folder, "profile"), {
      executablePath: options.executable,
      artifactsDir: path.join(folder, "artifacts"),
      tracesDir: path.join(folder, "traces"),
      // Chromium refuses its sandbox to root, and only to root.
      chromiumSandbox: process.getuid?.() !== 0,
      // kazi ends the browser itself; Playwright's handlers would end kazi.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: browserEnvironment(options.environment, folder),
      args: ARGUMENTS,
      proxy: { server: `socks5://127.0.0.1:${port}` },
      timeout: LAUNCH_MS_MAX,
      acceptDownloads: true,
      serviceWorkers: "block",
      locale: "en-US",
      timezoneId: "UTC",
      ...(viewport === undefined
        ? {}
        : { viewport: { width: viewport.width, height: viewport.height } }),
    });
    context.setDefaultTimeout(operationTimeoutMs);
    return context;
  } catch (error) {
    return `${options.executable} does not start: ${launchProblem(error)}`;
  }
}

/** Names are resolved in the tunnel, and nothing goes past it. */
const ARGUMENTS = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/** What the page's browser may see of this machine's environment: nothing that is a secret. */
function browserEnvironment(
  environment: Readonly<Record<string, string>>,
  folder: string,
): Record<string, string> {
  const own = { HOME: folder, TMPDIR: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
  const passed = ["PATH", "LANG", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"];
  const given = passed.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...own };
}

const LAUNCH_LINE_CHARACTERS_MAX = 300;

function launchProblem(error: unknown): string {
  const text = error instanceof Error ? error.message : "unknown reason";
  if (/no usable sandbox/i.test(text)) {
    return "it finds no sandbox that it may use; install the system's own Chromium or Chrome, which brings one";
  }
  const lines = text.split("\n").map((line) => line.trim());
  const telling = lines.find((line) => /error|not found|cannot|failed to/i.test(line)) ?? lines[0];
  return (telling ?? "").slice(0, LAUNCH_LINE_CHARACTERS_MAX);
}

async function closeQuietly(launching: Promise<BrowserContext | string>): Promise<void> {
  try {
    const launched = await launching;
    if (typeof launched !== "string") await launched.close();
  } catch {
    // It is gone already.
  }
}
