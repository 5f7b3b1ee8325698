import type { Gherkin } from "../model/check.ts";
import { type CucumberScenario, hasPassed } from "./formats/read-cucumber.ts";

/** The scenario of a report that a predicate is about, or in one sentence why none can be told. */
export type FoundScenario =
  | { readonly kind: "found"; readonly scenario: CucumberScenario }
  | { readonly kind: "absent"; readonly message: string }
  | { readonly kind: "ambiguous"; readonly message: string };

const SHOWN_NAMES_MAX = 5;

/** Finds it by its feature, its name and, where several are called alike, its line. */
export function findScenario(
  check: Gherkin,
  scenarios: readonly CucumberScenario[],
): FoundScenario {
  const ours = inFeature(check, scenarios);
  const name = namesOf(check).find((it) => ours.some((scenario) => scenario.name === it));
  if (name === undefined) return absent(check, scenarios);
  const named = ours.filter((it) => it.name === name);
  const here = named.filter((it) => it.line !== undefined && it.line === check.line);
  if (here.length > 0) return worstOf(here);
  return isAnotherRow(check, named) ? absent(check, scenarios) : unanimous(named, check);
}

/** How runners report it, the most telling first: with the values of its row, or as it is written. */
export function namesOf({ scenario, example = {} }: Gherkin): readonly string[] {
  const filled = scenario.replaceAll(/<([^<>]{1,200})>/g, (written: string, column: string) =>
    Object.hasOwn(example, column) ? (example[column] ?? written) : written,
  );
  return filled === scenario ? [scenario] : [filled, scenario];
}

/** A report may spell paths from another folder, or may not tell its features apart at all. */
function inFeature(
  { feature, featureName }: Gherkin,
  scenarios: readonly CucumberScenario[],
): readonly CucumberScenario[] {
  const byPath = scenarios.filter((it) => isSamePath(it.uri, feature));
  if (byPath.length > 0) return byPath;
  const byName = scenarios.filter((it) => it.featureName === featureName);
  if (byName.length > 0) return byName;
  return scenarios.filter((it) => it.uri === "" && it.featureName === "");
}

function isSamePath(uri: string, feature: string): boolean {
  const path = uri
    .replaceAll("\\", "/")
    .replace(/^[a-z]{2,20}:(?:\/\/)?/, "")
    .replace(/:\d{1,9}$/, "")
    .replace(/^\.\//, "");
  if (path === "") return false;
  return path === feature || path.endsWith(`/${feature}`) || feature.endsWith(`/${path}`);
}

/** The rows of one outline may all be called as it is written: fewer of them, or others, are not ours. */
function isAnotherRow(
  { scenario, row = 0, line }: Gherkin,
  named: readonly CucumberScenario[],
): boolean {
  const lines = new Set(named.map((it) => it.line));
  if (line !== undefined && lines.size > 1 && !lines.has(undefined)) return true;
  return named.length <= row && named[0]?.name === scenario;
}

function worstOf(scenarios: readonly CucumberScenario[]): FoundScenario {
  const [first] = scenarios;
  const scenario = scenarios.find((it) => !hasPassed(it)) ?? first;
  return scenario === undefined
    ? { kind: "absent", message: "no scenario" }
    : { kind: "found", scenario };
}

/** Whichever of them is meant, what all of them say is true of it. */
function unanimous(named: readonly CucumberScenario[], check: Gherkin): FoundScenario {
  const passed = named.filter(hasPassed).length;
  if (passed === 0 || passed === named.length) return worstOf(named);
  return {
    kind: "ambiguous",
    message: `${named.length} scenarios of the report are called "${check.scenario}", ${passed} of them passed, and nothing says which is which; give each a name of its own`,
  };
}

function absent(check: Gherkin, scenarios: readonly CucumberScenario[]): FoundScenario {
  const row = check.row === undefined ? "" : ` (row ${check.row + 1} of its examples)`;
  const names = scenarios.slice(0, SHOWN_NAMES_MAX).map((it) => `"${it.name}"`);
  const some = names.length === 0 ? "" : `, such as ${names.join(", ")}`;
  return {
    kind: "absent",
    message: `expected "${check.scenario}"${row} of ${check.feature} in the report, found ${scenarios.length} other scenarios${some}; let the runner run it`,
  };
}
