interface Entry {
  readonly name: string;
  readonly value: string;
  /** Where the next entry begins. */
  readonly end: number;
}

/** Reads what a step wrote to `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE`: `name=value` and `name<<delimiter` blocks. */
export function parseEnvironmentFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split("\n");
  let index = 0;
  while (index < lines.length) {
    if (lines[index] === "") {
      index += 1;
      continue;
    }
    const { name, value, end } = readEntry(lines, index);
    values.set(name, value);
    index = end;
  }
  return values;
}

function readEntry(lines: readonly string[], start: number): Entry {
  const line = lines[start] ?? "";
  const [, name, sign, rest] = /^(.*?)(=|<<)(.*)$/u.exec(line) ?? [];
  if (name === undefined || rest === undefined) throw new Error(`Invalid format '${line}'`);
  if (name === "") throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return sign === "=" ? { name, value: rest, end: start + 1 } : readBlock(lines, start, name, rest);
}

function readBlock(
  lines: readonly string[],
  start: number,
  name: string,
  delimiter: string,
): Entry {
  if (delimiter === "") {
    throw new Error(`Invalid format '${lines[start] ?? ""}'. Delimiter must not be empty`);
  }
  const end = lines.indexOf(delimiter, start + 1);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  return { name, value: lines.slice(start + 1, end).join("\n"), end: end + 1 };
}
