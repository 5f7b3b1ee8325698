import { cutMiddle, toOneLine, toPlainText } from "../model/plain-text.ts";
import { maskSecrets } from "../model/secret-mask.ts";
import type {
  Baseline,
  Counts,
  Evidence,
  Finding,
  PredicateResult,
  Status,
} from "../model/vector.ts";
import type { ErrorKind } from "./error-kind.ts";

const MESSAGE_CHARACTERS_MAX = 500;
const DETAIL_CHARACTERS_MAX = 2000;
const RULE_CHARACTERS_MAX = 200;
const FINDINGS_MAX = 50;
const FILES_MAX = 20;
/** With the mark in the middle this stays under the 8,000 of the evidence. */
const EXCERPT_CHARACTERS_MAX = 7900;
/** Of a longer text only both ends are cleaned at all; what an excerpt can show stands well inside. */
const CLEANED_CHARACTERS_MAX = 131_072;

/** A verdict as a provider found it: raw text, any length. */
export interface ResultDraft {
  readonly status: Status;
  readonly message: string;
  /** Of an `error` or an `unknown`: which kind, so that its provider can say whether it lasts. */
  readonly error?: ErrorKind;
  readonly score?: number;
  readonly seen?: string;
  readonly wanted?: string;
  readonly findings?: readonly Finding[];
  readonly counts?: Counts;
  readonly output?: string;
  /** Less than the usual length of an excerpt. */
  readonly outputCharactersMax?: number;
  /** Names of files that were kept as evidence. */
  readonly files?: readonly string[];
  /** What later observations are to be compared with. */
  readonly baselines?: readonly Baseline[];
  /** Values of this predicate's own that are never shown. */
  readonly secrets?: readonly string[];
}

/** What is known of an evaluation beside its verdict. */
export interface Circumstances {
  readonly id: string;
  readonly durationMs: number;
  readonly secrets: readonly string[];
  /** Kinds of error that last. */
  readonly permanent: readonly ErrorKind[];
  /** The folder that findings name files from, as a path from the root; empty for the root. */
  readonly below: string;
}

/** The same as a result that may be shown: plain, masked, bounded, in this order. */
export function toResult(draft: ResultDraft, circumstances: Circumstances): PredicateResult {
  const { status, error, score, baselines } = draft;
  return {
    id: circumstances.id,
    status,
    permanent: error !== undefined && circumstances.permanent.includes(error),
    ...(score === undefined ? {} : { score }),
    ...(baselines === undefined ? {} : { baselines }),
    evidence: toEvidence(draft, circumstances),
  };
}

function toEvidence(draft: ResultDraft, circumstances: Circumstances): Evidence {
  const secrets = longestFirst([...circumstances.secrets, ...(draft.secrets ?? [])]);
  const { findings = [], files = [], counts } = draft;
  return {
    message: toLine(draft.message, secrets, MESSAGE_CHARACTERS_MAX),
    ...detail("seen", draft.seen, secrets),
    ...detail("wanted", draft.wanted, secrets),
    findings: findings
      .slice(0, FINDINGS_MAX)
      .map((finding) => toShown(finding, secrets, circumstances.below)),
    ...(counts === undefined ? {} : { counts }),
    ...excerpt(draft, secrets),
    ...(files.length === 0 ? {} : { files: files.slice(0, FILES_MAX) }),
    durationMs: circumstances.durationMs,
  };
}

function detail(
  name: "seen" | "wanted",
  text: string | undefined,
  secrets: readonly string[],
): Pick<Evidence, "seen" | "wanted"> {
  return text === undefined ? {} : { [name]: toLine(text, secrets, DETAIL_CHARACTERS_MAX) };
}

function excerpt(draft: ResultDraft, secrets: readonly string[]): Pick<Evidence, "excerpt"> {
  const { output = "", outputCharactersMax = EXCERPT_CHARACTERS_MAX } = draft;
  return output === "" ? {} : { excerpt: cutMiddle(clean(output, secrets), outputCharactersMax) };
}

function toShown(finding: Finding, secrets: readonly string[], below: string): Finding {
  const { rule } = finding;
  return {
    ...finding,
    file: toLine(fromRoot(finding.file, below), secrets, MESSAGE_CHARACTERS_MAX),
    ...(rule === undefined ? {} : { rule: toLine(rule, secrets, RULE_CHARACTERS_MAX) }),
    message: toLine(finding.message, secrets, MESSAGE_CHARACTERS_MAX),
  };
}

/** Some tools name files from the root wherever they run. */
function fromRoot(file: string, below: string): string {
  const isRelative = file !== "" && !/^(?:[/~<]|\.\.(?:\/|$)|[\w+.-]+:)/.test(file);
  return below === "" || !isRelative || file.startsWith(`${below}/`)
    ? file
    : `${below}/${file.replace(/^(?:\.\/)+/, "")}`;
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
