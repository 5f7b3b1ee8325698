import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLauncherWords } from "../../src/adapters/process-runner-launcher-words.ts";

function heard(...chunks: readonly string[]) {
  const words = createLauncherWords("the-mark");
  chunks.forEach((it) => words.hear(Buffer.from(it)));
  return words;
}

test.each([
  ["unshare: no\n", "unshare: no"],
  ["mount: /a: (hint) x\nsetpriv: bad \u001B[2J thing\n", "setpriv: bad thing"],
  ["sh: 1: cd: can't cd to /x\n", "sh: 1: cd: can't cd to /x"],
  ["", "its launcher ended without a word"],
  ["the-mark", "its launcher ended without a word"],
])("createLauncherWords(): complaint() of %j", (text, complaint) => {
  const words = heard(text);
  expect(words.hasStarted()).toBe(false);
  expect(words.complaint()).toBe(complaint);
});

test.each([
  ["nothing more", ["the-mark\n"], false],
  ["more in the same piece", ["mount: hint\nthe-mark\nKilled\n"], true],
  ["more later", ["the-mark\n", "Killed\n"], true],
])("createLauncherWords(): hasSpokenSince() with %s", (_name, chunks, expected) => {
  const words = heard(...chunks);
  expect(words.hasStarted()).toBe(true);
  expect(words.hasSpokenSince()).toBe(expected);
});

test("createLauncherWords(): what comes after the mark never undoes the start", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (before, after) => {
      const words = heard(...before, "the-mark\n", ...after, "unshare: failed\n");
      expect(words.hasStarted()).toBe(true);
    }),
  );
});

test("createLauncherWords(): hears a mark after a flood, and in pieces", () => {
  const words = heard("x".repeat(100_000), "the-", "mark", "\n");
  expect(words.hasStarted()).toBe(true);
});
