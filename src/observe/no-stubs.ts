import type { NoStubs } from "../model/check.ts";
import type { Finding } from "../model/vector.ts";
import type { AddedLine, AddedLines } from "../ports/tree-diff.ts";
import type { EvaluationContext } from "./evaluation-context.ts";
import { isBelow } from "./is-below.ts";
import { isOwnSource } from "./is-own-source.ts";
import type { Provider } from "./provider.ts";
import type { ResultDraft } from "./result-draft.ts";

const BYTES_MAX = 16 * 1024 * 1024;
const SNIPPET_CHARACTERS_MAX = 200;
const WORD = /\w/;
/** Files that people write: one byte that is no text would hide all the others. */
const CODE =
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kts?|rb|php|cs|swift|mm?|[ch](?:c|pp|xx)?|exs?|erl|scala|sh|vue|svelte|dart|lua|sql|html?|css)$/i;
const WANTED = "no marker of unfinished work in an added line";

/** No marker of unfinished work in the lines that were added to sources. */
export const noStubs: Provider<NoStubs> = {
  triggers: ["tree"],
  permanent: ["bad-check"],
  observe: async ({ check }, context) => await observeNoStubs(check, context),
};

async function observeNoStubs(check: NoStubs, { diff }: EvaluationContext): Promise<ResultDraft> {
  const markers = check.patterns.map((pattern) => pattern.toLowerCase()).filter((it) => it !== "");
  if (markers.length === 0) {
    return {
      status: "error",
      error: "bad-check",
      message: "patterns: expected a word, found none",
    };
  }
  const added = await diff.addedLines(BYTES_MAX);
  const paths = new Set(added.lines.map((it) => it.path));
  const judged = new Set([...paths].filter((it) => isJudged(it, check.exclude)));
  const lines = added.lines.filter((it) => judged.has(it.path));
  const binaries = added.binaries.filter((it) => isJudged(it, check.exclude));
  const findings = [
    ...lines.flatMap((line) => findingsIn(line, markers)),
    ...binaries.filter((it) => CODE.test(it)).map(toUnreadable),
  ];
  return judge({ ...added, lines, binaries }, findings, diff.since);
}

function isJudged(path: string, exclude: readonly string[]): boolean {
  return isOwnSource(path) && !exclude.some((prefix) => isBelow(path, prefix));
}

function findingsIn({ path, line, text }: AddedLine, markers: readonly string[]): Finding[] {
  const lower = text.toLowerCase();
  const marker = markers.find((it) => startsWord(lower, it));
  if (marker === undefined) return [];
  const message = `"${marker}" in an added line: ${text.trim().slice(0, SNIPPET_CHARACTERS_MAX)}`;
  return [{ file: path, line, rule: `no_stubs:${marker}`, level: "error", message }];
}

function toUnreadable(file: string): Finding {
  const message =
    "holds bytes that are no text, so that its lines cannot be read: write it as UTF-8";
  return { file, rule: "no_stubs:unreadable", level: "error", message };
}

/** A word may go on behind the marker, as in `MockServer` and `NotImplementedError`. */
function startsWord(text: string, marker: string): boolean {
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) {
    if (!WORD.test(text.charAt(at - 1)) || !WORD.test(marker.charAt(0))) return true;
  }
  return false;
}

function judge(added: AddedLines, findings: readonly Finding[], since: string): ResultDraft {
  const files = new Set(added.lines.map((it) => it.path)).size;
  const read = `${count(added.lines.length, "added line")} of ${count(files, "file")} since ${since}`;
  const [first] = findings;
  if (first !== undefined) return unfinished(findings, { first, read });
  if (!added.isComplete) {
    const message = `more was added than can be read (${BYTES_MAX} bytes): change less at once, or keep generated files out`;
    return { status: "error", error: "cut-output", message };
  }
  const { length } = added.binaries;
  const note = length === 0 ? "" : `; ${count(length, "binary file")} not read`;
  return { status: "pass", message: `no marker in ${read}${note}`, wanted: WANTED, score: 1 };
}

function unfinished(
  findings: readonly Finding[],
  { first, read }: { readonly first: Finding; readonly read: string },
): ResultDraft {
  const seen = count(findings.length, "marker");
  return {
    status: "fail",
    message: `expected ${WANTED}, found ${seen} in ${read}, the first at ${placeOf(first)}; finish the work that they stand for`,
    seen,
    wanted: WANTED,
    score: 1 / (1 + findings.length),
    findings,
  };
}

function placeOf({ file, line }: Finding): string {
  return line === undefined ? file : `${file}:${line}`;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
