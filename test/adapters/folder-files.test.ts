import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFiles } from "../../src/adapters/find-files.ts";
import { createFolderFiles } from "../../src/adapters/folder-files.ts";
import type { FolderFiles } from "../../src/ports/folder-files.ts";

let place = "";
let files: FolderFiles;

beforeAll(() => {
  place = realpathSync(mkdtempSync(path.join(tmpdir(), "kazi-test-")));
  const root = path.join(place, "checkout");
  for (const folder of ["app/reports/deep", "app/.git", "app/node_modules/x", "app/shut"]) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  const app = path.join(root, "app");
  for (const file of [
    "a.xml",
    "reports/b.xml",
    "reports/deep/c.xml",
    ".git/d.xml",
    "node_modules/x/e.xml",
  ]) {
    writeFileSync(path.join(app, file), `<${file}>`);
  }
  writeFileSync(path.join(place, "secret.xml"), "secret");
  writeFileSync(path.join(app, "bytes.bin"), Uint8Array.of(0xff, 0x41, 0xf0, 0x9f, 0x8e, 0x89));
  writeFileSync(path.join(app, "empty.txt"), "");
  symlinkSync(path.join(place, "secret.xml"), path.join(app, "link.xml"));
  symlinkSync(place, path.join(app, "linked"));
  makePipe(path.join(app, "pipe.xml"));
  writeFileSync(path.join(app, "huge.xml"), "");
  truncateSync(path.join(app, "huge.xml"), 1024 ** 4);
  files = createFolderFiles({ root, below: "app" });
});

function makePipe(file: string): void {
  const program = "mkfifo";
  expect(spawnSync(program, [file]).status).toBe(0);
}

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

test("finds regular files by a glob, and nothing behind a link", async () => {
  const all = ["a.xml", "huge.xml", "reports/b.xml", "reports/deep/c.xml"];
  expect(await files.find("**/*.xml", 10)).toEqual({ paths: all, isCut: false });
  expect(await files.find("node_modules/**/*.xml", 9)).toEqual({
    paths: ["node_modules/x/e.xml"],
    isCut: false,
  });
  expect(await files.find("./reports/b.xml", 9)).toEqual({
    paths: ["reports/b.xml"],
    isCut: false,
  });
});

test("a search that leaves something out says so", async () => {
  expect(await files.find("**/*.xml", 2)).toEqual({ paths: ["a.xml", "huge.xml"], isCut: true });
  expect((await files.find("**/*.xml", 4)).isCut).toBe(false);
  const folder = path.join(place, "checkout/app");
  expect(findFiles({ folder, glob: "**/*.xml", entriesMax: 3 }).isCut).toBe(true);
});

test("a folder too deep to be searched is no end of the search", async () => {
  const deep = path.join(place, "checkout/app", ...Array<string>(42).fill("d"));
  mkdirSync(deep, { recursive: true });
  writeFileSync(path.join(deep, "deep.json"), "{}");
  expect(await files.find("**/*.json", 9)).toEqual({ paths: [], isCut: true });
  rmSync(path.join(place, "checkout/app/d"), { recursive: true });
});

test.each(["linked/*.xml", "../*.xml", "/etc/*", "linked/secret.xml", "../secret.xml", "none/*"])(
  "finds nothing by %s",
  async (glob) => {
    expect(await files.find(glob, 10)).toEqual({ paths: [], isCut: false });
  },
);

test.each([
  ["../secret.xml", "expected a path inside the checkout"],
  ["reports/../../../secret.xml", "expected a path inside the checkout"],
  ["/etc/passwd", "expected a path inside the checkout"],
  ["", "expected a regular file, found another kind"],
  ["link.xml", "expected a regular file, found a symbolic link"],
  ["linked/secret.xml", "expected real folders on its way, found a symbolic link"],
  ["reports", "expected a regular file, found another kind"],
  ["pipe.xml", "expected a regular file, found another kind"],
  ["huge.xml", "expected at most 100 bytes, found 1099511627776"],
])("does not read %s", async (file, words) => {
  const wanted = { kind: "refused", reason: `${file}: ${words}` };
  expect(await files.text(file, 100)).toEqual(wanted);
  expect(await files.bytes(file, 100)).toEqual(wanted);
  expect(await files.stream(file, 100, () => undefined)).toEqual(wanted);
});

test("tells what is not there", async () => {
  expect(await files.text("none.xml", 100)).toEqual({ kind: "absent" });
  expect(await files.stream("a.xml/b", 100, () => undefined)).toEqual({ kind: "absent" });
  expect(await files.stamp("none.xml")).toBeUndefined();
  expect(await files.stamp("link.xml")).toBeUndefined();
});

test("reads text, bytes and pieces of a file of any bytes", async () => {
  expect(await files.text("bytes.bin", 6)).toEqual({ kind: "read", text: "\uFFFDA🎉" });
  expect(await files.bytes("bytes.bin", 6)).toMatchObject({ bytes: { length: 6 } });
  const pieces: string[] = [];
  expect(await files.stream("bytes.bin", 6, (text) => pieces.push(text))).toEqual({
    kind: "streamed",
  });
  expect(pieces.join("")).toBe("\uFFFDA🎉");
  expect(await files.text("empty.txt", 0)).toEqual({ kind: "read", text: "" });
  expect(await files.stream("empty.txt", 0, (text) => pieces.push(text))).toEqual({
    kind: "streamed",
  });
});

test("a file that was only touched, closed or moved here keeps its stamp", async () => {
  const file = path.join(place, "checkout/app/stamped.txt");
  writeFileSync(file, "one");
  const before = await files.stamp("stamped.txt");
  utimesSync(file, 1, 1);
  chmodSync(file, 0o600);
  expect(await files.stamp("stamped.txt")).toBe(before);
  writeFileSync(`${file}.new`, "one");
  renameSync(`${file}.new`, file);
  expect(await files.stamp("stamped.txt")).toBe(before);
  writeFileSync(file, "two");
  expect(await files.stamp("stamped.txt")).not.toBe(before);
});

test("takes a file away, and nothing behind a link", async () => {
  const file = path.join(place, "checkout/app/old.sarif");
  writeFileSync(file, "{}");
  for (const name of ["./old.sarif", "none.sarif", "../secret.xml", "linked/secret.xml"]) {
    await files.remove(name);
  }
  await files.remove("link.xml");
  await files.remove("reports");
  expect(existsSync(file)).toBe(false);
  expect(existsSync(path.join(place, "secret.xml"))).toBe(true);
  expect(lstatSync(path.join(place, "checkout/app/link.xml")).isSymbolicLink()).toBe(true);
  expect(existsSync(path.join(place, "checkout/app/reports/b.xml"))).toBe(true);
});

test("a file that its writer closed is still read", async () => {
  const shut = path.join(place, "checkout/app/shut/f.xml");
  writeFileSync(shut, "x");
  chmodSync(shut, 0o000);
  expect(await files.text("shut/f.xml", 10)).toEqual({ kind: "read", text: "x" });
});
