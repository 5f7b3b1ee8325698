import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createEvidenceFiles } from "../../src/adapters/evidence-files-folder.ts";

let parent = "";
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), "kazi-test-"));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function open(name: string) {
  return createEvidenceFiles({ parent, name, shown: "evidence" });
}

test("keeps two files of one name apart, by names that say whose they are", async () => {
  const evidence = open("one");
  const file = { predicate: "page", name: "end.png", bytes: Buffer.from("first") };
  expect(await evidence.keep(file)).toBe("evidence/page-1-end.png");
  const other = await evidence.keep({ ...file, bytes: Buffer.from("second") });
  expect(other).toBe("evidence/page-2-end.png");
  expect(readFileSync(path.join(parent, "one", "page-2-end.png"), "utf8")).toBe("second");
});

test.each(["../../out", "/etc/passwd", "..", "a\0b", ".git", "x".repeat(1_000)])(
  "stays in its folder for a file called %j",
  async (name) => {
    await open("one").keep({ predicate: name, name, bytes: Buffer.from("x") });
    expect(readdirSync(parent)).toEqual(["one"]);
    expect(readdirSync(path.join(parent, "one"))).toHaveLength(1);
  },
);

test("has room for so much and no more", async () => {
  const evidence = open("one");
  const bytes = Buffer.alloc(11_000_000);
  expect(await evidence.keep({ predicate: "page", name: "big.png", bytes })).toBeUndefined();
  expect(readdirSync(parent)).toEqual([]);
});

test("drops the oldest observations", async () => {
  for (let number = 0; number < 25; number += 1) {
    await open(`n${number}`).keep({ predicate: "p", name: "a.png", bytes: Buffer.from("x") });
  }
  expect(readdirSync(parent)).toHaveLength(20);
  expect(readdirSync(parent)).toContain("n24");
});
