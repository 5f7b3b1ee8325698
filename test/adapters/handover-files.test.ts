import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createHandover } from "../../src/adapters/handover-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kazi-handover-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("createHandover() reads back what was written, and the newest of it", async () => {
  const handover = createHandover(folder);
  await handover.write("claim", "first");
  await handover.write("claim", "grüße 🎈\n");
  await handover.write("dispatch", "");
  expect(await handover.read("claim", 100)).toBe("grüße 🎈\n");
  expect(await handover.read("dispatch", 100)).toBe("");
  expect(await handover.read("observation", 100)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(["claim.json", "dispatch.json"]);
  expect(statSync(path.join(folder, "claim.json")).mode & 0o777).toBe(0o600);
});

test("createHandover() keeps to the limit to the byte", async () => {
  const handover = createHandover(folder);
  await handover.write("claim", "éé");
  expect(await handover.read("claim", 4)).toBe("éé");
  await expect(handover.read("claim", 3)).rejects.toMatchObject({ code: "handover-invalid" });
});

test.each<[string, (file: string) => void]>([
  ["a link to a file", (file) => symlinkSync("/etc/hostname", file)],
  ["a link to nothing", (file) => symlinkSync("/nonexistent", file)],
  ["a folder", (file) => mkdirSync(file)],
  ["a pipe that nobody writes to", (file) => execFileSync("/usr/bin/mkfifo", [file])],
  ["bytes that are no text", (file) => writeFileSync(file, Buffer.from([0x22, 0xff, 0x22]))],
  ["a huge file without content", (file) => (writeFileSync(file, ""), truncateSync(file, 1e12))],
])("createHandover() refuses to read %s", async (_name, plant) => {
  plant(path.join(folder, "dispatch.json"));
  const read = createHandover(folder).read("dispatch", 1_000);
  await expect(read).rejects.toMatchObject({ code: "handover-invalid" });
});

test("createHandover() replaces a planted link instead of writing through it", async () => {
  const target = path.join(folder, "target");
  writeFileSync(target, "precious");
  symlinkSync(target, path.join(folder, "claim.json"));
  const handover = createHandover(folder);
  await handover.write("claim", "mine");
  expect(readFileSync(target, "utf8")).toBe("precious");
  expect(await handover.read("claim", 100)).toBe("mine");
});

test("createHandover() says what it could not write, and leaves nothing half done", async () => {
  mkdirSync(path.join(folder, "claim.json", "x"), { recursive: true });
  const written = createHandover(folder).write("claim", "mine");
  await expect(written).rejects.toMatchObject({ code: "handover-invalid" });
  expect(readdirSync(folder)).toEqual(["claim.json"]);
  chmodSync(folder, 0o700);
});

test.each<[string, (file: string) => void]>([
  ["changed", (file) => writeFileSync(file, '{"status":"pass"}')],
  ["removed", (file) => rmSync(file)],
])("createHandover() does not take a document of its own back %s", async (_name, spoil) => {
  const handover = createHandover(folder);
  await handover.write("observation", '{"status":"fail"}');
  spoil(path.join(folder, "observation.json"));
  await expect(handover.read("observation", 1_000)).rejects.toMatchObject({
    code: "handover-invalid",
    message: expect.stringContaining("as this process wrote it"),
  });
});

test("createHandover() reads what another process wrote as it is", async () => {
  await createHandover(folder).write("observation", "theirs");
  expect(await createHandover(folder).read("observation", 100)).toBe("theirs");
});
