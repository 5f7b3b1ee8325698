import { maskPrivateKeys } from "./private-key-mask.ts";
import { findSecrets } from "./secret-spellings.ts";

const MASK = "[REDACTED]";
/** Shorter values would blank ordinary words. */
const SECRET_LENGTH_MIN = 8;
const SECRET_NAME =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|AUTH(?!OR)|_(?:KEY|PAT|PWD|DSN)$/i;

/** A word begins here, also right behind an escape of JSON, of a URL or of a terminal. */
const START = String.raw`(?:(?<![A-Za-z0-9])|(?<=\\[bfnrtv]|\\u[0-9A-Fa-f]{4}|[%x][0-9A-Fa-f]{2}|\[[\d;]{1,16}m))`;
const PREFIXED: readonly string[] = [
  String.raw`github_pat_\w{16,}`,
  String.raw`gh[opsur]_[\w.-]{16,}`,
  String.raw`gl(?:pat|dt|rt)-[\w-]{16,}`,
  String.raw`sk-[\w-]{16,}`,
  String.raw`[prs]k_(?:live|test)_\w{10,}`,
  String.raw`A(?:KIA|SIA)[0-9A-Z]{16}(?![0-9A-Za-z])`,
  String.raw`x(?:ox[abeoprs]|app)-[\w-]{10,}`,
  String.raw`AIza[\w-]{35}`,
  String.raw`npm_[A-Za-z0-9]{30,}`,
  String.raw`hf_[A-Za-z0-9]{30,}`,
  String.raw`pypi-[\w-]{16,}`,
];
/** Every repetition here either ends a match or runs up to a character that it cannot hold: linear. */
const PATTERNS: readonly RegExp[] = [
  // The look ahead happens once a word, or words made of nothing but beginnings would take for ever.
  /(?<![\w-])(?=[\w-]+\.[\w-]*\.)[\w-]*?eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g,
  ...PREFIXED.map((shape) => new RegExp(`${START}${shape}`, "g")),
  /(?<=:\\?\/\\?\/[^\s/:@]{0,128}:)[^\s/"'<>]+(?=@)/g,
  /(?<=:\\?\/\\?\/)[^\s/:@]{20,}(?=@)/g,
  /(?<=\bauthorization["']?\s{0,2}[:=]\s{0,2}["']?(?:[a-z]{1,16}\s{1,2})?)[\w.~+/=:-]{8,}/gi,
  /(?<=\b(?:bearer|basic)\s{1,2})(?=[\w.~+/-]*[\d=+/])[\w.~+/=-]{12,}/gi,
  /(?<=(?:password|passwd|passphrase|pwd|secret|credentials?|api[-_]?key|access[-_]?key|private[-_]?key|auth[-_]?token|[-_]token|_auth)\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?)(?:(?<=")[^"\n]{4,}|(?<=')[^'\n]{4,}|(?<!["'])(?![\w.]+\()[^\s"',;]{4,})/gi,
];

const FOLDER_NAME = /(?:^|[\s"'{,])(?:OLD)?PWD["']?\s{0,2}[:=]\s{0,2}["']?$/;
/** Longer than all that the name can be. */
const BEFORE_FOLDER = 16;

/** Replaces known shapes of secrets, and the given values in the spellings that tools print. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const known = maskPrivateKeys(maskRanges(text, findSecrets(text, secrets)), MASK);
  return PATTERNS.reduce(
    (sofar, pattern) =>
      sofar.replaceAll(pattern, (found, at: number, whole: string) =>
        isWorkingFolder(found, whole.slice(Math.max(0, at - BEFORE_FOLDER), at)) ? found : MASK,
      ),
    known,
  );
}

/** Every shell has its folder in a variable that is named like a password; behind `;` it is one. */
function isWorkingFolder(value: string, before: string): boolean {
  return value.startsWith("/") && FOLDER_NAME.test(before);
}

/** The values of an environment that must never be shown, longest first. */
export function secretsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(environment)
    .filter(([name, value]) => SECRET_NAME.test(name) && value.length >= SECRET_LENGTH_MIN)
    .map(([, value]) => value)
    .toSorted((left, right) => right.length - left.length);
}

function maskRanges(text: string, ranges: readonly (readonly [number, number])[]): string {
  let masked = "";
  let shownTo = 0;
  for (const [from, to] of ranges.toSorted(([left], [right]) => left - right)) {
    if (from >= shownTo) masked += `${text.slice(shownTo, from)}${MASK}`;
    shownTo = Math.max(shownTo, to);
  }
  return masked + text.slice(shownTo);
}
