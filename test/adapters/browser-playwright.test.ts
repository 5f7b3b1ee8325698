import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:https";
import os from "node:os";
import path from "node:path";
import nock from "nock";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findBrowser } from "../../src/adapters/browser-lookup.ts";
import { createBrowserDriver } from "../../src/adapters/browser-playwright.ts";
import type { BrowserAssertion, BrowserCheck } from "../../src/model/browser-check.ts";
import type { Journey, JourneyReport, MadeJourney } from "../../src/ports/browser-driver.ts";
import { type PageServer, servePages } from "../fixtures/pages/serve-pages.ts";
import { makeCertificates } from "../fixtures/tls/make-certificates.ts";

// It would pretend that every connection is there, and some of this is about those that are not.
nock.restore();

const environment = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  ),
);
const isMissing = findBrowser(environment).kind === "missing";
const driver = createBrowserDriver({ environment });

let pages: PageServer;
let temporary: string;
beforeAll(async () => {
  // Whatever is left behind, by whichever part of it, is found in here.
  temporary = await mkdtemp(path.join(os.tmpdir(), "kazi-test-"));
  vi.stubEnv("TMPDIR", temporary);
  pages = await servePages();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await pages.close();
  await rm(temporary, { recursive: true, force: true });
});

interface Given extends Partial<BrowserCheck> {
  /** Below the origin of the pages. */
  readonly address?: string;
  readonly journey?: Partial<Journey>;
}

async function visit({ address = "/good.html", journey, ...check }: Given): Promise<JourneyReport> {
  return await driver.visit({
    check: {
      provider: "browser",
      url: `${pages.origin}${address}`,
      steps: [],
      assertions: [],
      viewports: [],
      samples: 1,
      intervalMs: 0,
      operationTimeoutMs: 10_000,
      screenshot: false,
      allowHosts: ["localhost"],
      ...check,
    },
    viewport: undefined,
    baselines: new Map(),
    secrets: [],
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    ...journey,
  });
}

async function make(given: Given): Promise<MadeJourney> {
  const report = await visit(given);
  if (report.kind !== "made") throw new Error(`${report.kind}: ${JSON.stringify(report)}`);
  return report;
}

function page(html: string): string {
  return `/page?html=${encodeURIComponent(`<link rel=icon href="data:,">${html}`)}`;
}

/** Processes and folders of the browsers that were started here. */
function leftovers(): readonly string[] {
  const running = readdirSync("/proc").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(temporary);
    } catch {
      return false;
    }
  });
  return [...running, ...readdirSync(temporary)];
}

function paint(side: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const picture = new PNG({ width: side, height: side });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([red, green, blue, 255], at);
  return PNG.sync.write(picture);
}

const WORDS = isMissing ? " (skipped: needs chromium)" : "";

describe.skipIf(isMissing)(`browser assertions${WORDS}`, () => {
  const table: readonly (readonly [string, BrowserAssertion, string])[] = [
    ["visible", { type: "visible", selector: "h2, #go" }, "no element matches"],
    ["hidden", { type: "hidden", selector: "#gone" }, "1 visible"],
    ["text exactly", { type: "text", selector: "h1", match: "exact", expected: "Done" }, '"Oops"'],
    ["text", { type: "text", selector: "h1", match: "contains", expected: "Do" }, '"Oops"'],
    ["url", { type: "url", match: "contains", expected: "/good.html?next" }, "/bad.html"],
    [
      "attr",
      { type: "attr", selector: "#link", name: "href", expected: "/good.html?next" },
      '"/elsewhere"',
    ],
    ["attr that is absent", { type: "attr", selector: "#box", name: "title", expected: null }, ""],
    ["count", { type: "count", selector: "li", expected: 2 }, "0"],
    ["enabled", { type: "enabled", selector: "#go, #off", expected: true }, "disabled"],
    ["field_value", { type: "field_value", selector: "#name", expected: "me" }, '"somebody else"'],
    ["a11y", { type: "a11y", severity: "serious", violationsMax: 0 }, "image-alt"],
    ["console_clean", { type: "console_clean", network: false }, "errors on the console"],
    ["network", { type: "console_clean", network: true }, "1 answers of 400 or more"],
    [
      "download",
      { type: "download", filenamePattern: "csv$", triggerSelector: "#report" },
      '"#report" could not be clicked: no element matches',
    ],
    [
      "download by what lies under something",
      { type: "download", filenamePattern: "csv$", triggerSelector: "#report, #covered" },
      "intercepts pointer events",
    ],
  ];
  const assertions = table.map(([, assertion]) => assertion);
  let good: MadeJourney;
  let bad: MadeJourney;

  beforeAll(async () => {
    if (isMissing) return;
    good = await make({
      address: "/good.html?next",
      steps: [
        { action: "click", selector: "#go" },
        { action: "fill", selector: "#name", value: "me" },
        { action: "press", selector: "#name", key: "Enter" },
        { action: "press", key: "Tab" },
        { action: "wait_for", selector: "[data-sent=yes]" },
      ],
      assertions,
      screenshot: true,
      journey: { viewport: { name: "mobile", width: 390, height: 844 } },
    });
    bad = await make({ address: "/bad.html", assertions, operationTimeoutMs: 1500 });
  });

  test.each(table.map(([name], index) => [name, index] as const))(
    "%s holds on a page that is in order",
    (_name, index) => {
      expect(good.steps.every(({ ok }) => ok)).toBe(true);
      expect(good.assertions[index]).toMatchObject({ ok: true });
    },
  );

  test.each(
    table.flatMap(([name, , found], index) =>
      found === "" ? [] : [[name, index, found] as const],
    ),
  )("%s does not hold on a page that is not, and says what is there", (_name, index, found) => {
    expect(bad.assertions[index]).toMatchObject({ ok: false });
    expect(bad.assertions[index]?.found).toContain(found);
  });

  test("a page has the size of the viewport, and so has its picture", () => {
    expect(good.outline).toBeUndefined();
    const picture = good.files.find(({ name }) => name === "end.png");
    const { width } = PNG.sync.read(Buffer.from(picture?.bytes ?? []));
    expect(width).toBe(390);
  });

  test("a failure keeps a picture, a trace and an outline of what was there", () => {
    expect(bad.files.map(({ name }) => name)).toEqual(["failure.png", "trace.zip"]);
    expect(bad.outline).toContain('heading "Oops"');
  });

  test("a second element that is visible is not hidden", async () => {
    const { assertions: seen } = await make({
      address: page("<p class=err hidden>One</p><p class=err>Two</p>"),
      assertions: [{ type: "hidden", selector: ".err" }],
      operationTimeoutMs: 500,
    });
    expect(seen).toMatchObject([{ ok: false, found: "1 visible" }]);
  });

  test("an audit names each rule and where it is broken", () => {
    const audit = bad.assertions[assertions.findIndex(({ type }) => type === "a11y")];
    const complaint = audit?.complaints?.find(({ rule }) => rule === "image-alt");
    expect(complaint?.message).toMatch(/alternative text.*critical.*: img/);
  });

  test("an uncaught exception is an error on the console", () => {
    const ofConsole = bad.assertions[assertions.findIndex(({ type }) => type === "console_clean")];
    const texts = (ofConsole?.complaints ?? []).map(({ message }) => message).join("\n");
    expect(texts).toContain("it went wrong");
    expect(texts).toContain("nobody caught this");
  });

  test("a download is told by its hash", () => {
    expect(good.assertions[13]?.found).toContain(
      "report.csv, 4 bytes, sha256 5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313",
    );
  });
});

describe.skipIf(isMissing)(`browser forms${WORDS}`, () => {
  const form: BrowserAssertion = {
    type: "form_validation",
    invalid: [{ selector: "#email", value: "nobody" }],
    valid: [{ selector: "#email", value: "me@example.test" }],
    errorSelector: "#error",
    errorText: "valid email",
    submitSelector: "button",
    successSelector: "#done",
  };

  test("one that refuses what is wrong and takes what is right holds", async () => {
    const { assertions } = await make({ address: "/form-good.html", assertions: [form] });
    expect(assertions[0]).toMatchObject({
      ok: true,
      found: "error_shown=true; submit_disabled_until_valid=true; submission_persisted=true",
    });
  });

  test("one that takes everything fails, and each of the three says how", async () => {
    const { assertions } = await make({
      address: "/form-bad.html",
      assertions: [form],
      operationTimeoutMs: 1500,
    });
    expect(assertions[0]?.ok).toBe(false);
    expect(assertions[0]?.complaints?.map(({ message }) => message)).toEqual([
      'error_shown: "#error" is hidden with "Enter a valid email"',
      'submit_disabled_until_valid: "button" is enabled with invalid input',
      'submission_persisted: "#done" is not visible',
    ]);
  });
});

describe.skipIf(isMissing)(`browser pictures${WORDS}`, () => {
  test("a page is held to the picture that a person approved, and to no other", async () => {
    const names = ["same", "other", "larger", "torn", "absent"];
    const baselines = new Map([
      ["same.png", paint(100, [0, 51, 102])],
      ["other.png", paint(100, [255, 0, 0])],
      ["larger.png", paint(101, [0, 51, 102])],
      ["torn.png", paint(100, [0, 51, 102]).subarray(0, 60)],
    ]);
    const { assertions, files } = await make({
      assertions: names.map((name) => ({
        type: "visual",
        name,
        selector: "#box",
        threshold: 0.01,
        baseline: `${name}.png`,
      })),
      journey: { baselines },
      operationTimeoutMs: 1500,
    });
    expect(assertions.map(({ ok }) => ok)).toEqual([true, false, false, false, false]);
    expect(assertions.map(({ undecided }) => undecided === true)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(assertions.map(({ found }) => found)).toEqual([
      "0 of 10000 pixels differ (0%)",
      "10000 of 10000 pixels differ (100%)",
      "a picture of 100x100 pixels, the approved one has 101x101",
      expect.stringContaining("torn.png: it cannot be read"),
      expect.stringContaining("no approved picture: a person has to look"),
    ]);
    expect(files.map(({ name }) => name)).toEqual([
      "other.png",
      "other-difference.png",
      "larger.png",
      "torn.png",
      "absent.png",
      "failure.png",
      "trace.zip",
    ]);
  });

  test("what is secret is in no picture and no trace", async () => {
    const { assertions, files } = await make({
      address: page("<input id=a oninput='p.textContent=value'><p id=p>"),
      steps: [{ action: "fill", selector: "#a", value: "hunter-two" }],
      assertions: [
        { type: "text", selector: "#p", match: "exact", expected: "hunter-two" },
        { type: "visual", name: "p", selector: "#p", threshold: 0, baseline: "p.png" },
        { type: "visible", selector: "#none" },
      ],
      screenshot: true,
      operationTimeoutMs: 1500,
      journey: { secrets: ["hunter-two"] },
    });
    expect(assertions.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(assertions[1]?.found).toContain("none is kept of a journey that types a secret");
    expect(files).toEqual([]);
  });
});

describe.skipIf(isMissing)(`browser journeys${WORDS}`, () => {
  test("a broken button fails its step, with what was there, and ends the journey", async () => {
    const { steps, assertions, outline } = await make({
      address: "/bad.html",
      steps: [
        { action: "click", selector: "#off" },
        { action: "click", selector: "#link" },
      ],
      assertions: [{ type: "visible", selector: "h1" }],
      operationTimeoutMs: 1500,
    });
    expect(steps).toHaveLength(2);
    expect(steps[1]).toMatchObject({ ok: false });
    expect(steps[1]?.found).toMatch(/<button id="off" disabled.*not enabled/);
    expect(assertions).toEqual([]);
    expect(outline).toContain('button "Off" [disabled]');
  });

  test("an error page is judged like any page, with its status", async () => {
    const report = await make({
      address: "/unavailable.html",
      steps: [{ action: "goto", url: "/unavailable.html?again" }],
      assertions: [{ type: "visible", selector: "h1" }],
    });
    expect(report).toMatchObject({ status: 503, assertions: [{ ok: true }] });
    expect(report.url).toContain("?again");
  });

  test("a service that is not there is unreachable", async () => {
    const gone = await servePages();
    await gone.close();
    expect(await visit({ url: gone.origin })).toMatchObject({
      kind: "not-opened",
      failure: "unreachable",
      reason: expect.stringContaining("nothing listens there"),
    });
  });

  test("a certificate that nobody vouches for is said to be that", async () => {
    const server = createServer(makeCertificates().selfSigned, (_request, response) =>
      response.end("hello"),
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    try {
      const report = await visit({ url: `https://localhost:${port}/` });
      expect(report).toMatchObject({ kind: "not-opened", failure: "untrusted" });
    } finally {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    }
  });

  test.each([
    ["a file of this machine", { url: "file:///etc/passwd" }],
    ["a file, in a step", { steps: [{ action: "goto", url: "file:///etc/passwd" }] as const }],
    ["a selector that is none", { steps: [{ action: "click", selector: "div[" }] as const }],
  ])("%s is a mistake of the goal-file", async (_case, check) => {
    expect(await visit(check)).toMatchObject({ kind: "bad-check" });
  });
});

describe.skipIf(isMissing)(`browser walls${WORDS}`, () => {
  test("a private address that nobody named is not asked", async () => {
    const before = pages.asked.length;
    const report = await visit({ allowHosts: [] });
    expect(report).toMatchObject({ kind: "not-opened", failure: "refused-address" });
    expect(pages.asked).toHaveLength(before);
  });

  test("neither a redirect nor anything on the page reaches an address that is refused", async () => {
    const inner = await servePages();
    try {
      const secret = `http://127.0.0.1:${inner.port}/secret`;
      const report = await make({
        address: page(`<img src="${secret}"><iframe src="/to?url=${secret}"></iframe>
          <script>
            fetch("${secret}").catch(() => {});
            new WebSocket("${secret.replace("http", "ws")}");
            navigator.sendBeacon("${secret}", "x");
          </script><h1>Hello</h1>`),
        assertions: [
          { type: "visible", selector: "h1" },
          { type: "console_clean", network: false },
        ],
      });
      expect(inner.asked).toEqual([]);
      expect(report.refused).toEqual([expect.stringContaining("127.0.0.1")]);
      const redirected = await visit({ address: `/to?url=${encodeURIComponent(secret)}` });
      const found = "a redirect that is not followed: 127.0.0.1 is this machine itself";
      const step = { ok: false, found: expect.stringContaining(found) };
      expect(redirected).toMatchObject({ kind: "made", steps: [step] });
      expect(inner.asked).toEqual([]);
    } finally {
      await inner.close();
    }
  });
});

describe.skipIf(isMissing)(`browser ends${WORDS}`, () => {
  test("a page that freezes fails its step and leaves nothing behind", async () => {
    const { steps } = await make({
      address: "/busy.html",
      steps: [
        { action: "click", selector: "button" },
        { action: "wait_for", selector: "#never" },
      ],
      operationTimeoutMs: 1500,
    });
    expect(steps.at(-1)?.ok).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  test("an interrupted journey ends at once and leaves nothing behind", async () => {
    const controller = new AbortController();
    const asked = pages.asked.length;
    const visiting = visit({ address: "/never", journey: { signal: controller.signal } });
    await expect.poll(() => pages.asked.length, { timeout: 60_000 }).toBeGreaterThan(asked);
    controller.abort();
    expect(await visiting).toMatchObject({ kind: "cut-off", cause: "interrupted" });
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ["in the middle of the start", 50],
    ["before a page is there", 1500],
  ])("a journey whose time is over %s leaves nothing behind", async (_case, timeoutMs) => {
    const report = await visit({ address: "/never", journey: { timeoutMs } });
    expect(report).toMatchObject({ kind: "cut-off", cause: "timed-out" });
    expect(leftovers()).toEqual([]);
  });

  test("no answer in the time of an operation is not a page", async () => {
    const report = await visit({ address: "/never", operationTimeoutMs: 300 });
    expect(report).toMatchObject({ kind: "not-opened", failure: "timed-out" });
  });
});

describe("browser that is not there", () => {
  test.each([
    ["missing", "/nowhere/chromium", "KAZI_CHROMIUM names /nowhere/chromium"],
    ["no browser at all", "/bin/false", "/bin/false does not start"],
  ])("%s", async (_case, file, reason) => {
    const lame = createBrowserDriver({ environment: { ...environment, KAZI_CHROMIUM: file } });
    const report = await lame.visit({
      check: {
        provider: "browser",
        url: "http://localhost/",
        steps: [],
        assertions: [],
        viewports: [],
        samples: 1,
        intervalMs: 0,
        operationTimeoutMs: 1000,
        screenshot: false,
        allowHosts: [],
      },
      viewport: undefined,
      baselines: new Map(),
      secrets: [],
      timeoutMs: 20_000,
      signal: new AbortController().signal,
    });
    expect(report).toMatchObject({ kind: "no-browser", reason: expect.stringContaining(reason) });
  });
});
