import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "../../src/adapters/browser-lookup.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "kazi-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function program(name: string, mode = 0o755): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "#!/bin/sh\n");
  await chmod(file, mode);
  return file;
}

describe("findBrowser()", () => {
  test("what a variable names comes first, and is not silently replaced when it is not there", async () => {
    const named = await program("own/browser");
    await program("bin/chromium");
    const PATH = path.join(folder, "bin");
    expect(findBrowser({ KAZI_CHROMIUM: named, PATH })).toEqual({ kind: "found", file: named });
    expect(findBrowser({ CHROME_PATH: named, PATH })).toEqual({ kind: "found", file: named });
    expect(findBrowser({ KAZI_CHROMIUM: `${named}2`, PATH })).toMatchObject({ kind: "missing" });
    expect(findBrowser({ KAZI_CHROMIUM: "bin/chromium", PATH })).toMatchObject({ kind: "missing" });
  });

  test("then Chrome or Chromium on the search path, and never by a relative entry", async () => {
    const chrome = await program("a/google-chrome");
    const chromium = await program("b/chromium");
    const both = ["", ".", path.join(folder, "a"), path.join(folder, "b")].join(path.delimiter);
    expect(findBrowser({ PATH: both })).toEqual({ kind: "found", file: chrome });
    const PATH = path.dirname(chromium);
    expect(findBrowser({ PATH })).toEqual({ kind: "found", file: chromium });
  });

  test("then the newest one that Playwright downloaded", async () => {
    const HOME = folder;
    await program(".cache/ms-playwright/chromium-999/chrome-linux/chrome");
    const newest = await program(".cache/ms-playwright/chromium-1234/chrome-linux64/chrome");
    await program(".cache/ms-playwright/firefox-2000/chrome-linux64/chrome");
    expect(findBrowser({ HOME })).toEqual({ kind: "found", file: newest });
  });

  test("a file that cannot be started is none, and how to get one is said", async () => {
    await program("bin/chromium", 0o644);
    const found = findBrowser({ PATH: path.join(folder, "bin"), HOME: folder });
    expect(found).toEqual({
      kind: "missing",
      reason: expect.stringContaining("install Chromium, or name one in KAZI_CHROMIUM"),
    });
  });
});
