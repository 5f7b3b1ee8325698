import { crc32, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { zip } from "./zip.ts";

const LOCAL_HEADER_LENGTH = 30;

test("zip() writes what others can read: names, sums and contents, and an end that counts them", () => {
  const content = Buffer.from("hello ".repeat(100));
  const archive = zip(
    new Map([
      ["a/ü.txt", content],
      ["empty", Buffer.alloc(0)],
    ]),
  );
  const nameLength = archive.readUInt16LE(26);
  const start = LOCAL_HEADER_LENGTH + nameLength;
  const packed = archive.subarray(start, start + archive.readUInt32LE(18));
  const end = archive.subarray(-22);
  const directory = archive.subarray(end.readUInt32LE(16));
  expect(archive.toString("utf8", LOCAL_HEADER_LENGTH, start)).toBe("a/ü.txt");
  expect(inflateRawSync(packed)).toEqual(content);
  expect(archive.readUInt32LE(14)).toBe(crc32(content));
  expect([end.readUInt16LE(8), end.readUInt16LE(10)]).toEqual([2, 2]);
  expect(directory.readUInt32LE(0)).toBe(0x02014b50);
});

test("zip() gives the same bytes for the same files", () => {
  const files = new Map([["a", Buffer.from("a")]]);
  expect(zip(files)).toEqual(zip(files));
});
