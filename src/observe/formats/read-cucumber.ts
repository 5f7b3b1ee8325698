import { listAt, numberAt, textAt } from "./json-field.ts";

/** A scenario of a report; it passed where every step and every hook did, and there was a step. */
export interface CucumberScenario {
  /** Path of the feature file as the report spells it. */
  readonly uri: string;
  readonly featureName: string;
  readonly name: string;
  /** Where it, or its row of examples, stands in the feature file. */
  readonly line?: number;
  readonly steps: readonly CucumberStep[];
}

/** A step, or a hook around the steps. */
export interface CucumberStep {
  /** Keyword and words; the name of a hook. */
  readonly name: string;
  /** As the report says it: `passed failed skipped pending undefined ambiguous`; "" where it says nothing. */
  readonly status: string;
  readonly line?: number;
  /** What went wrong. */
  readonly message?: string;
}

/** The scenarios of a report, or in one sentence why it is none. */
export type CucumberReading =
  | { readonly kind: "read"; readonly scenarios: readonly CucumberScenario[] }
  | { readonly kind: "problem"; readonly reason: string };

const SCENARIOS_MAX = 20_000;
const MESSAGE_CHARACTERS_MAX = 2000;

/** Reads what Cucumber's `json` formatters write; steps of a background belong to the scenario behind it. */
export function readCucumber(text: string): CucumberReading {
  const document = parse(text);
  if (document === undefined) return problem("expected Cucumber's JSON, found something else");
  if (!Array.isArray(document)) return problem("expected a list of features, found no list");
  const features: readonly unknown[] = document;
  const scenarios = features.flatMap(readFeature);
  return scenarios.length > SCENARIOS_MAX
    ? problem(`expected at most ${SCENARIOS_MAX} scenarios, found ${scenarios.length}`)
    : { kind: "read", scenarios };
}

function problem(reason: string): CucumberReading {
  return { kind: "problem", reason };
}

function parse(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return document;
  } catch {
    return undefined;
  }
}

function readFeature(feature: unknown): readonly CucumberScenario[] {
  const uri = textAt(feature, "uri") ?? "";
  const featureName = textAt(feature, "name") ?? "";
  let before: readonly CucumberStep[] = [];
  return listAt(feature, "elements").flatMap((element) => {
    const steps = [...before, ...readSteps(element)];
    before = textAt(element, "type") === "background" ? steps : [];
    if (textAt(element, "type") === "background") return [];
    const line = numberAt(element, "line");
    const name = textAt(element, "name") ?? "";
    return [{ uri, featureName, name, ...(line === undefined ? {} : { line }), steps }];
  });
}

function readSteps(element: unknown): readonly CucumberStep[] {
  return [
    ...listAt(element, "before").map(readStep),
    ...listAt(element, "steps").flatMap((step) => [
      ...listAt(step, "before").map(readStep),
      readStep(step),
      ...listAt(step, "after").map(readStep),
    ]),
    ...listAt(element, "after").map(readStep),
  ];
}

function readStep(step: unknown): CucumberStep {
  const line = numberAt(step, "line");
  const keyword = textAt(step, "keyword") ?? "";
  const words = textAt(step, "name") ?? textAt(step, "match", "location") ?? "hook";
  const message = textAt(step, "result", "error_message");
  return {
    name: `${keyword.trim()} ${words}`.trim(),
    status: (textAt(step, "result", "status") ?? "").toLowerCase(),
    ...(line === undefined ? {} : { line }),
    ...(message === undefined ? {} : { message: message.slice(0, MESSAGE_CHARACTERS_MAX) }),
  };
}

/** Whether everything of it was seen to pass. */
export function hasPassed({ steps }: CucumberScenario): boolean {
  return steps.length > 0 && steps.every(({ status }) => status === "passed");
}
