const BYTES_MAX = 4_000;
const PRINTED_MAX = 500;
// oxlint-disable-next-line no-control-regex -- names with control characters are what this finds.
const UNFIT = /[\u0000-\u001F\u007F-\u009F\\]/;
/** Characters that HFS+ does not see in a name. */
const INVISIBLE = /[\u200C-\u200F\u202A-\u202E\u206A-\u206F\uFEFF]/g;

/** A path as git and the file system know it: its bytes, one to a character. */
export type PathKey = string;

/** A path for people and rules; `isFit` when it names the same file on every machine. */
export interface TreePath {
  readonly path: string;
  readonly isFit: boolean;
}

export function readTreePath(key: PathKey): TreePath {
  const text = decode(key);
  if (text === undefined) return { path: printable(key), isFit: false };
  const isFit = key.length <= BYTES_MAX && !UNFIT.test(text) && text.split("/").every(isPlainName);
  return { path: isFit ? text : printable(key), isFit };
}

export function toPathKey(path: string): PathKey {
  return Buffer.from(path, "utf8").toString("latin1");
}

export function toBytes(key: PathKey): Buffer {
  return Buffer.from(key, "latin1");
}

/** The folders above a path, the outermost first. */
export function parentsOf(key: PathKey): readonly PathKey[] {
  const parents: PathKey[] = [];
  for (let at = key.indexOf("/"); at !== -1; at = key.indexOf("/", at + 1)) {
    parents.push(key.slice(0, at));
  }
  return parents;
}

function decode(key: PathKey): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(toBytes(key));
  } catch {
    return undefined;
  }
}

/** Neither empty, nor a step, nor what some file system takes for `.git`. */
function isPlainName(name: string): boolean {
  if (name === "" || name === "." || name === "..") return false;
  const seen = name
    .replaceAll(INVISIBLE, "")
    .toLowerCase()
    .replace(/:.*$/, "")
    .replace(/[ .]+$/, "");
  return seen !== ".git" && seen !== "git~1";
}

function printable(key: PathKey): string {
  const shown = key
    .slice(0, PRINTED_MAX)
    .replaceAll(
      /[^ -~]/g,
      (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
  return key.length > PRINTED_MAX ? `${shown}…` : shown;
}
