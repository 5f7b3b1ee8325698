import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerSlug, liveRef } from "../../src/record/ledger-ref.ts";

const LOCAL = { namespace: "refs/kazi/local/" } as const;

test.each([
  ["fix-the-tests", "fix-the-tests"],
  ["Fix: the  Tests!", "fix-the-tests"],
  ["--x--", "x"],
  ["", "goal"],
  ["目標", "goal"],
  ["..", "goal"],
  ["a.lock", "a-lock"],
  ["a".repeat(60), "a".repeat(40)],
  [`${"a".repeat(39)} b`, "a".repeat(39)],
])("ledgerSlug() of %j is %s", (id, slug) => expect(ledgerSlug(id)).toBe(slug));

test("liveRef(LOCAL, ) tells ids apart that share a slug", () => {
  expect(liveRef(LOCAL, "a b")).toMatch(/^refs\/kazi\/local\/live\/a-b-[0-9a-f]{8}$/);
  expect(liveRef(LOCAL, "a b")).not.toBe(liveRef(LOCAL, "a-b"));
});

test("liveRef(LOCAL, ) never changes: it is where the records of users stand", () => {
  expect(liveRef(LOCAL, "fix-the-tests")).toBe(`refs/kazi/local/live/fix-the-tests-287076a9`);
});

test("liveRef(LOCAL, ) is one legal segment for any id", () => {
  const ids = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(ids, (id) => {
      expect(liveRef(LOCAL, id).slice("refs/kazi/local/live/".length)).toMatch(
        /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?-[0-9a-f]{8}$/,
      );
    }),
  );
});

test.each(["..lock", "@{", "a\u0000b", "\ud800", "-", "x~^:?*[\\"])(
  "liveRef(LOCAL, ) of %j is a name that git takes",
  (id) => {
    expect(() => execFileSync("git", ["check-ref-format", liveRef(LOCAL, id)])).not.toThrow();
  },
);
