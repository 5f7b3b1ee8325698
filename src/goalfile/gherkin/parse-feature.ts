import { AstBuilder, dialects, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import type * as messages from "@cucumber/messages";
import { toOneLine } from "../../model/plain-text.ts";
import type { OutlinedScenario, ReadFeature } from "./feature-outline.ts";

const CHARACTERS_MAX = 256 * 1024;
/** As many as a goal may have predicates. */
const SCENARIOS_MAX = 1_000;

/** The scenarios of a feature file. Loads a parser: import it where there is such a file, not before. */
export function parseFeature(text: string): ReadFeature {
  if (text.length > CHARACTERS_MAX) {
    return { kind: "malformed", reason: `it has more than ${CHARACTERS_MAX} characters` };
  }
  try {
    const { feature } = createParser().parse(text);
    const scenarios = feature === undefined ? [] : scenariosOf(feature);
    if (scenarios.length > SCENARIOS_MAX) {
      return { kind: "malformed", reason: `it has more than ${SCENARIOS_MAX} scenarios` };
    }
    return { kind: "feature", feature: { name: feature?.name ?? "", scenarios } };
  } catch (error) {
    return { kind: "malformed", reason: reasonOf(error) };
  }
}

function createParser(): Parser<messages.GherkinDocument> {
  let id = 0;
  const builder = new AstBuilder(() => `${(id += 1)}`);
  return new Parser(builder, new GherkinClassicTokenMatcher());
}

function scenariosOf(feature: messages.Feature): readonly OutlinedScenario[] {
  const outlines = new Set(dialects[feature.language]?.scenarioOutline);
  return feature.children
    .flatMap(({ scenario, rule }) => [{ scenario }, ...(rule?.children ?? [])])
    .flatMap(({ scenario }) => (scenario === undefined ? [] : rowsOf(scenario, outlines)));
}

/** An outline without rows has nothing to run. */
function rowsOf(
  { name, keyword, examples, location }: messages.Scenario,
  outlines: ReadonlySet<string>,
): readonly OutlinedScenario[] {
  if (examples.length === 0) {
    return outlines.has(keyword) ? [] : [{ name, line: location.line }];
  }
  return examples
    .flatMap(({ tableHeader, tableBody }) => tableBody.map((row) => ({ row, tableHeader })))
    .map(({ row, tableHeader }, index) => {
      const cells = row.cells.map((it) => it.value);
      const columns = tableHeader?.cells.map((it) => it.value) ?? [];
      const example = Object.fromEntries(columns.map((it, at) => [it, cells[at] ?? ""]));
      return { name, line: row.location.line, row: { index, cells, example } };
    });
}

/** The first of what may be many sentences: `(3:1): expected: …, got …`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "it could not be parsed";
  const sentence = error.message.split("\n").find((it) => it.startsWith("(")) ?? error.message;
  return toOneLine(sentence, 200);
}
