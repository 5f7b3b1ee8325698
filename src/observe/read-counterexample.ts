const LINE_CHARACTERS_MAX = 2000;
/** How far below the failure the values stand: shrinking may talk for a while. */
const SEARCHED_LINES_MAX = 200;
const SHOWN_LINES_MAX = 6;
const SHOWN_CHARACTERS_MAX = 400;

/** Values for which a property does not hold. */
export interface Counterexample {
  /** As the library shows them; empty when it does not. */
  readonly values: string;
  /** Which of the tries failed, from 1; absent when the library does not say. */
  readonly failedAt?: number;
}

/** Finds the first property that was refuted, in the words of the common libraries. */
export function readCounterexample(text: string): Counterexample | undefined {
  const lines = text.split("\n").map((line) => line.slice(0, LINE_CHARACTERS_MAX));
  for (const [index, line] of lines.entries()) {
    const refuted = readRefuted(line);
    if (refuted !== undefined) {
      const rest = lines.slice(index, index + SEARCHED_LINES_MAX);
      const failedAt = refuted.failedAt ?? readSuccesses(rest);
      return { values: readValues(rest), ...(failedAt === undefined ? {} : { failedAt }) };
    }
  }
  return undefined;
}

/** How a library says that it found one; the group counts tries, with `more` for those it leaves out. */
const REFUTED: readonly { readonly pattern: RegExp; readonly more: 0 | 1 }[] = [
  // PropEr and PropCheck.
  { pattern: /Failed:\s{0,8}After (\d{1,9}) test/, more: 0 },
  // StreamData.
  { pattern: /Failed with generated values \(after (\d{1,9}) successful run/, more: 1 },
  // fast-check.
  { pattern: /Property failed after (\d{1,9}) tests?/, more: 0 },
  // QuickCheck of Haskell.
  { pattern: /\*\*\* Failed! .{0,200}\(after (\d{1,9}) tests?/, more: 0 },
  // ScalaCheck and gopter.
  { pattern: /Falsified after (\d{1,9}) passed tests?/, more: 1 },
  // rapid.
  { pattern: /\[rapid\] (?:failed|panic) after (\d{1,9}) tests?/, more: 1 },
  // testing/quick of Go.
  { pattern: /#(\d{1,9}): failed on input/, more: 0 },
  // Hypothesis, proptest and quickcheck of Rust.
  {
    pattern:
      /Falsifying (?:explicit )?example: |minimal failing input: |\[quickcheck\] TEST FAILED/,
    more: 0,
  },
];

function readRefuted(line: string): { readonly failedAt?: number } | undefined {
  for (const { pattern, more } of REFUTED) {
    const found = pattern.exec(line);
    if (found !== null) {
      const [, count] = found;
      return count === undefined ? {} : { failedAt: Number(count) + more };
    }
  }
  return undefined;
}

/** proptest says it below. */
function readSuccesses(lines: readonly string[]): number | undefined {
  for (const line of lines) {
    const [, count] = /^\s{0,8}successes: (\d{1,9})/.exec(line) ?? [];
    if (count !== undefined) return Number(count) + 1;
  }
  return undefined;
}

const PYTEST_MARGIN = /^E(?:\s{2,}|$)/;

/** Behind these words, on their line or below it, stand the values. */
const BEFORE_VALUES =
  /^.{0,200}?(?:Shrinking[ .…]{0,200}(?:\(\d{1,9} time\(s\)\))?|Counterexample(?: is)?:|Falsifying (?:explicit )?example:|minimal failing input:|Arguments:)/i;

function readValues(lines: readonly string[]): string {
  const at = lines.findIndex((line) => BEFORE_VALUES.test(line));
  const first = at === -1 ? "" : (lines[at] ?? "").replace(BEFORE_VALUES, "").trim();
  const below = lines.slice(at === -1 ? 1 : at + 1);
  const start = first === "" ? below.findIndex((line) => line.trim() !== "") : 0;
  const block = start === -1 ? [] : below.slice(start);
  const end = block.findIndex((line) => line.trim() === "");
  const shown = [first, ...block.slice(0, end === -1 ? block.length : end)].slice(
    0,
    SHOWN_LINES_MAX,
  );
  return shown
    .map((line) => line.trim().replace(PYTEST_MARGIN, "").replaceAll(/\s+/g, " "))
    .filter((line) => line !== "")
    .join(" ")
    .slice(0, SHOWN_CHARACTERS_MAX);
}
