import { parse, TomlError } from "smol-toml";
import { toOneLine } from "../model/plain-text.ts";
import { DEPTH_MAX, hasDottedLine, nestingProblem } from "./nesting-problem.ts";
import type { Place, TextProblem } from "./problem.ts";
import type { TomlTable } from "./toml-table.ts";

export type ParsedTable =
  | { readonly kind: "table"; readonly table: TomlTable }
  | { readonly kind: "problem"; readonly problem: TextProblem };

/** The values of a TOML text. Integers that a number cannot hold exactly come as `bigint`. */
export function parseTable(text: string): ParsedTable {
  // The parser would skip a second byte order mark without a word.
  if (text.startsWith("\uFEFF")) {
    return malformed("a byte order mark stands in the text", { line: 1, column: 1 });
  }
  const dotted = hasDottedLine(text) ? nestingProblem(text) : undefined;
  if (dotted !== undefined) return { kind: "problem", problem: dotted };
  try {
    // The parser bounds brackets itself; dotted keys it does not.
    const table = parse(text, { integersAsBigInt: "asNeeded", maxDepth: DEPTH_MAX + 1 });
    return { kind: "table", table };
  } catch (error) {
    const nesting = nestingProblem(text);
    return nesting === undefined ? toProblem(error) : { kind: "problem", problem: nesting };
  }
}

function toProblem(error: unknown): ParsedTable {
  if (error instanceof TomlError) {
    const sentence = error.message.split("\n", 1)[0] ?? "";
    const { line, column } = error;
    return malformed(sentence.replace(/^Invalid TOML document: /, ""), { line, column });
  }
  return malformed(error instanceof Error ? error.message : "unknown", { line: 1, column: 1 });
}

function malformed(sentence: string, place: Place): ParsedTable {
  const message = `malformed TOML: ${toOneLine(sentence, 200)}`;
  return { kind: "problem", problem: { code: "malformed-toml", message, place } };
}
