import {
  goalFileSchema,
  type JsonSchema,
  listFileSchema,
  ownSchema,
  tableSchema,
} from "../../src/goalfile/json-schema.ts";
import { referenceRows } from "../../src/goalfile/reference-rows.ts";
import { FleetMember } from "../../src/goalfile/schema/fleet-member.ts";
import { PredicateHead } from "../../src/goalfile/schema/predicate-head.ts";
import { RoadmapGoal } from "../../src/goalfile/schema/roadmap-goal.ts";
import { LISTS, PROVIDERS, TABLES } from "../../src/goalfile/tables.ts";
import type { ReferenceRow } from "../../src/model/reference-row.ts";

/** The document that shows the keys of goal-files. */
export const README = "goals/README.md";

/** What stands between `<!-- keys of name: begin -->` and its end, by name. */
export const SECTIONS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...TABLES, ...LISTS }).map(
    ([name, schema]) => [name, keysText(tableSchema(schema), 2)] as const,
  ),
  ["roadmap", keysText(listFileSchema("goals", RoadmapGoal), 1)],
  ["fleet", keysText(listFileSchema("member", FleetMember), 1)],
  ["predicate", keysText(tableSchema(PredicateHead), 0)],
  ...Object.entries(PROVIDERS).map(
    ([name, schema]) => [name, keysText(ownSchema(schema), 1)] as const,
  ),
]);

/** The JSON Schema as it is committed, before it is formatted. */
export function schemaText(): string {
  return `${JSON.stringify(goalFileSchema(), undefined, 2)}\n`;
}

/** The text with this section in its place; `undefined` when it has no place for it. */
export function withSection(text: string, name: string): string | undefined {
  const [begin, end] = [`<!-- keys of ${name}: begin -->`, `<!-- keys of ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) return undefined;
  return `${text.slice(0, from)}${begin}\n\n${SECTIONS.get(name) ?? ""}\n\n${text.slice(to)}`;
}

function keysText(schema: JsonSchema, depth: number): string {
  const rows = referenceRows(schema, depth);
  return [table(rows), ...rows.flatMap(shapesText)].join("\n\n");
}

function table(rows: readonly ReferenceRow[]): string {
  const cells = [["key", "value", "default"], ...rows.map(cellsOf)];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...cells.map((row) => (row[column] ?? "").length)),
  );
  const [head = [], ...body] = cells;
  const lines = [head, widths.map((width) => "-".repeat(width)), ...body].map((row) =>
    widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | "),
  );
  return lines.map((line) => `| ${line} |`).join("\n");
}

function cellsOf({ key, isRequired, kind, about, fallback }: ReferenceRow): readonly string[] {
  const keys = key
    .split(", ")
    .map((name) => `\`${name}\``)
    .join(" ");
  const value = about === undefined ? kind : `${kind}: ${about}`;
  return [
    isRequired ? `${keys} *` : keys,
    escaped(value),
    fallback === undefined ? "" : `\`${fallback.replaceAll("|", "\\|")}\``,
  ];
}

/** What is quoted is meant to the letter, and so are names of keys, tables and values. */
function escaped(text: string): string {
  return text
    .replaceAll("|", "\\|")
    .replaceAll(
      /"[^"]*"|\{ [^}]* \}|\[\[\w+\]\]|\[\w+\](?:\.\w+)?|\b[a-z]+(?:_[a-z0-9]+)+\b/g,
      (found) => `\`${found}\``,
    );
}

function shapesText({ key, shapes }: ReferenceRow): readonly string[] {
  if (shapes === undefined) return [];
  const items = shapes.map((shape) => `- \`${shape}\``);
  return [`Each of \`${key}\` is one of these:`, items.join("\n")];
}
