import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { ResolvedHarness } from "../model/harness.ts";
import type { Oid } from "../model/vector.ts";

/** Stands in front of every encoding, so that a later form can never equal this one. */
const FORM = "kazi-approval-1";
const MARK: readonly number[] = [0xef, 0xbb, 0xbf];

/** What a person says yes to. */
export interface ApprovedContent {
  readonly goalBytes: Uint8Array;
  readonly harness: ResolvedHarness;
  readonly graders: Oid;
}

/** Without a byte order mark: it says nothing, and not everybody who reads a file hands it on. */
export function goalDigest(bytes: Uint8Array): string {
  const isMarked = MARK.every((byte, index) => bytes[index] === byte);
  return bytesToHex(sha256(isMarked ? bytes.subarray(MARK.length) : bytes));
}

export function approvalDigest({ goalBytes, harness, graders }: ApprovedContent): string {
  const hash = sha256.create();
  for (const field of [
    toBytes(FORM),
    goalBytes,
    toBytes(harness.id),
    ...toOptional(harness.model),
    ...toOptional(harness.command),
    ...toOptional(harness.effort),
    ...toOptional(harness.permissionMode),
    ...toList(harness.allowedTools),
    toBytes(graders),
  ]) {
    hash.update(toLength(field.length)).update(field);
  }
  return bytesToHex(hash.digest());
}

/** Absent and empty are told apart by the number of fields, which comes first. */
function toOptional(text: string | undefined): readonly Uint8Array[] {
  return toList(text === undefined ? [] : [text]);
}

function toList(texts: readonly string[]): readonly Uint8Array[] {
  return [toLength(texts.length), ...texts.map(toBytes)];
}

/** UTF-16 code units: UTF-8 would make one of all unpaired surrogates. */
function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index));
  }
  return bytes;
}

function toLength(length: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length));
  return bytes;
}
