import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { Oid } from "../model/vector.ts";

/** Hash of a repository's object ids. */
export type ObjectFormat = "sha1" | "sha256";

/** An object before it is stored. */
export interface PackedObject {
  readonly kind: "commit" | "tree" | "blob";
  readonly content: Buffer;
}

/** One line of a tree. */
export interface TreeLine {
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly oid: Oid;
}

const KINDS = { commit: 1, tree: 2, blob: 3 } as const;
const MODES = { file: "100644", folder: "40000" } as const;

/** The id that git gives the object. */
export function objectId(object: PackedObject, format: ObjectFormat): Oid {
  const header = `${object.kind} ${object.content.length}\0`;
  return createHash(format).update(header).update(object.content).digest("hex");
}

/** The content of a tree object. */
export function treeContent(lines: readonly TreeLine[]): Buffer {
  return Buffer.concat(
    lines
      .toSorted((left, right) => Buffer.compare(sortKey(left), sortKey(right)))
      .flatMap(({ kind, name, oid }) => [
        Buffer.from(`${MODES[kind]} ${name}\0`),
        Buffer.from(oid, "hex"),
      ]),
  );
}

/** A pack that `git unpack-objects` takes: one process for any number of objects. */
export function toPack(objects: readonly PackedObject[], format: ObjectFormat): Buffer {
  const header = Buffer.alloc(12);
  header.write("PACK");
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([
    header,
    ...objects.flatMap((object) => [objectHeader(object), deflateSync(object.content)]),
  ]);
  return Buffer.concat([body, createHash(format).update(body).digest()]);
}

/** Git sorts a folder as if its name ended with a slash. */
function sortKey({ kind, name }: TreeLine): Buffer {
  return Buffer.from(kind === "folder" ? `${name}/` : name);
}

/** Kind and length: four bits of length in the first byte, seven in each that follows. */
function objectHeader({ kind, content }: PackedObject): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(content.length / 16);
  bytes.push(KINDS[kind] * 16 + (content.length % 16));
  while (rest > 0) {
    bytes.push(rest % 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from(bytes.map((byte, index) => (index < bytes.length - 1 ? byte + 128 : byte)));
}
