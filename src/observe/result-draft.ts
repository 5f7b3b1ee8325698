import { cutMiddle, toOneLine, toPlainText } from "../model/plain-text.ts";
import { maskSecrets } from "../model/secret-mask.ts";
import type { Counts, Evidence, Finding, PredicateResult, Status } from "../model/vector.ts";

const MESSAGE_CHARACTERS_MAX = 500;
const DETAIL_CHARACTERS_MAX = 2000;
const FINDINGS_MAX = 50;
/** With the mark in the middle this stays under the 8,000 of the evidence. */
const EXCERPT_CHARACTERS_MAX = 7900;
/** Of a longer text only both ends are cleaned at all; what an excerpt can show stands well inside. */
const CLEANED_CHARACTERS_MAX = 131_072;

/** A verdict as a provider found it: raw text, any length. */
export interface ResultDraft {
  readonly status: Status;
  readonly message: string;
  readonly permanent?: boolean;
  readonly score?: number;
  readonly seen?: string;
  readonly wanted?: string;
  readonly findings?: readonly Finding[];
  readonly counts?: Counts;
  readonly output?: string;
  /** Less than the usual length of an excerpt. */
  readonly outputCharactersMax?: number;
  /** Values of this predicate's own that are never shown. */
  readonly secrets?: readonly string[];
}

/** What is known of an evaluation beside its verdict. */
export interface Circumstances {
  readonly id: string;
  readonly durationMs: number;
  readonly secrets: readonly string[];
}

/** The same as a result that may be shown: plain, masked, bounded, in this order. */
export function toResult(draft: ResultDraft, circumstances: Circumstances): PredicateResult {
  const { status, permanent = false, score } = draft;
  return {
    id: circumstances.id,
    status,
    permanent,
    ...(score === undefined ? {} : { score }),
    evidence: toEvidence(draft, circumstances),
  };
}

function toEvidence(draft: ResultDraft, circumstances: Circumstances): Evidence {
  const secrets = longestFirst([...circumstances.secrets, ...(draft.secrets ?? [])]);
  const { seen, wanted, counts, findings = [], output = "" } = draft;
  const { outputCharactersMax = EXCERPT_CHARACTERS_MAX } = draft;
  return {
    message: toLine(draft.message, secrets, MESSAGE_CHARACTERS_MAX),
    ...(seen === undefined ? {} : { seen: toLine(seen, secrets, DETAIL_CHARACTERS_MAX) }),
    ...(wanted === undefined ? {} : { wanted: toLine(wanted, secrets, DETAIL_CHARACTERS_MAX) }),
    findings: findings.slice(0, FINDINGS_MAX).map((finding) => toShown(finding, secrets)),
    ...(counts === undefined ? {} : { counts }),
    ...(output === "" ? {} : { excerpt: cutMiddle(clean(output, secrets), outputCharactersMax) }),
    durationMs: circumstances.durationMs,
  };
}

function toShown(finding: Finding, secrets: readonly string[]): Finding {
  return {
    ...finding,
    file: toLine(finding.file, secrets, MESSAGE_CHARACTERS_MAX),
    message: toLine(finding.message, secrets, MESSAGE_CHARACTERS_MAX),
  };
}

function toLine(text: string, secrets: readonly string[], charactersMax: number): string {
  return toOneLine(clean(text, secrets), charactersMax);
}

function clean(text: string, secrets: readonly string[]): string {
  return maskSecrets(toPlainText(cutMiddle(text, CLEANED_CHARACTERS_MAX)), secrets);
}

/** A secret that holds another one must go first, or its rest would stay. */
function longestFirst(secrets: readonly string[]): readonly string[] {
  return secrets.toSorted((left, right) => right.length - left.length);
}
