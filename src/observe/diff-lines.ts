const CONTEXT_LINES = 2;
const SHOWN_LINES_MAX = 80;
/** A table of this many cells is filled at most; larger differences are shown as one block. */
const CELLS_MAX = 250_000;

/** What has to change in a text to get another, line by line: `- ` is wanted, `+ ` was found. */
export function diffLines(wanted: string, found: string): string {
  const left = wanted.split("\n");
  const right = found.split("\n");
  const head = commonHead(left, right);
  const tail = commonHead(left.slice(head).toReversed(), right.slice(head).toReversed());
  const rows = [
    ...left.slice(Math.max(0, head - CONTEXT_LINES), head).map((line) => `  ${line}`),
    ...diffMiddle(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...left
      .slice(left.length - tail)
      .slice(0, CONTEXT_LINES)
      .map((line) => `  ${line}`),
  ];
  const shown = rows.slice(0, SHOWN_LINES_MAX);
  const more = rows.length - shown.length;
  const from = Math.max(1, head - CONTEXT_LINES + 1);
  const rest = more === 0 ? [] : [`… ${more} more lines of the difference …`];
  return [`@@ from line ${from}: - wanted, + found @@`, ...shown, ...rest].join("\n");
}

function commonHead(left: readonly string[], right: readonly string[]): number {
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count += 1;
  return count;
}

function diffMiddle(left: readonly string[], right: readonly string[]): readonly string[] {
  if (left.length * right.length > CELLS_MAX) {
    const half = SHOWN_LINES_MAX / 2;
    return [
      ...left.slice(0, half).map((line) => `- ${line}`),
      ...right.slice(0, half).map((line) => `+ ${line}`),
    ];
  }
  return walk(left, right, commonLengths(left, right));
}

/** How long the longest common rest is, behind each pair of lines. */
function commonLengths(
  left: readonly string[],
  right: readonly string[],
): (row: number, column: number) => number {
  const width = right.length + 1;
  const cells = new Uint32Array((left.length + 1) * width);
  function at(row: number, column: number): number {
    return cells[row * width + column] ?? 0;
  }
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const isSame = left[row] === right[column];
      const longest = Math.max(at(row + 1, column), at(row, column + 1));
      cells[row * width + column] = isSame ? at(row + 1, column + 1) + 1 : longest;
    }
  }
  return at;
}

function walk(
  left: readonly string[],
  right: readonly string[],
  common: (row: number, column: number) => number,
): readonly string[] {
  const rows: string[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      rows.push(`  ${left[row]}`);
      row += 1;
      column += 1;
    } else if (
      column === right.length ||
      (row < left.length && common(row + 1, column) >= common(row, column + 1))
    ) {
      rows.push(`- ${left[row]}`);
      row += 1;
    } else {
      rows.push(`+ ${right[column]}`);
      column += 1;
    }
  }
  return rows;
}
