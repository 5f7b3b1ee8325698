import { toGroupId } from "../schema/to-group-id.ts";
import type { FeatureOutline, OutlinedScenario } from "./feature-outline.ts";

const LENGTH_MAX = 190;

/** `feature__scenario`, and `feature__scenario__row` for each row of examples; no two alike. */
export function scenarioIds({ name, scenarios }: FeatureOutline): readonly string[] {
  const taken = new Set<string>();
  return scenarios.map((scenario) => {
    const wanted = `${toGroupId(name) || "ungrouped"}__${scenarioSlug(scenario)}`;
    const id = freeId(wanted.slice(0, LENGTH_MAX), taken);
    taken.add(id);
    return id;
  });
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

function scenarioSlug({ name, row }: OutlinedScenario): string {
  const scenario = toSlug(name) || "scenario";
  if (row === undefined) return scenario;
  const cells = row.cells.map(toSlug).filter((it) => it !== "");
  return `${scenario}__${cells.join("-") || "row"}`;
}

function toSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
