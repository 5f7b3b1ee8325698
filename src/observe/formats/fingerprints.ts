import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Finding } from "../../model/vector.ts";
import type { OnFinding } from "./findings-reader.ts";

const FINGERPRINT_BYTES = 16;
/** Nobody remembers more findings one by one; beyond them equal ones are no longer told apart. */
const TOLD_APART_MAX = 20_000;
const MESSAGE_CHARACTERS_MAX = 2000;
const NAME_CHARACTERS_MAX = 500;

/** Gets a finding of a report, with what the tool itself knows it by where it says so. */
export type OnRawFinding = (finding: Finding, own?: string) => void;

/**
 * Gives each finding a name that outlives edits elsewhere: its rule, its file and its words without their
 * numbers, or what its tool knows it by; and which of several equal ones it is.
 */
export function withFingerprints(
  onFinding: OnFinding,
  { folder }: { readonly folder: string },
): OnRawFinding {
  const seen = new Map<string, number>();
  return (finding, own) => {
    const short = shorten(finding);
    const { rule = "", file, message } = short;
    // The same tree is checked out elsewhere the next time, and tools name modules by their whole path.
    const words = own ?? message.replaceAll(`${folder}/`, "").replaceAll(/\d+/g, "#");
    const kind = digest([rule, file, own === undefined ? "words" : "own", words]);
    const earlier = seen.get(kind) ?? 0;
    if (earlier > 0 || seen.size < TOLD_APART_MAX) seen.set(kind, earlier + 1);
    onFinding({ ...short, fingerprint: earlier === 0 ? kind : digest([kind, `${earlier}`]) });
  };
}

/** Whoever holds some findings must not hold megabytes with them. */
function shorten(finding: Finding): Finding {
  const { file, message, rule } = finding;
  return {
    ...finding,
    file: file.slice(0, NAME_CHARACTERS_MAX),
    message: message.slice(0, MESSAGE_CHARACTERS_MAX),
    ...(rule === undefined ? {} : { rule: rule.slice(0, NAME_CHARACTERS_MAX) }),
  };
}

function digest(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))).subarray(0, FINGERPRINT_BYTES));
}
