import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPageView } from "./read-page-view.ts";
import { renderPage } from "./render-page.ts";
import { givenSampleWorld, type SampleWorld } from "./sample-world.ts";
import { takeScreenshot } from "./screenshot.ts";
import { servePage, type ServedPage } from "./serve-page.ts";
import { hasChromium, withBrowser } from "./with-browser.ts";

const DESKTOP = { width: 1100, height: 800, dark: false };
const DARK = { width: 1100, height: 800, dark: true };
const PHONE = { width: 360, height: 640, dark: true };
const HOSTILE = [
  "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">",
  "[x](javascript:document.title='taken') ![far](https://example.com/pixel.png)",
  '<p style="position: fixed">fixed</p><style>main { display: none }</style>',
  `</main>${"unbroken".repeat(60)} | broken | table\n|-|`,
].join("\n\n");

let folder: string;
let sample: SampleWorld;
let served: ServedPage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kazi-test-picture-"));
  sample = await givenSampleWorld();
  sample.comment("mallory", HOSTILE);
  sample.check("hostile", { title: HOSTILE, summary: HOSTILE, text: HOSTILE });
  served = await servePage(sample, sample.address);
});

afterAll(async () => {
  await served.close();
  await sample.remove();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Everything that a page complains about, and every address that it asks for. */
function watch(page: Page): { readonly complaints: string[]; readonly requests: string[] } {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  return { complaints, requests };
}

describe.skipIf(!hasChromium())("the page in a browser (skipped: needs chromium)", () => {
  test.each([
    ["in light", DESKTOP],
    ["in dark", DARK],
    ["on a phone", PHONE],
  ])("%s: complains about nothing, asks for nothing else, fits", async (_name, window) => {
    await withBrowser(window, async (page) => {
      const { complaints, requests } = watch(page);
      await page.goto(served.url);
      expect(await page.locator("h1").textContent()).toContain("Totals of the cart are right");
      expect(await page.title()).toContain("Totals of the cart are right");
      expect(await page.locator("main").isVisible()).toBe(true);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(window.width);
      expect([...new Set(requests)].filter((url) => !url.startsWith("data:"))).toEqual([
        served.url,
      ]);
      expect(complaints).toEqual([]);
    });
  });

  test.each([
    ["light", DESKTOP, ["rgb(255, 255, 255)", "rgb(31, 35, 40)"]],
    ["dark", DARK, ["rgb(13, 17, 23)", "rgb(240, 246, 252)"]],
  ])("has the colors that the person prefers: %s", async (_name, window, colors) => {
    await withBrowser(window, async (page) => {
      await page.goto(served.url);
      const script =
        "[getComputedStyle(document.body)].map((it) => [it.backgroundColor, it.color])";
      expect(await page.evaluate(script)).toEqual([colors]);
    });
  });

  test("follows what happens, keeps what is unfolded, says when it is over", async () => {
    const own = await servePage(sample, sample.address);
    try {
      await withBrowser(DESKTOP, async (page) => {
        await page.goto(own.url);
        await page.getByText("Why the last attempt was discarded").click();
        sample.comment("maya", "and now this");
        await page.getByText("and now this").waitFor();
        expect(await page.getByText("It made lint fail").isVisible()).toBe(true);
        await own.close();
        await page.getByText("Ended: this is the last state").waitFor();
        expect(await page.getByText("and now this").isVisible()).toBe(true);
      });
    } finally {
      await own.close();
    }
  });

  test("works as a file, without a server", async () => {
    const view = await readPageView(sample, sample.address);
    if (view === undefined) throw new Error("The sample has no pull request.");
    const file = path.join(folder, "page.html");
    await writeFile(file, renderPage(view, { isLive: false }));
    await withBrowser(DESKTOP, async (page) => {
      const { complaints } = watch(page);
      await page.goto(pathToFileURL(file).href);
      expect(await page.locator("article.check").count()).toBe(view.checks.length);
      expect(complaints).toEqual([]);
    });
  });

  test("takeScreenshot() writes a picture of the wanted size", async () => {
    const file = path.join(folder, "page.png");
    expect(await takeScreenshot({ ...DARK, url: served.url, file })).toBe(`written: ${file}`);
    const bytes = await readFile(file);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([DARK.width, DARK.height]);
  });
});

test("takeScreenshot() says that it needs a browser, where there is none", async () => {
  const executable = path.join(folder, "chromium");
  const request = { ...DARK, executable, url: served.url, file: path.join(folder, "none.png") };
  expect(await takeScreenshot(request)).toBe("skipped: needs chromium");
});
