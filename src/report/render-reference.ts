import type { ReferenceRow } from "../model/reference-row.ts";
import type { Paint } from "./paint.ts";
import { wrapWords } from "./wrap-words.ts";

const WIDTH = 76;
const INDENT = " ".repeat(6);

/** Things that can be looked up, under one heading. */
export interface KindGroup {
  readonly title: string;
  readonly kinds: readonly { readonly name: string; readonly purpose: string }[];
}

/** Everything that can be looked up, for a terminal. */
export function renderKinds(groups: readonly KindGroup[], paint: Paint): readonly string[] {
  const width = Math.max(...groups.flatMap(({ kinds }) => kinds.map(({ name }) => name.length)));
  const lists = groups.flatMap(({ title, kinds }) => [
    paint.bold(title),
    ...kinds.map(({ name, purpose }) => `  ${name.padEnd(width)}  ${paint.dim(purpose)}`),
    "",
  ]);
  return [...lists, "kazi schema <kind> shows the keys of one, with --json as JSON Schema."];
}

/** The keys of one kind for a terminal: what may stand there, and what it is for. */
export function renderKind(
  kind: {
    readonly name: string;
    readonly purpose: string;
    readonly rows: readonly ReferenceRow[];
    readonly note: string;
  },
  paint: Paint,
): readonly string[] {
  const { name, purpose, rows, note } = kind;
  return [
    `${paint.bold(name)}: ${purpose}`,
    ...rows.flatMap((row) => ["", ...rowLines(row, paint)]),
    ...(note === "" ? [] : ["", note]),
  ];
}

function rowLines(row: ReferenceRow, paint: Paint): readonly string[] {
  const note = noteOf(row, paint);
  const about = row.about === undefined ? [] : wrapWords(row.about, WIDTH);
  return [
    `  ${paint.bold(row.key)}${note === "" ? "" : `  ${note}`}`,
    ...wrapWords(row.kind, WIDTH).map((line) => `${INDENT}${line}`),
    ...about.map((line) => `${INDENT}${paint.dim(line)}`),
    ...(row.shapes ?? []).map((shape) => `${INDENT}${shape}`),
  ];
}

function noteOf({ isRequired, fallback }: ReferenceRow, paint: Paint): string {
  if (isRequired) return paint.warn("required");
  return fallback === undefined ? "" : paint.dim(`default ${fallback}`);
}
