import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { KaziError } from "../model/kazi-error.ts";
import { toOneLine } from "../model/plain-text.ts";
import type { Oid } from "../model/vector.ts";
import type { ObjectStore } from "./object-store.ts";

const BYTES_MAX = 64 * 1024 * 1024;
/** git repeats the parent's subject in it, and a subject has no limit. */
const HEADER_BYTES_MAX = 1024 * 1024;
const OBJECTS_MAX = 200_000;
const UNPACK_TIMEOUT_MS = 120_000;
const REF = "refs/kazi/candidate";

/** Which commit, and what it stands on. */
export interface BundledCommit {
  readonly commit: Oid;
  readonly parent: Oid;
}

export async function writeBundle(
  store: ObjectStore,
  file: string,
  { commit, parent }: BundledCommit,
): Promise<void> {
  await store.git(["update-ref", REF, commit]);
  await store.git(["bundle", "create", "--quiet", file, REF, `^${parent}`]);
}

/** The bundle's bytes; `undefined` when none was left. */
export function readBundle(file: string): Buffer | undefined {
  const stands = lstatSync(file, { throwIfNoEntry: false });
  if (stands === undefined) return undefined;
  if (!stands.isFile()) throw invalid("a regular file", "something else");
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const descriptor = openSync(file, flags);
  try {
    const { size } = fstatSync(descriptor);
    if (size > BYTES_MAX) throw invalid(`at most ${BYTES_MAX} bytes`, `${size}`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Takes the objects into a fresh store. The header is read here, word by word, and only the pack is
 * given to git: no transport, no name and no ref of a stranger's plays any part.
 */
export async function unpackBundle(
  store: ObjectStore,
  bundle: Buffer,
  expected: BundledCommit,
): Promise<void> {
  const pack = bundle.subarray(checkHeader(bundle, expected, store.format));
  if (!isWhole(pack, store.format))
    throw invalid("a whole pack and nothing behind it", "less or more");
  const objects = pack.length >= 12 ? pack.readUInt32BE(8) : 0;
  if (objects > OBJECTS_MAX) throw invalid(`at most ${OBJECTS_MAX} objects`, `${objects}`);
  const args = ["index-pack", "--stdin", "--strict", "--fix-thin", "--threads=1"];
  const options = { stdin: pack, timeoutMs: UNPACK_TIMEOUT_MS, codes: [0, 1, 128] };
  const unpacked = await store.git(args, options).catch(tooCostly);
  if (unpacked.code !== 0) {
    throw invalid("a whole and sound pack", toOneLine(unpacked.stderr.slice(0, 2_000), 300));
  }
}

/** git itself would stop at the end of the pack and not mind what follows. */
function isWhole(pack: Buffer, format: ObjectStore["format"]): boolean {
  const digestBytes = format === "sha256" ? 32 : 20;
  const content = pack.subarray(0, -digestBytes);
  return createHash(format).update(content).digest().equals(pack.subarray(-digestBytes));
}

/** Where the pack starts. */
function checkHeader(
  bundle: Buffer,
  expected: BundledCommit,
  format: ObjectStore["format"],
): number {
  const end = bundle.subarray(0, HEADER_BYTES_MAX).indexOf("\n\n");
  if (end === -1) throw invalid("a bundle's header", "none");
  const lines = bundle.subarray(0, end).toString("latin1").split("\n");
  const start = startOf(format);
  if (start.some((line, index) => lines[index] !== line)) {
    throw invalid(`a git bundle that starts with ${start.join(", ")}`, "another start");
  }
  if (!namesExactly(lines.slice(start.length), expected)) {
    throw invalid(`exactly commit ${expected.commit} on ${expected.parent}`, "something else");
  }
  return end + 2;
}

/** How git starts a bundle of this format, and nothing else: no other version, no capability. */
function startOf(format: ObjectStore["format"]): readonly string[] {
  return format === "sha256" ? ["# v3 git bundle", "@object-format=sha256"] : ["# v2 git bundle"];
}

function namesExactly(lines: readonly string[], { commit, parent }: BundledCommit): boolean {
  const [base = "", tip = ""] = lines;
  const isBase = base === `-${parent}` || base.startsWith(`-${parent} `);
  return lines.length === 2 && isBase && tip === `${commit} ${REF}`;
}

function tooCostly(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : "no reason given";
  throw new KaziError({
    code: "candidate-invalid",
    message: `expected a bundle that unpacks within bounds, found: ${why}`,
    cause,
  });
}

export function invalid(expected: string, found: string): KaziError {
  return new KaziError({
    code: "candidate-invalid",
    message: `candidate bundle: expected ${expected}, found ${found}; it is discarded`,
  });
}
