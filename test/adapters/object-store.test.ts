import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findObjectSource, makeObjectStore } from "../../src/adapters/object-store.ts";
import type { ObjectStore } from "../../src/adapters/object-store.ts";
import { temporaryRepository, type TemporaryRepository } from "../fakes/temporary-repository.ts";

const ALTERNATES = "objects/info/alternates";
const OURS = ["config", ALTERNATES];

let repository: TemporaryRepository;
let store: ObjectStore;

beforeAll(() => {
  repository = temporaryRepository({ files: { a: "1" } });
});

beforeEach(async () => {
  const source = await findObjectSource(path.join(repository.path, ".git"));
  store = await makeObjectStore(`${repository.path}.store`, source);
});

afterAll(() => repository.remove());

function marks(): readonly string[] {
  return OURS.map((name) => {
    const { ino, ctimeNs } = lstatSync(path.join(store.path, name), { bigint: true });
    return `${name} ${ino} ${ctimeNs}`;
  });
}

async function headOf(): Promise<string> {
  const args = ["cat-file", "-t", repository.git("rev-parse", "HEAD")];
  return (await store.git(args)).stdout.toString();
}

test("a call writes nothing that another call reads at the same moment", async () => {
  const before = marks();
  const answers = await Promise.all(Array.from({ length: 12 }, headOf));
  expect(new Set(answers)).toEqual(new Set(["commit\n"]));
  expect(marks()).toEqual(before);
});

test.each(OURS)("what a stranger wrote into %s is exchanged as a whole", async (name) => {
  const file = path.join(store.path, name);
  const ours = readFileSync(file, "utf8");
  const kept = `${store.path}.kept`;
  linkSync(file, kept);
  const forged = ours.replace(/.$/s, "#");
  writeFileSync(file, forged);
  expect(await headOf()).toBe("commit\n");
  expect(readFileSync(file, "utf8")).toBe(ours);
  expect(readFileSync(kept, "utf8")).toBe(forged);
  expect(readdirSync(path.dirname(file)).filter((it) => it.startsWith(`${name}.`))).toEqual([]);
  rmSync(kept);
});

test("a link or a folder in the place of the configuration is taken away, not followed", async () => {
  const file = path.join(store.path, "config");
  const ours = readFileSync(file, "utf8");
  const target = `${store.path}.target`;
  writeFileSync(target, ours);
  rmSync(file);
  symlinkSync(target, file);
  expect(await headOf()).toBe("commit\n");
  expect(lstatSync(file).isFile()).toBe(true);
  rmSync(file);
  mkdirSync(path.join(file, "below"), { recursive: true });
  expect(await headOf()).toBe("commit\n");
  expect(readFileSync(file, "utf8")).toBe(ours);
});
