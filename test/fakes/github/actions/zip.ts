import { crc32, deflateRawSync } from "node:zlib";

/** 1980-01-01 00:00, the first moment that the format knows: the same files always give the same bytes. */
const MODIFIED_DATE = (1 << 5) | 1;
const VERSION = 20;
const IS_UTF8 = 0x0800;
const IS_DEFLATED = 8;

/** A zip archive, as artifacts and logs are downloaded. */
export function zip(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const entry = describe(name, content);
    const local = localHeader(entry);
    directory.push(directoryHeader(entry, offset));
    bodies.push(local, entry.packed);
    offset += local.length + entry.packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...bodies, entries, endRecord(files.size, entries.length, offset)]);
}

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly checksum: number;
}

function describe(name: string, content: Buffer): Entry {
  return {
    name: Buffer.from(name),
    packed: deflateRawSync(content),
    size: content.length,
    checksum: crc32(content),
  };
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function directoryHeader(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, entry.name]);
}

function writeCommon(header: Buffer, start: number, entry: Entry): void {
  header.writeUInt16LE(VERSION, start);
  header.writeUInt16LE(IS_UTF8, start + 2);
  header.writeUInt16LE(IS_DEFLATED, start + 4);
  header.writeUInt16LE(MODIFIED_DATE, start + 8);
  header.writeUInt32LE(entry.checksum, start + 10);
  header.writeUInt32LE(entry.packed.length, start + 14);
  header.writeUInt32LE(entry.size, start + 18);
  header.writeUInt16LE(entry.name.length, start + 22);
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
