import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flattenIgnoreRules } from "../../src/adapters/ignore-rules.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

let repository: TemporaryRepository;
let place: string;
const FOLDERS = ["", "a", "a/b", "w[x]"];

beforeAll(() => {
  repository = temporaryRepository();
  place = mkdtempSync(path.join(tmpdir(), "kazi-rules-"));
  for (const folder of [...FOLDERS, "a/b/c", "a/out"]) {
    mkdirSync(path.join(repository.path, folder), { recursive: true });
    for (const name of ["x.log", "out", "keep", "#x", "!x", "sp "]) {
      if (folder === "a" && name === "out") continue;
      writeFileSync(path.join(repository.path, folder, name), "");
    }
  }
});

afterAll(() => {
  repository.remove();
  rmSync(place, { recursive: true });
});

function flat(folder: string, text: string): string {
  return flattenIgnoreRules([{ folder, text }]).toString("latin1");
}

test.each([
  ["a name", "a", "x.log", "/a/**/x.log\n"],
  ["a folder's name", "a", "out/", "/a/**/out/\n"],
  ["an anchored path", "a", "/out", "/a/out\n"],
  ["a path", "a", "b/out", "/a/b/out\n"],
  ["an exception", "a", "!keep", "!/a/**/keep\n"],
  ["a remark and nothing", "a", "# x\n\n", ""],
  ["what means nothing", "a", "/\n!\n//", ""],
  ["a folder with wildcards", "w[x]", "out", "/w\\[x]/**/out\n"],
  ["Windows' line ends", "a", "out\r\n", "/a/**/out\n"],
  ["the root", "", "out", "out\n"],
])("flattenIgnoreRules() rewrites %s", (_name, folder, text, wanted) => {
  expect(flat(folder, text)).toBe(wanted);
});

test("flattenIgnoreRules() means what git means by the files", () => {
  const part = fc.constantFrom(
    "x.log",
    "out",
    "keep",
    "*",
    "**",
    "*.log",
    "b",
    "c",
    "\\#x",
    "\\!x",
    "sp\\ ",
    "[ok]*",
    "?ut",
  );
  const rule = fc
    .tuple(
      fc.constantFrom("", "", "!", "/", "!/"),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "", "/", " ", "\r"),
    )
    .map(([before, parts, after]) => `${before}${parts.join("/")}${after}`);
  const files = fc.array(
    fc.record({
      folder: fc.constantFrom(...FOLDERS),
      text: fc.array(rule, { maxLength: 4 }).map((rules) => rules.join("\n")),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(files, (given) => {
      const last = new Map(given.map((file) => [file.folder, file]));
      const rules = path.join(place, "rules");
      writeFileSync(rules, flattenIgnoreRules([...last.values()]));
      for (const folder of FOLDERS) {
        const file = path.join(repository.path, folder, ".gitignore");
        rmSync(file, { force: true });
        const text = last.get(folder)?.text;
        if (text !== undefined) writeFileSync(file, text);
      }
      const wanted = repository.git("ls-files", "-o", "-z", "--exclude-per-directory=.gitignore");
      const found = repository.git("ls-files", "-o", "-z", `--exclude-from=${rules}`);
      expect(found.split("\0")).toEqual(wanted.split("\0"));
    }),
    { numRuns: 60 },
  );
});
