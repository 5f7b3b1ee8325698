import { cutMiddle, toOneLine, toPlainText } from "../model/plain-text.ts";
import type { Evidence, Finding, PredicateResult, Vector } from "../model/vector.ts";
import { encode } from "./codec.ts";
import { EXCERPT_CHARACTERS_MAX, FINDINGS_MAX, PATH_CHARACTERS_MAX } from "./limits.ts";

/** Half of what a ledger file may have, because every later commit carries it again. */
const BYTES_MAX = 4_000_000;
const MESSAGE_CHARACTERS_MAX = 500;
const TEXT_CHARACTERS_MAX = 2_000;

/** How much of one piece of evidence is kept. */
interface Room {
  readonly findings: number;
  readonly text: number;
  readonly excerpt: number;
}

const PLENTY = {
  findings: FINDINGS_MAX,
  text: TEXT_CHARACTERS_MAX,
  excerpt: EXCERPT_CHARACTERS_MAX,
};
const NOTHING = { findings: 0, text: 100, excerpt: 0 };

/** What passes gives up its evidence first. */
const STEPS: readonly { readonly passing: Room; readonly open: Room }[] = [
  { passing: PLENTY, open: PLENTY },
  { passing: NOTHING, open: PLENTY },
  { passing: NOTHING, open: { findings: 5, text: 300, excerpt: 500 } },
  { passing: NOTHING, open: NOTHING },
];

/** The same verdicts with evidence as plain text that fits a ledger file. */
export function boundVector(vector: Vector): Vector {
  const bounded = STEPS.map((room) => () => withRoom(vector, room));
  const fitting = bounded.find((make) => bytesOf(make()) <= BYTES_MAX);
  return fitting === undefined ? withRoom(vector, { passing: NOTHING, open: NOTHING }) : fitting();
}

function bytesOf(vector: Vector): number {
  return new TextEncoder().encode(encode(vector)).length;
}

function withRoom(vector: Vector, room: { passing: Room; open: Room }): Vector {
  const results = vector.results.map((result) =>
    boundResult(result, result.status === "pass" ? room.passing : room.open),
  );
  return { ...vector, results };
}

function boundResult(result: PredicateResult, room: Room): PredicateResult {
  return { ...result, evidence: boundEvidence(result.evidence, room) };
}

function boundEvidence(evidence: Evidence, room: Room): Evidence {
  const { seen, wanted, excerpt, ...rest } = evidence;
  return {
    ...rest,
    message: toOneLine(evidence.message, MESSAGE_CHARACTERS_MAX),
    ...(seen === undefined ? {} : { seen: plain(seen, room.text) }),
    ...(wanted === undefined ? {} : { wanted: plain(wanted, room.text) }),
    ...(excerpt === undefined || room.excerpt === 0
      ? {}
      : { excerpt: cutOnce(toPlainText(excerpt), room.excerpt) }),
    findings: evidence.findings
      .slice(0, room.findings)
      .map((finding) => boundFinding(finding, room.text)),
  };
}

function boundFinding(finding: Finding, charactersMax: number): Finding {
  const { rule } = finding;
  return {
    ...finding,
    file: toOneLine(finding.file, PATH_CHARACTERS_MAX),
    message: plain(finding.message, charactersMax),
    ...(rule === undefined ? {} : { rule: toOneLine(rule, 200) }),
  };
}

function plain(text: string, charactersMax: number): string {
  const safe = toPlainText(text);
  return safe.length <= charactersMax
    ? safe
    : `${safe.slice(0, charactersMax - 1).toWellFormed()}…`;
}

/** A text that was cut before is a little longer than the limit; cutting again would hide how much is gone. */
function cutOnce(text: string, charactersMax: number): string {
  return text.length <= charactersMax + 100 ? text : cutMiddle(text, charactersMax);
}
