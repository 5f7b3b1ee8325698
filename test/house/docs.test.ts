import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ALLOWED } from "./allowed.ts";

const ARCHITECTURE = ".github/ARCHITECTURE.md";
const THREATS = ".github/THREAT-MODEL.md";
const DOCS = [
  "README.md",
  "AGENTS.md",
  "goals/README.md",
  ...globSync(".github/**/*.md").toSorted(),
].filter((file) => existsSync(file));

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** What stands between fences is shown, not meant. */
function prose(file: string): string {
  return readFileSync(file, "utf8").replaceAll(/^```[\s\S]*?^```$/gm, "");
}

/** The cells of every table row that has as many as are asked for. */
function rows(file: string, cells: number): readonly (readonly string[])[] {
  return prose(file)
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )
    .filter((row) => row.length === cells && !row.every((cell) => /^-+$/.test(cell)));
}

function targets(file: string): readonly string[] {
  const text = prose(file);
  return [...text.matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ""));
}

test("the house has papers", () => {
  expect(DOCS).toEqual(
    expect.arrayContaining([ARCHITECTURE, THREATS, ".github/CONTRIBUTING.md", "goals/README.md"]),
  );
});

describe.each(DOCS)("%s", (file) => {
  test("links only to what is there", () => {
    const missing = targets(file).filter(
      (target) => !existsSync(path.join(path.dirname(file), target)),
    );
    expect(missing).toEqual([]);
  });

  test("names only files that are there", () => {
    const named = [...prose(file).matchAll(/`((?:src|test|goals|\.github)\/[\w./-]+)`/g)];
    const missing = named.map((match) => match[1] ?? "").filter((it) => !isThereOrAllowed(it));
    expect(missing).toEqual([]);
  });

  test("names only scripts that package.json has", () => {
    const text = readFileSync(file, "utf8");
    const named = [...text.matchAll(/\bnpm run(?:\s+(?:--silent|-s))?\s+([a-z][\w:-]*)/g)];
    const missing = named.map((match) => match[1] ?? "").filter((it) => !(it in scripts));
    expect(missing).toEqual([]);
  });
});

/** A folder that the house has a place for may still be empty. */
function isThereOrAllowed(name: string): boolean {
  return existsSync(name) || Object.values(ALLOWED).flat().includes(name);
}

test("ARCHITECTURE.md has the table of layers that the house keeps to", () => {
  const told = rows(ARCHITECTURE, 3)
    .filter(([folder = ""]) => /^`(?:src\/\w+|app|action)`$/.test(folder))
    .map(([folder = "", , allowed = ""]) => [folder, allowed].map(codeIn));
  const kept = Object.entries(ALLOWED).map(([folder, allowed]) => [[folder], allowed]);
  expect(told.map(sorted)).toEqual(kept.map(sorted));
});

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

function sorted(row: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return row.map((cell) => cell.toSorted());
}

const attacks = rows(THREATS, 3).filter(([, , shown = ""]) => shown !== "Shown by");

test("THREAT-MODEL.md has a table of attacks", () => {
  expect(attacks.length).toBeGreaterThan(20);
});

test.each(attacks)("THREAT-MODEL.md: %s", (_attack, _control, shown) => {
  const proofs = proofsIn(shown);
  expect(proofs.length).toBeGreaterThan(0);
  const missing = proofs.filter(({ name, file }) => !isIn(file, name));
  expect(missing).toEqual([]);
});

interface Proof {
  readonly file: string;
  readonly name: string;
}

/** Each quoted name belongs to the file that is linked before it. */
function proofsIn(cell: string): readonly Proof[] {
  const proofs: Proof[] = [];
  let file = "";
  for (const [, link, name] of cell.matchAll(/\]\(([^()\s]+)\)|"([^"]+)"/g)) {
    if (link !== undefined) file = path.join(path.dirname(THREATS), link);
    if (name !== undefined) proofs.push({ file, name });
  }
  return proofs;
}

function isIn(file: string, name: string): boolean {
  return file.endsWith(".ts") && readFileSync(file, "utf8").includes(`"${name}"`);
}
