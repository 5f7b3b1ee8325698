import { readFileSync } from "node:fs";
import { type ActionFile, ADDRESS, parseActionFile, SHA, workflowText } from "./given-workflows.ts";

/** Documents that may show what is made from a source. */
export const DOCUMENTS: readonly string[] = ["README.md", "action/README.md"];

/** What stands between `<!-- name: begin -->` and `<!-- name: end -->`, by name. */
export const SECTIONS: Readonly<Record<string, string>> = {
  "action.yml": renderActionTables(parseActionFile(readFileSync("action.yml", "utf8"))),
  "kazi.yml": fenced("yaml", workflowText({ address: ADDRESS, sha: SHA, form: "caller" })),
};

/** The text with this section in its place; `undefined` when it has no place for it. */
export function withSection(text: string, name: string): string | undefined {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) return undefined;
  return `${text.slice(0, from)}${begin}\n\n${SECTIONS[name] ?? ""}\n\n${text.slice(to)}`;
}

/** Inputs and outputs of the Action, as tables for people. */
function renderActionTables({ inputs, outputs }: ActionFile): string {
  const given = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.required ? "required" : defaultOf(input.default),
    input.description,
  ]);
  const made = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]);
  const tables = [
    table(["Input", "Default", "What it is"], given),
    table(["Output", "What it is"], made),
  ];
  return tables.join("\n\n");
}

function defaultOf(value: string): string {
  return value === "" ? "empty" : `\`${value}\``;
}

/** Padded as the formatter of this repository pads tables. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)),
  );
  const lines = [head, widths.map((width) => "-".repeat(width)), ...rows].map((row) =>
    widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | "),
  );
  return lines.map((line) => `| ${line} |`).join("\n");
}

/** The formatter would break the lines of what is to fit on a screen. */
function fenced(language: string, text: string): string {
  return `<!-- prettier-ignore -->\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
