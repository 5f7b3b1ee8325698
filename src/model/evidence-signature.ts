import type { Evidence } from "./vector.ts";

/** What differs from run to run of the same failure. Each repetition starts where no other can: linear. */
const NOISE: readonly [RegExp, string][] = [
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "#"],
  [/\b\d{4}-\d{2}-\d{2}(?=[T\s]|$)/gm, "#"],
  [/(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?Z?\b/g, "#"],
  [/\b((?:duration|elapsed|took|finished in|time)\w{0,16}\b[^\d\n]{0,20})\d[\d.,]*/gi, "$1#"],
  [/\b((?:pid|process|node:)[ =:#]{0,3})\d+/gi, "$1#"],
  [/(?<=\b(?:127\.0\.0\.1|localhost|\[::1?\]|0\.0\.0\.0):)\d{1,5}/gi, "#"],
  [/\b0x[0-9a-f]+\b/gi, "#"],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, "#"],
  [/(?:\/[\w.@+-]+){2,}/g, "/"],
  [/(?<![\d.])\d+(?:\.\d+)?\s?(?:ms|s|µs|ns|m|seconds?|minutes?)\b/g, "#"],
];

/** Equal for the same failure, whatever durations, addresses, hashes and folders stand in it. */
export function evidenceSignature(evidence: Evidence): string {
  const { counts } = evidence;
  const findings = evidence.findings.map((it) => `${it.file}:${it.rule ?? ""}:${it.message}`);
  const text = [
    evidence.message,
    evidence.seen ?? "",
    ...(counts === undefined ? [] : [`${counts.passed}/${counts.failed}/${counts.total}`]),
    ...findings,
    evidence.excerpt ?? "",
  ].join("\n");
  return fnv1a(NOISE.reduce((sofar, [noise, mark]) => sofar.replaceAll(noise, mark), text));
}

/** FNV-1a, 32 bits: equality is all that is asked of it. */
function fnv1a(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
