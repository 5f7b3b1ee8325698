import { toBytes, type PathKey } from "./tree-path.ts";

/** One `.gitignore`, byte by character, and the folder that it stands in. */
export interface IgnoreFile {
  readonly folder: PathKey;
  readonly text: string;
}

/**
 * The rules of all `.gitignore` files of a tree as one list from its root, so that git need not
 * look for such files where a stranger could have put some.
 */
export function flattenIgnoreRules(files: readonly IgnoreFile[]): Buffer {
  const outerFirst = files.toSorted((one, other) => depthOf(one.folder) - depthOf(other.folder));
  const lines = outerFirst
    .filter((file) => !file.folder.includes("\n"))
    .flatMap((file) => rulesOf(file));
  return toBytes(lines.map((line) => `${line}\n`).join(""));
}

function depthOf(folder: PathKey): number {
  return folder === "" ? 0 : folder.split("/").length;
}

function rulesOf(file: IgnoreFile): readonly string[] {
  const lines = file.text.replace(/^\u00EF\u00BB\u00BF/, "").split("\n");
  const rules = lines.map((line) => line.replace(/\r$/, ""));
  if (file.folder === "") return rules;
  return rules.flatMap((rule) => underFolder(rule, file.folder));
}

function underFolder(rule: string, folder: PathKey): readonly string[] {
  if (rule === "" || rule.startsWith("#")) return [];
  const negation = rule.startsWith("!") ? "!" : "";
  const body = trimSpaces(rule.slice(negation.length));
  if (/^\/*$/.test(body)) return [];
  const prefix = `/${folder.replaceAll(/[\\*?[]/g, String.raw`\$&`)}`;
  const isAnchored = body.slice(0, -1).includes("/");
  if (!isAnchored) return [`${negation}${prefix}/**/${body}`];
  return [`${negation}${prefix}${body.startsWith("/") ? "" : "/"}${body}`];
}

/** As git does it: spaces at the end do not count unless one is escaped. */
function trimSpaces(text: string): string {
  const trimmed = text.replace(/ +$/, "");
  const slashes = /\\+$/.exec(trimmed)?.[0].length ?? 0;
  return trimmed.length < text.length && slashes % 2 === 1 ? `${trimmed} ` : trimmed;
}
