const CHARACTERS_MAX = 64;
/** A file may declare thousands of names and misspell as many; each comparison costs microseconds. */
const COMPARED_MAX = 100;

/** The known name that was probably meant: at most a third of its letters away. */
export function nearName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > CHARACTERS_MAX) return undefined;
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  let compared = 0;
  for (const candidate of known) {
    const distanceMax = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(candidate.length - name.length) > distanceMax) continue;
    if (compared >= COMPARED_MAX) break;
    compared += 1;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= distanceMax && distance < (nearest?.distance ?? Infinity)) {
      nearest = { name: candidate, distance };
    }
  }
  return nearest?.name;
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(left: string, right: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = at(above, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const inserted = Math.min(at(above, column), at(current, column - 1)) + 1;
      const swapped = isSwap(left, row, right, column) ? at(before, column - 2) + 1 : Infinity;
      current.push(Math.min(replaced, inserted, swapped));
    }
    before = above;
    above = current;
  }
  return at(above, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function isSwap(left: string, row: number, right: string, column: number): boolean {
  return left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}
