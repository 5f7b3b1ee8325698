import { chmodSync, existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchReports } from "../../src/observe/watch-reports.ts";
import { givenContext } from "./given-context.ts";
import { temporaryCheckout, type TemporaryCheckout } from "./temporary-checkout.ts";

let checkout: TemporaryCheckout;
beforeEach(() => {
  checkout = temporaryCheckout({ "old.sarif": "{}", "out/a.xml": "<a/>", "out/b.xml": "<b/>" });
});
afterEach(() => {
  checkout.remove();
});

function at(file: string): string {
  return path.join(checkout.folder, file);
}

test("watchReports(): an old report that was only touched or opened says nothing of this run", async () => {
  const left = await watchReports("out/*.xml", checkout.context);
  chmodSync(at("out/a.xml"), 0o600);
  utimesSync(at("out/b.xml"), 1, 1);
  expect(await left()).toEqual({ fresh: [], stale: ["out/a.xml", "out/b.xml"], isCut: false });
});

test("watchReports(): a report is fresh when it is new or has changed", async () => {
  const left = await watchReports("out/*.xml", checkout.context);
  writeFileSync(at("out/a.xml"), "<A/>");
  writeFileSync(at("out/c.xml"), "<c/>");
  const wanted = { fresh: ["out/a.xml", "out/c.xml"], stale: ["out/b.xml"], isCut: false };
  expect(await left()).toEqual(wanted);
});

test("watchReports(): a named report is taken away first, so that the same bytes count", async () => {
  const again = await watchReports("./old.sarif", checkout.context);
  expect(existsSync(at("old.sarif"))).toBe(false);
  expect(await again()).toEqual({ fresh: [], stale: ["old.sarif"], isCut: false });
  writeFileSync(at("old.sarif"), "{}");
  expect(await again()).toEqual({ fresh: ["old.sarif"], stale: [], isCut: false });
});

test("watchReports(): what a glob matches stays, because it may be no report at all", async () => {
  await watchReports("**/*.xml", checkout.context);
  expect(readFileSync(at("out/a.xml"), "utf8")).toBe("<a/>");
});

test("watchReports(): a search that was cut before the run is cut", async () => {
  const { files } = givenContext({});
  const searches = [true, false];
  const left = await watchReports("*", {
    files: {
      ...files,
      find: async () => await Promise.resolve({ paths: [], isCut: searches.shift() ?? false }),
    },
  });
  expect((await left()).isCut).toBe(true);
});
